import { bodyAs, type Endpoint, json, noContent } from './endpoint.ts';
import type { PermissionGrant, UserRecord } from './model.ts';
import { offsetPage, offsetParams } from './pages.ts';
import {
  addGrants,
  type GrantsInput,
  grantRow,
  grantsShape,
  removeGrants,
  sameGrant,
} from './permission-grants.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

const path = '/users/:id/permissions';

/** @see https://auth0.com/docs/manage-users/access-control/configure-core-rbac/rbac-users/assign-permissions-to-users */
export function userPermissionEndpoints(store: TenantStore): Endpoint[] {
  const write = {
    path,
    userId: 'id',
    scopes: [['update:users']],
    body: grantsShape,
    group: 'users_write',
  } satisfies Partial<Endpoint>;
  return [
    {
      method: 'GET',
      path,
      userId: 'id',
      scopes: [['read:users']],
      query: offsetParams,
      group: 'users_read',
      answer: ({ param, query }) =>
        json(offsetPage(query, 'permissions', permissionRows(store, recordOf(store, param('id'))))),
    },
    {
      ...write,
      method: 'POST',
      operation: 'Assign permissions to a user',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const permissions = addGrants(store, record.permissions ?? [], bodyAs<GrantsInput>(call).permissions);
        store.saveUser({ ...record, permissions });
        return json({}, 201);
      },
    },
    {
      ...write,
      method: 'DELETE',
      operation: 'Remove permissions from a user',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const permissions = removeGrants(record.permissions ?? [], bodyAs<GrantsInput>(call).permissions);
        store.saveUser({ ...record, permissions });
        return noContent();
      },
    },
  ];
}

interface Source {
  source_id: string;
  source_name: string;
  source_type: 'DIRECT' | 'ROLE';
}

/** Each permission once, with every way in which the user came by it. */
function permissionRows(store: TenantStore, record: UserRecord) {
  const rows: { grant: PermissionGrant; sources: Source[] }[] = [];
  const add = (grant: PermissionGrant, source: Source) => {
    const row = rows.find((other) => sameGrant(other.grant, grant));
    if (row) row.sources.push(source);
    else rows.push({ grant, sources: [source] });
  };
  for (const grant of record.permissions ?? [])
    add(grant, { source_id: '', source_name: '', source_type: 'DIRECT' });
  for (const role of (record.roles ?? []).flatMap((id) => store.roles.get(id) ?? []))
    for (const grant of role.permissions)
      add(grant, { source_id: role.id, source_name: role.name, source_type: 'ROLE' });
  return rows.map(({ grant, sources }) => ({ ...grantRow(store, grant), sources }));
}
