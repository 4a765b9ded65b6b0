import {
  AtSign,
  Building2,
  Globe,
  KeyRound,
  type LucideIcon,
  MessageSquareText,
  UsersRound,
} from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import type { Identity } from '#contract/user.ts';

const icons: Record<string, LucideIcon> = {
  auth0: KeyRound,
  email: AtSign,
  sms: MessageSquareText,
  samlp: Building2,
  adfs: Building2,
  waad: Building2,
  oidc: Building2,
  okta: Building2,
  ad: Building2,
  pingfederate: Building2,
  'google-apps': Building2,
};

/** By which a linked account is told from the others of the same person. */
export function keyOf({ provider, user_id }: Identity): string {
  return `${provider}|${user_id}`;
}

export function iconOf(identity: Identity): LucideIcon {
  const icon = Object.hasOwn(icons, identity.provider) ? icons[identity.provider] : undefined;
  return icon ?? (identity.isSocial ? UsersRound : Globe);
}

/** How someone signs in by an identity, in plain words. */
export function useIdentityKind(): (identity: Identity, username: string | undefined) => string {
  const t = useT('identities');
  return ({ provider, isSocial, primary }, username) => {
    if (provider === 'auth0' && primary && username !== undefined) return t('kind.username');
    // Any name may come from Auth0; `has` tells those that have words.
    const kind = `kind.${provider}` as 'kind.auth0';
    if (t.has(kind)) return t(kind);
    return t(isSocial ? 'otherSocial' : 'otherKind', { provider });
  };
}
