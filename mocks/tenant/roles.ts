import { bodyAs, type Endpoint, json } from './endpoint.ts';
import { ManagementError, noRole } from './errors.ts';
import type { Role } from './model.ts';
import { offsetPage, offsetParams } from './pages.ts';
import type { Shape } from './payload.ts';
import type { TenantStore } from './store.ts';

const properties: Record<string, Shape> = {
  name: { type: 'string', minLength: 1, description: 'Name of the role.' },
  description: { type: 'string', description: 'Description of the role.' },
};

interface RoleInput {
  name?: string;
  description?: string;
}

/** @throws ManagementError 404 */
export function roleOf(store: TenantStore, id: string): Role {
  const role = store.roles.get(id);
  if (!role) throw noRole();
  return role;
}

/** What a role looks like in answers. */
export const roleRow = ({ id, name, description }: Role) => ({ id, name, description });

/** @see https://auth0.com/docs/manage-users/access-control/configure-core-rbac/roles */
export function roleEndpoints(store: TenantStore): Endpoint[] {
  const byId = { path: '/roles/:id', group: 'global' } as const;
  return [
    {
      method: 'GET',
      path: '/roles',
      scopes: [['read:roles']],
      query: {
        ...offsetParams,
        name_filter: { type: 'text', description: 'Optional filter on name (case-insensitive).' },
      },
      group: 'global',
      answer({ query }) {
        const filter = (query.text('name_filter') ?? '').toLowerCase();
        const found = store.roles.all().filter(({ name }) => name.toLowerCase().includes(filter));
        return json(offsetPage(query, 'roles', found.map(roleRow)));
      },
    },
    {
      method: 'POST',
      path: '/roles',
      scopes: [['create:roles']],
      body: { type: 'object', properties, required: ['name'] },
      group: 'global',
      operation: 'Create a role',
      answer: (call) => json(createRole(store, bodyAs<RoleInput & { name: string }>(call))),
    },
    {
      ...byId,
      method: 'GET',
      scopes: [['read:roles']],
      answer: ({ param }) => json(roleRow(roleOf(store, param('id')))),
    },
    {
      ...byId,
      method: 'PATCH',
      scopes: [['update:roles']],
      body: { type: 'object', properties },
      operation: 'Update a role',
      answer(call) {
        const role = roleOf(store, call.param('id'));
        const input = bodyAs<RoleInput>(call);
        checkName(store, input.name, role.id);
        const changed = { ...role, ...input };
        store.roles.save(changed);
        return json(roleRow(changed));
      },
    },
    {
      ...byId,
      method: 'DELETE',
      scopes: [['delete:roles']],
      operation: 'Delete a role',
      answer({ param }) {
        store.roles.remove(roleOf(store, param('id')).id);
        return json({});
      },
    },
  ];
}

/** Recorded: 200, not 201, and a description left out is null now but `""` in later answers. */
function createRole(store: TenantStore, input: RoleInput & { name: string }) {
  checkName(store, input.name);
  const id = `rol_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
  store.roles.save({ id, name: input.name, description: input.description ?? '', permissions: [] });
  return { id, name: input.name, description: input.description ?? null };
}

function checkName(store: TenantStore, name: string | undefined, exceptId?: string): void {
  if (store.roles.all().some((role) => role.name === name && role.id !== exceptId))
    throw new ManagementError(409, 'The role already exists.');
}
