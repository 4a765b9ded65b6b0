import type { ManagementCaller } from './authentication/management-token.ts';
import { bodyAs, type Endpoint, json, noContent } from './endpoint.ts';
import { badRequest, ManagementError, noConnection } from './errors.ts';
import { chooseFields, fieldParams } from './field-choice.ts';
import type { Connection } from './model.ts';
import { anyPage, bothParams } from './pages.ts';
import type { Shape } from './payload.ts';
import type { Query } from './query-params.ts';
import type { TenantStore } from './store.ts';

const group = 'connections';

/** @see https://auth0.com/docs/authenticate/identity-providers/retrieve-connection-options */
export function connectionEndpoints(store: TenantStore): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/connections',
      scopes: [['read:connections']],
      query: {
        ...bothParams,
        ...fieldParams(),
        strategy: { type: 'text', repeatable: true },
        name: { type: 'text' },
      },
      group,
      answer({ caller, query }) {
        const rows = store.connections.all().filter(matching(query)).map(visibleTo(caller, store.now()));
        const show = (row: Partial<Connection>) => chooseFields(row, query);
        return json(anyPage(query, 'connections', rows, ({ id }) => id, { show }));
      },
    },
    {
      method: 'GET',
      path: '/connections/:id',
      scopes: [['read:connections']],
      query: fieldParams(),
      group,
      answer: ({ caller, param, query }) =>
        json(chooseFields(visibleTo(caller, store.now())(connectionOf(store, param('id'))), query)),
    },
    {
      method: 'PATCH',
      path: '/connections/:id',
      scopes: [['update:connections']],
      body: patchShape,
      group,
      operation: 'Update a connection',
      answer(call) {
        const connection = connectionOf(store, call.param('id'));
        const input = bodyAs<Partial<Connection>>(call);
        refuseOptions(call.caller, input);
        checkOptions(input);
        // Hazards: `options` is replaced whole, and a display name that is not sent is lost.
        const changed = { ...connection, ...input, display_name: input.display_name ?? connection.name };
        store.connections.save(changed);
        return json(visibleTo(call.caller, store.now())(changed));
      },
    },
    {
      method: 'GET',
      path: '/connections/:id/clients',
      scopes: [['read:connections']],
      query: { from: { type: 'text' }, take: { type: 'integer', minimum: 1, maximum: 1000 } },
      group,
      answer({ param, query }) {
        const rows = connectionOf(store, param('id')).enabled_clients.map((client_id) => ({ client_id }));
        return json(
          anyPage(query, 'clients', rows, ({ client_id }) => client_id, { alwaysCheckpoint: true }),
        );
      },
    },
    {
      method: 'PATCH',
      path: '/connections/:id/clients',
      scopes: [['update:connections']],
      body: clientsShape,
      group,
      operation: 'Update enabled clients for a connection',
      answer(call) {
        const connection = connectionOf(store, call.param('id'));
        const clients = new Set(connection.enabled_clients);
        for (const { client_id, status } of bodyAs<{ client_id: string; status: boolean }[]>(call))
          if (status) clients.add(client_id);
          else clients.delete(client_id);
        store.connections.save({ ...connection, enabled_clients: [...clients] });
        return noContent();
      },
    },
  ];
}

const open: Shape = { type: 'object' };
const patchShape: Shape = {
  type: 'object',
  properties: {
    options: open,
    metadata: open,
    authentication: open,
    connected_accounts: open,
    display_name: { type: 'string', maxLength: 128 },
    enabled_clients: { type: 'array', items: { type: 'string' } },
    realms: { type: 'array', items: { type: 'string' } },
    is_domain_connection: { type: 'boolean' },
    show_as_button: { type: 'boolean' },
  },
};

const clientsShape: Shape = {
  type: 'array',
  minItems: 1,
  maxItems: 50,
  items: {
    type: 'object',
    required: ['client_id', 'status'],
    properties: { client_id: { type: 'string' }, status: { type: 'boolean' } },
  },
};

function connectionOf(store: TenantStore, id: string): Connection {
  const connection = store.connections.get(id);
  if (!connection) throw noConnection();
  return connection;
}

function matching(query: Query): (connection: Connection) => boolean {
  const strategies = query.all('strategy');
  const name = query.text('name');
  return (connection) =>
    (strategies.length === 0 || strategies.includes(connection.strategy)) &&
    (name === undefined || connection.name === name);
}

/** The day on which `enabled_clients` went; `GET /connections/{id}/clients` has them. */
const withoutEnabledClients = Date.parse('2026-07-13');

/** Since 2025-07-08 `options` needs a scope of its own. */
function visibleTo(
  caller: ManagementCaller,
  now: number,
): (connection: Connection) => Partial<Connection> & { id: string } {
  return ({ options, enabled_clients, ...rest }) => ({
    ...rest,
    ...(caller.scopes.includes('read:connections_options') && { options }),
    ...(now < withoutEnabledClients && { enabled_clients }),
  });
}

function refuseOptions(caller: ManagementCaller, input: Partial<Connection>): void {
  const scope = 'update:connections_options';
  if (input.options && !caller.scopes.includes(scope))
    throw new ManagementError(403, `Insufficient scope, expected any of: ${scope}`, 'insufficient_scope');
}

/** Recorded: flexible identifiers take the place of the older option. */
function checkOptions({ options }: Partial<Connection>): void {
  if (options?.attributes !== undefined && options.requires_username !== undefined)
    throw badRequest('Cannot set both options.attributes and options.requires_username', 'invalid_body');
}
