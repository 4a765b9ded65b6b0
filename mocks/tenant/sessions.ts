import { accepted, type Endpoint, json } from './endpoint.ts';
import { ManagementError } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Session } from './model.ts';
import { anyPage, checkpointOnlyParams } from './pages.ts';
import { revokeRefreshTokens } from './refresh-tokens.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

/**
 * The sessions that people have at the tenant: those of the login page, and those of the seed. A 202 means that it will
 * be done; ending what is not there is no error.
 *
 * @see https://auth0.com/docs/manage-users/sessions/manage-user-sessions-with-auth0-management-api
 */
export function sessionEndpoints(store: TenantStore, faults: Faults): Endpoint[] {
  const entitlement = 'sessions';
  const ofUser = { path: '/users/:id/sessions', userId: 'id', entitlement } as const;
  const byId = { path: '/sessions/:id', group: 'global', entitlement } as const;
  const end = (id: string) => store.sessions.end(id, faults.revocationLagMs);
  return [
    {
      ...ofUser,
      method: 'GET',
      scopes: [['read:sessions']],
      query: checkpointOnlyParams,
      group: 'users_read',
      answer({ param, query }) {
        const sessions = store.sessions.of(recordOf(store, param('id')).profile.user_id);
        const options = { alwaysCheckpoint: true, isSortedById: true };
        return json(anyPage(query, 'sessions', sessions, ({ id }) => id, options));
      },
    },
    {
      ...ofUser,
      method: 'DELETE',
      scopes: [['delete:sessions']],
      group: 'users_write',
      operation: 'Delete sessions for user',
      answer({ param }) {
        const { user_id } = recordOf(store, param('id')).profile;
        for (const { id } of store.sessions.of(user_id)) end(id);
        return accepted();
      },
    },
    {
      ...byId,
      method: 'GET',
      scopes: [['read:sessions']],
      answer: ({ param }) => json(sessionOf(store, param('id'))),
    },
    {
      ...byId,
      method: 'DELETE',
      scopes: [['delete:sessions']],
      operation: 'Delete session',
      answer({ param }) {
        end(param('id'));
        return accepted();
      },
    },
    {
      ...byId,
      path: '/sessions/:id/revoke',
      method: 'POST',
      scopes: [['delete:sessions']],
      operation: 'Revoke session',
      answer(call) {
        const { id, user_id } = sessionOf(store, call.param('id'));
        end(id);
        const tokens = store.refreshTokens.of(user_id).filter(({ session_id }) => session_id === id);
        revokeRefreshTokens(store, call, tokens, faults);
        return accepted();
      },
    },
  ];
}

/** Auth0's words are not documented. */
function sessionOf(store: TenantStore, id: string): Session {
  const session = store.sessions.get(id);
  if (!session) throw new ManagementError(404, 'The session does not exist.');
  return session;
}
