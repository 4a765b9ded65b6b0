import { accepted, bodyAs, type Endpoint } from './endpoint.ts';
import type { Faults } from './faults.ts';
import { revokeRefreshTokens } from './refresh-tokens.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

interface RevokeAccessInput {
  session_id?: string;
  preserve_refresh_tokens?: boolean;
}

/**
 * Ends a user's sessions and refresh tokens, or those of one session. A session that is not his is left alone, without
 * a word: what Auth0 says to it is not documented.
 *
 * @see https://auth0.com/docs/manage-users/sessions/manage-user-sessions-with-auth0-management-api
 */
export function revokeAccessEndpoint(store: TenantStore, faults: Faults): Endpoint {
  return {
    method: 'POST',
    path: '/users/:id/revoke-access',
    userId: 'id',
    scopes: [['delete:sessions', 'delete:refresh_tokens']],
    body: {
      type: 'object',
      nullable: true,
      properties: {
        session_id: { type: 'string', minLength: 1, description: 'ID of the session to revoke.' },
        preserve_refresh_tokens: {
          type: 'boolean',
          description: 'Whether to preserve the refresh tokens associated with the session.',
        },
      },
    },
    group: 'users_write',
    entitlement: 'revoke-access',
    operation: 'Revoke user access',
    answer(call) {
      const { user_id } = recordOf(store, call.param('id')).profile;
      const { session_id: only, preserve_refresh_tokens } = bodyAs<RevokeAccessInput | null>(call) ?? {};
      const isMeant = (session: string | null) => only === undefined || session === only;
      const sessions = store.sessions.of(user_id).filter(({ id }) => isMeant(id));
      for (const { id } of sessions) store.sessions.end(id, faults.revocationLagMs);
      if (!preserve_refresh_tokens) {
        const tokens = store.refreshTokens.of(user_id).filter(({ session_id }) => isMeant(session_id));
        revokeRefreshTokens(store, call, tokens, faults);
      }
      return accepted();
    },
  };
}
