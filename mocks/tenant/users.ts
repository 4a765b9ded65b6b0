import { type Endpoint, json, noContent } from './endpoint.ts';
import { noUser } from './errors.ts';
import { chooseFields, fieldParams } from './field-choice.ts';
import type { TenantUser } from './model.ts';
import type { TenantStore } from './store.ts';
import { openTickets } from './tickets.ts';
import { logUserEvent } from './user-log.ts';

/** What `fields` may name; Auth0's error lists them. */
export const userFields = [
  'phone_number',
  'email',
  'email_verified',
  'picture',
  'username',
  'user_id',
  'name',
  'nickname',
  'created_at',
  'identities',
  'app_metadata',
  'user_metadata',
  'last_ip',
  'last_login',
  'logins_count',
  'updated_at',
  'blocked',
  'family_name',
  'given_name',
];

/**
 * @throws ManagementError 404 `inexistent_user`
 */
function profileOf(store: TenantStore, userId: string): TenantUser {
  const record = store.peek.get(userId);
  if (!record) throw noUser();
  return record.profile;
}

/** @see https://auth0.com/docs/manage-users/user-search/get-users-by-id-or-email */
export function userEndpoints(store: TenantStore): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/users/:id',
      userId: 'id',
      scopes: [['read:users'], ['read:current_user']],
      query: fieldParams(userFields),
      group: 'users_read',
      answer: ({ param, query }) => json(chooseFields(profileOf(store, param('id')), query)),
    },
    {
      method: 'GET',
      path: '/users-by-email',
      scopes: [['read:users']],
      query: {
        email: {
          type: 'text',
          required: true,
          description: 'Email address to search for (case-sensitive).',
        },
        ...fieldParams(userFields),
      },
      group: 'users_read',
      answer({ query }) {
        const found: unknown[] = [];
        for (const { profile } of store.peek.all())
          if (profile.email !== undefined && profile.email === query.text('email'))
            found.push(chooseFields(profile, query));
        return json(found);
      },
    },
    {
      method: 'DELETE',
      path: '/users/:id',
      userId: 'id',
      scopes: [['delete:users'], ['delete:current_user']],
      group: 'users_delete',
      operation: 'Delete a User',
      answer(call) {
        const record = store.user(call.param('id'));
        // Recorded: 204 also for a user who does not exist.
        if (!record) return noContent();
        store.deleteUser(call.param('id'));
        openTickets(store).forget(call.param('id'));
        logUserEvent(store, call, record.profile, 'sdu');
        return noContent();
      },
    },
  ];
}
