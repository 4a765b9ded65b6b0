import type { AuthenticationMethod } from '#tenant/model.ts';
import { canary } from './names.ts';
import { daysBefore } from './person.ts';
import { randomFrom } from './random.ts';

/** Auth0's words for the ways in which people prove who they are. */
export const methodTypes = [
  'phone',
  'email',
  'totp',
  'push',
  'guardian',
  'webauthn-roaming',
  'webauthn-platform',
  'recovery-code',
  'passkey',
  'password',
  'email-verification',
] as const;
export type MethodType = (typeof methodTypes)[number];

/** What only some types say of themselves. Addresses and numbers stand here in full: Auth0 masks them in its answers. */
const particulars: Partial<Record<MethodType, Record<string, unknown>>> = {
  phone: { phone_number: '+491715550144', preferred_authentication_method: 'sms' },
  email: { email: `second.${canary.toLowerCase()}@mail.example` },
  push: { name: 'Pixel 9', link_id: 'dev_link' },
  guardian: { name: 'iPhone von Käthe' },
  'webauthn-roaming': { name: 'YubiKey 5', key_id: `${canary} key`, public_key: `${canary} public key` },
  'webauthn-platform': { name: 'MacBook', key_id: `${canary} key`, public_key: `${canary} public key` },
  passkey: {
    name: 'Windows Hello',
    user_handle: `${canary} handle`,
    key_id: `${canary} key`,
    public_key: `${canary} public key`,
    credential_backed_up: true,
    relying_party_identifier: 'login.orbit.example',
  },
};

/**
 * The authentication methods of one person.
 *
 * @param owner - tells his from other people's.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis
 */
export function methodsOf(
  owner: string,
  types: readonly MethodType[],
  today: number,
): AuthenticationMethod[] {
  const random = randomFrom(`methods of ${owner}`);
  return types.map((type) => {
    const enrolled = daysBefore(today, 20 + 200 * random.next());
    return {
      id: `${type}|dev_${random.hex(16)}`,
      type,
      confirmed: true,
      ...particulars[type],
      created_at: enrolled,
      enrolled_at: enrolled,
      last_auth_at: daysBefore(today, 0.1 + 19 * random.next()),
    };
  });
}
