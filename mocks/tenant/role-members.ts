import { bodyAs, type Endpoint, json, noContent } from './endpoint.ts';
import type { UserRecord } from './model.ts';
import { anyPage, bothParams, offsetPage, offsetParams } from './pages.ts';
import { addGrants, type GrantsInput, grantRow, grantsShape, removeGrants } from './permission-grants.ts';
import { roleOf } from './roles.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

/** What a role allows. @see https://auth0.com/docs/manage-users/access-control/configure-core-rbac/roles/add-permissions-to-roles */
export function rolePermissionEndpoints(store: TenantStore): Endpoint[] {
  const write = {
    path: '/roles/:id/permissions',
    scopes: [['update:roles']],
    body: grantsShape,
    group: 'global',
  } satisfies Partial<Endpoint>;
  return [
    {
      method: 'GET',
      path: '/roles/:id/permissions',
      scopes: [['read:roles']],
      query: offsetParams,
      group: 'global',
      answer({ param, query }) {
        const { permissions } = roleOf(store, param('id'));
        return json(
          offsetPage(
            query,
            'permissions',
            permissions.map((grant) => grantRow(store, grant)),
          ),
        );
      },
    },
    {
      ...write,
      method: 'POST',
      operation: 'Associate permissions with a role',
      answer(call) {
        const role = roleOf(store, call.param('id'));
        const permissions = addGrants(store, role.permissions, bodyAs<GrantsInput>(call).permissions);
        store.roles.save({ ...role, permissions });
        return json({}, 201);
      },
    },
    {
      ...write,
      method: 'DELETE',
      operation: 'Remove permissions from a role',
      answer(call) {
        const role = roleOf(store, call.param('id'));
        const permissions = removeGrants(role.permissions, bodyAs<GrantsInput>(call).permissions);
        store.roles.save({ ...role, permissions });
        return noContent();
      },
    },
  ];
}

/** Who has a role. @see https://auth0.com/docs/manage-users/access-control/configure-core-rbac/roles/view-users-assigned-to-roles */
export function roleUserEndpoints(store: TenantStore): Endpoint[] {
  const path = '/roles/:id/users';
  return [
    {
      method: 'GET',
      path,
      scopes: [['read:users', 'read:roles'], ['read:role_members']],
      query: bothParams,
      group: 'global',
      answer({ param, query }) {
        const { id } = roleOf(store, param('id'));
        const rows = [];
        for (const record of store.peek.all()) if (record.roles?.includes(id)) rows.push(memberRow(record));
        rows.sort((one, other) => (one.user_id < other.user_id ? -1 : 1));
        return json(anyPage(query, 'users', rows, ({ user_id }) => user_id, { isSortedById: true }));
      },
    },
    {
      method: 'POST',
      path,
      scopes: [['update:roles'], ['create:role_members']],
      body: {
        type: 'object',
        required: ['users'],
        properties: { users: { type: 'array', minItems: 1, items: { type: 'string' } } },
      },
      group: 'global',
      operation: 'Assign users to a role',
      answer(call) {
        const { id } = roleOf(store, call.param('id'));
        const records = bodyAs<{ users: string[] }>(call).users.map((userId) => recordOf(store, userId));
        for (const record of records)
          store.saveUser({ ...record, roles: [...new Set([...(record.roles ?? []), id])] });
        return json({});
      },
    },
  ];
}

function memberRow({ profile: { user_id, email, picture, name } }: UserRecord) {
  return { user_id, email, picture, name };
}
