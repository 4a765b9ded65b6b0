import {
  AtSign,
  BellRing,
  Fingerprint,
  KeyRound,
  LifeBuoy,
  LockKeyhole,
  type LucideIcon,
  MailCheck,
  QrCode,
  ShieldCheck,
  ShieldQuestion,
  Smartphone,
  Usb,
} from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import type { AuthenticationMethod } from '#contract/user.ts';
import { IconItem } from './icon-item.tsx';

const icons: Record<string, LucideIcon> = {
  phone: Smartphone,
  email: AtSign,
  totp: QrCode,
  push: BellRing,
  guardian: ShieldCheck,
  'webauthn-roaming': Usb,
  'webauthn-platform': Fingerprint,
  'recovery-code': LifeBuoy,
  passkey: KeyRound,
  password: LockKeyhole,
  'email-verification': MailCheck,
};

/** By what else someone proves who he is. */
export function MethodList({ methods }: { methods: AuthenticationMethod[] }) {
  return (
    <ul>
      {methods.map((method) => (
        <MethodItem key={method.id} method={method} />
      ))}
    </ul>
  );
}

function MethodItem({ method }: { method: AuthenticationMethod }) {
  const t = useT('userPage.security');
  const icon = Object.hasOwn(icons, method.type) ? icons[method.type] : undefined;
  // Any type may come from Auth0; `has` tells those that have words.
  const key = `method.${method.type}` as 'method.phone';
  const { name, hint, created_at, last_auth_at } = method;
  return (
    <IconItem
      icon={icon ?? ShieldQuestion}
      title={t.has(key) ? t(key) : t('otherMethod', { type: method.type })}
    >
      {name && <bdi>{name}</bdi>}
      {hint && <bdi dir="ltr">{hint}</bdi>}
      {created_at && <span>{t.rich('added', { when: () => <RelativeTime value={created_at} /> })}</span>}
      {last_auth_at && (
        <span>{t.rich('lastUsed', { when: () => <RelativeTime value={last_auth_at} /> })}</span>
      )}
    </IconItem>
  );
}
