import { accepted, bodyAs, type Endpoint, type EndpointCall, json, noContent } from './endpoint.ts';
import { badRequest, ManagementError } from './errors.ts';
import type { Faults } from './faults.ts';
import type { RefreshToken } from './model.ts';
import { anyPage, checkpointOnlyParams } from './pages.ts';
import type { Shape } from './payload.ts';
import type { TenantStore } from './store.ts';
import { logUserEvent } from './user-log.ts';
import { recordOf } from './user-record.ts';

/**
 * The refresh tokens that apps hold for people, never their values. Who deletes what is not there gets the same answer.
 *
 * @see https://auth0.com/docs/secure/tokens/refresh-tokens/revoke-refresh-tokens
 */
export function refreshTokenEndpoints(store: TenantStore, faults: Faults): Endpoint[] {
  const entitlement = 'refresh-tokens';
  const ofUser = { path: '/users/:id/refresh-tokens', userId: 'id', entitlement } as const;
  const byId = { path: '/refresh-tokens/:id', group: 'global', entitlement } as const;
  const tokensOf = (call: EndpointCall) =>
    store.refreshTokens.of(recordOf(store, call.param('id')).profile.user_id);
  return [
    {
      ...ofUser,
      method: 'GET',
      scopes: [['read:refresh_tokens']],
      query: checkpointOnlyParams,
      group: 'users_read',
      answer(call) {
        const options = { alwaysCheckpoint: true, isSortedById: true };
        return json(anyPage(call.query, 'tokens', tokensOf(call), ({ id }) => id, options));
      },
    },
    {
      ...ofUser,
      method: 'DELETE',
      scopes: [['delete:refresh_tokens']],
      group: 'users_write',
      operation: 'Delete refresh tokens for a user',
      answer(call) {
        revokeRefreshTokens(store, call, tokensOf(call), faults);
        return accepted();
      },
    },
    {
      ...byId,
      method: 'GET',
      scopes: [['read:refresh_tokens']],
      answer({ param }) {
        const token = store.refreshTokens.get(param('id'));
        // Auth0's words are not documented.
        if (!token) throw new ManagementError(404, 'The refresh token does not exist.');
        return json(token);
      },
    },
    {
      ...byId,
      method: 'DELETE',
      scopes: [['delete:refresh_tokens']],
      operation: 'Delete a refresh token',
      answer(call) {
        const token = store.refreshTokens.get(call.param('id'));
        revokeRefreshTokens(store, call, token ? [token] : [], faults);
        // Recorded; the documentation says 202.
        return noContent();
      },
    },
    {
      method: 'POST',
      path: '/refresh-tokens/revoke',
      scopes: [['delete:refresh_tokens']],
      body: revocationShape,
      group: 'global',
      entitlement,
      operation: 'Revoke refresh tokens',
      answer(call) {
        revokeRefreshTokens(store, call, namedIn(store, bodyAs<Revocation>(call)), faults);
        return accepted();
      },
    },
  ];
}

/** Ends them, each with its `srrt` in the log. */
export function revokeRefreshTokens(
  store: TenantStore,
  call: EndpointCall,
  tokens: RefreshToken[],
  { revocationLagMs }: Faults,
): void {
  for (const { id, user_id } of tokens) {
    store.refreshTokens.end(id, revocationLagMs);
    logUserEvent(store, call, recordOf(store, user_id).profile, 'srrt');
  }
}

interface Revocation {
  ids?: string[];
  user_id?: string;
  client_id?: string;
  audience?: string;
}

const revocationShape: Shape = {
  type: 'object',
  properties: {
    ids: {
      type: 'array',
      maxItems: 100,
      items: { type: 'string', minLength: 1 },
      description: 'Array of refresh token IDs to revoke. Limited to 100 at a time.',
    },
    user_id: { type: 'string', minLength: 1, description: 'Revoke all refresh tokens for this user.' },
    client_id: { type: 'string', minLength: 1, description: 'Revoke refresh tokens for this client.' },
    audience: { type: 'string', minLength: 1, description: 'Resource server identifier (audience).' },
  },
};

/**
 * By ids, or by user, by user and client, by user and client and audience; what else is combined is refused, in words
 * that are not documented.
 */
function namedIn(store: TenantStore, { ids, user_id, client_id, audience }: Revocation): RefreshToken[] {
  if (ids) {
    if (user_id ?? client_id ?? audience)
      throw badRequest('ids may not go with other criteria.', 'invalid_body');
    return ids.flatMap((id) => store.refreshTokens.get(id) ?? []);
  }
  if (user_id === undefined) throw badRequest('Either ids or user_id is required.', 'invalid_body');
  if (audience !== undefined && client_id === undefined)
    throw badRequest('audience must be used with client_id.', 'invalid_body');
  return store.refreshTokens
    .of(user_id)
    .filter((token) => client_id === undefined || token.client_id === client_id)
    .filter(
      ({ resource_servers }) =>
        audience === undefined || resource_servers.some((server) => server.audience === audience),
    );
}
