import type { ResourceServer, UserRecord } from '../model.ts';
import { type Authority, apiOf, type Grant } from './authority.ts';
import { customClaims } from './custom-claims.ts';
import { managementAudience } from './management-token.ts';
import { opaqueValue } from './opaque-value.ts';

export interface AccessToken {
  token: string;
  /** Seconds. */
  life: number;
  /** What was granted of what was asked for. */
  scope: string[];
}

/** How the token came to be, where the `gty` claim tells it. */
export type TokenOrigin = 'password' | 'refresh_token' | null;

const openIdScopes = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access'];
const opaqueLife = 86_400;

/**
 * A person's access token: a JWT for an API, in that API's dialect; without an API an opaque one, for `/userinfo`.
 *
 * @see https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles
 */
export async function accessTokenFor(
  authority: Authority,
  grant: Grant,
  user: UserRecord,
  origin: TokenOrigin,
): Promise<AccessToken> {
  const api = grant.audience === undefined ? undefined : apiOf(authority, grant.audience);
  const openId = grant.scope.filter((name) => openIdScopes.includes(name));
  if (!api) {
    const token = opaqueValue();
    authority.opaqueTokens.put(token, grant, opaqueLife);
    return { token, life: opaqueLife, scope: openId };
  }
  const held = heldPermissions(authority, api, grant, user);
  const scope = [...openId, ...grantedScopes(api, grant, held)];
  const claims = {
    ...customClaims(grant.claims?.accessToken, {
      plain: api.identifier !== managementAudience(authority.url),
    }),
    iss: `${authority.url}/`,
    sub: grant.userId,
    aud: openId.includes('openid') ? [api.identifier, `${authority.url}/userinfo`] : api.identifier,
    scope: scope.join(' '),
    ...(grant.organization !== undefined && organizationClaims(authority, grant.organization)),
    ...(api.token_dialect.endsWith('_authz') && { permissions: held }),
    ...clientClaims(api, grant.clientId, origin),
    ...(grant.jkt !== undefined && { cnf: { jkt: grant.jkt } }),
  };
  return { token: await signFor(authority, api, claims), life: api.token_lifetime, scope };
}

/** Signs an access token for an API: its life, and the header that its dialect asks for. */
export function signFor({ keys, store }: Authority, api: ResourceServer, claims: object): Promise<string> {
  const iat = Math.floor(store.now() / 1000);
  const type = isRfc9068(api) ? 'at+jwt' : 'JWT';
  return keys.sign({ ...claims, iat, exp: iat + api.token_lifetime }, type);
}

/** `azp` and `gty` are Auth0's own; RFC 9068 has `client_id` and `jti` in their place. */
export function clientClaims(api: ResourceServer, clientId: string, gty: string | null): object {
  if (isRfc9068(api)) return { client_id: clientId, jti: opaqueValue(16) };
  return { azp: clientId, ...(gty !== null && { gty }) };
}

export function organizationClaims({ store }: Authority, id: string): object {
  return { org_id: id, org_name: store.organization(id)?.name };
}

function isRfc9068({ token_dialect }: ResourceServer): boolean {
  return token_dialect.startsWith('rfc9068');
}

/**
 * After a sign-in to an organization only roles of that membership count, of which this tenant keeps none: what is
 * left is what the person holds directly.
 *
 * @see https://auth0.com/docs/manage-users/access-control/rbac
 */
function heldPermissions(
  { store }: Authority,
  { identifier }: ResourceServer,
  { organization }: Grant,
  user: UserRecord,
): string[] {
  const counted = organization === undefined ? user : { ...user, roles: [] };
  return store.permissionsOf(counted, identifier);
}

/** With RBAC what is asked for and held; without it, whatever the API defines. */
function grantedScopes(api: ResourceServer, { scope }: Grant, held: string[]): string[] {
  const defined = api.scopes.map(({ value }) => value);
  const allowed = api.enforce_policies ? defined.filter((name) => held.includes(name)) : defined;
  return [...new Set(scope)].filter((name) => allowed.includes(name));
}
