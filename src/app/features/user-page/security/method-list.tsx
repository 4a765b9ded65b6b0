import {
  AtSign,
  BellRing,
  Fingerprint,
  KeyRound,
  LifeBuoy,
  type LucideIcon,
  QrCode,
  ShieldCheck,
  ShieldQuestion,
  Smartphone,
  Usb,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import type { AuthenticationMethod } from '#contract/user.ts';
import { IconItem } from '../icon-item.tsx';

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
};

/** Auth0 lists these beside the factors. The page has parts of its own for the password and the email. */
const otherMethods = new Set(['password', 'email-verification']);

export function isFactor({ type }: AuthenticationMethod): boolean {
  return !otherMethods.has(type);
}

/** What a method is called: any type may come from Auth0. */
export function useMethodName(): (method: AuthenticationMethod) => string {
  const t = useT('security.factors');
  return ({ type }) => {
    // `has` tells those that have words.
    const key = `method.${type}` as 'method.phone';
    return t.has(key) ? t(key) : t('other', { type });
  };
}

interface MethodListProps {
  methods: AuthenticationMethod[];
  /** What can be done with one. */
  action: (method: AuthenticationMethod, name: string) => ReactNode;
}

/** By what else someone proves who he is. */
export function MethodList({ methods, action }: MethodListProps) {
  const t = useT('security.factors');
  const nameOf = useMethodName();
  return (
    <ul>
      {methods.map((method) => {
        const { id, type, name, hint, created_at, last_auth_at } = method;
        const icon = Object.hasOwn(icons, type) ? icons[type] : undefined;
        return (
          <IconItem
            key={id}
            icon={icon ?? ShieldQuestion}
            title={nameOf(method)}
            action={action(method, nameOf(method))}
          >
            {name && <bdi>{name}</bdi>}
            {hint && <bdi dir="ltr">{hint}</bdi>}
            {created_at && (
              <span>{t.rich('added', { when: () => <RelativeTime value={created_at} /> })}</span>
            )}
            {last_auth_at && (
              <span>{t.rich('lastUsed', { when: () => <RelativeTime value={last_auth_at} /> })}</span>
            )}
          </IconItem>
        );
      })}
    </ul>
  );
}
