import type { UserRecord } from './model.ts';

/** Names of factors as Actions know them, by the type that the Management API gives them. */
const factorTypes: Record<string, string> = {
  totp: 'otp',
  phone: 'phone',
  email: 'email',
  push: 'push-notification',
  guardian: 'push-notification',
  'webauthn-roaming': 'webauthn-roaming',
  'webauthn-platform': 'webauthn-platform',
  'recovery-code': 'recovery-code',
};

/**
 * The factors that a person has confirmed, by the names that `challengeWithAny` takes. That they are `event.user`'s
 * `enrolledFactors` is documented; which type of the Management API is which of them is a guess.
 *
 * @see https://auth0.com/docs/secure/multi-factor-authentication/customize-mfa/customize-mfa-selection-universal-login
 */
export function enrolledFactors({ authenticationMethods = [] }: UserRecord): { type: string }[] {
  const types = authenticationMethods.flatMap(({ type, confirmed }) =>
    confirmed ? (factorTypes[type] ?? []) : [],
  );
  return [...new Set(types)].map((type) => ({ type }));
}
