import { connectionNames } from '#mocks/seed/names.ts';
import type { TenantUser } from '#tenant/model.ts';

let made = 0;

/** A profile whose one identity is in a connection of the seed. */
export function accountIn(
  connection: keyof typeof connectionNames,
  profile: Partial<TenantUser> = {},
): Partial<TenantUser> {
  const provider = providers[connection] ?? 'auth0';
  made += 1;
  const id = `a${made}`.padStart(24, '0');
  return {
    user_id: `${provider}|${id}`,
    identities: [
      {
        connection: connectionNames[connection],
        provider,
        user_id: id,
        isSocial: provider === 'google-oauth2',
      },
    ],
    app_metadata: { organization: 'Acme' },
    ...profile,
  };
}

const providers: Partial<Record<keyof typeof connectionNames, string>> = {
  email: 'email',
  sms: 'sms',
  google: 'google-oauth2',
  acmeOkta: 'samlp',
  globexAdfs: 'adfs',
};
