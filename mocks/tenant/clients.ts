import type { ManagementCaller } from './authentication/management-token.ts';
import { type Endpoint, json } from './endpoint.ts';
import { noClient } from './errors.ts';
import { chooseFields, fieldParams } from './field-choice.ts';
import type { Client } from './model.ts';
import { anyPage, bothParams } from './pages.ts';
import type { TenantStore } from './store.ts';

const scopes = [['read:clients'], ['read:client_keys'], ['read:client_summary']];

/** @see https://auth0.com/docs/get-started/applications/application-settings */
export function clientEndpoints(store: TenantStore): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/clients',
      scopes,
      query: {
        ...bothParams,
        ...fieldParams(),
        is_global: { type: 'boolean' },
        is_first_party: { type: 'boolean' },
        app_type: {
          type: 'text',
          description: 'Optional filter by a comma-separated list of application types.',
        },
        external_client_id: { type: 'text' },
        q: { type: 'text' },
      },
      group: 'clients',
      answer({ caller, query }) {
        const types = query.list('app_type');
        const found = store.seed.clients.filter(({ app_type }) => !types || types.includes(app_type));
        const show = (client: Client) => chooseFields(visibleTo(caller, client), query);
        return json(anyPage(query, 'clients', found, ({ client_id }) => client_id, { show }));
      },
    },
    {
      method: 'GET',
      path: '/clients/:id',
      scopes,
      query: fieldParams(),
      group: 'clients',
      answer({ caller, param, query }) {
        const client = store.client(param('id'));
        if (!client) throw noClient();
        return json(chooseFields(visibleTo(caller, client), query));
      },
    },
  ];
}

/** The secret needs `read:client_keys`; with `read:client_summary` alone there is little more than the name. */
function visibleTo({ scopes: held }: ManagementCaller, client: Client): Partial<Client> {
  const { grants: _, client_secret, ...rest } = client;
  if (!held.includes('read:clients') && !held.includes('read:client_keys'))
    return { client_id: client.client_id, name: client.name, app_type: client.app_type };
  return held.includes('read:client_keys') && client_secret ? { ...rest, client_secret } : rest;
}
