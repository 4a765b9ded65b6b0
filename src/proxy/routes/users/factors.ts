import type { Auth0AuthenticationMethod } from '../../tenant/answers.ts';

/**
 * Second factors and passkeys: what a person sets up again when it is gone. Auth0 lists passwords and verified emails
 * beside them; those say how he signs in at all and are no factors, nor is a kind that nobody knows yet.
 *
 * In the order in which they can be removed: beside a passkey Auth0 refuses to remove anything else, and a recovery
 * code goes with the last factor it stands for.
 *
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis
 */
const order = [
  'passkey',
  'webauthn-platform',
  'webauthn-roaming',
  'push',
  'guardian',
  'totp',
  'phone',
  'email',
  'recovery-code',
];

export function isFactor({ type }: Pick<Auth0AuthenticationMethod, 'type'>): boolean {
  return order.includes(type);
}

export function inOrderOfRemoval(methods: readonly Auth0AuthenticationMethod[]): Auth0AuthenticationMethod[] {
  return methods
    .filter(isFactor)
    .toSorted((one, other) => order.indexOf(one.type) - order.indexOf(other.type));
}
