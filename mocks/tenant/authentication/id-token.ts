import type { TenantUser } from '../model.ts';
import { organizationClaims } from './access-token.ts';
import type { Authority, Grant } from './authority.ts';
import { customClaims } from './custom-claims.ts';

const lifeSeconds = 36_000;

/** @see https://auth0.com/docs/secure/tokens/id-tokens/id-token-structure */
export function idTokenFor(authority: Authority, grant: Grant, user: TenantUser): Promise<string> {
  const iat = Math.floor(authority.store.now() / 1000);
  return authority.keys.sign({
    ...customClaims(grant.claims?.idToken),
    ...profileClaims(user, grant.scope),
    ...(grant.organization !== undefined && organizationClaims(authority, grant.organization)),
    iss: `${authority.url}/`,
    aud: grant.clientId,
    iat,
    exp: iat + lifeSeconds,
    sid: grant.sessionId,
    nonce: grant.nonce,
    auth_time: grant.authTime,
    amr: grant.amr,
  });
}

/** What the scopes let an app know of a person, in the ID token and at `/userinfo`. */
export function profileClaims(user: TenantUser, scope: string[]) {
  const { user_id, name, nickname, given_name, family_name, picture, updated_at } = user;
  const { email, email_verified, phone_number, phone_verified } = user;
  return {
    sub: user_id,
    ...(scope.includes('profile') && { name, nickname, given_name, family_name, picture, updated_at }),
    ...(scope.includes('email') && { email, email_verified }),
    ...(scope.includes('phone') && { phone_number, phone_number_verified: phone_verified }),
  };
}
