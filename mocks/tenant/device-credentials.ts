import { type Endpoint, json, noContent } from './endpoint.ts';
import type { Faults } from './faults.ts';
import { chooseFields, fieldParams } from './field-choice.ts';
import type { DeviceCredential, RefreshToken } from './model.ts';
import { offsetPage, offsetParams } from './pages.ts';
import type { Query } from './query-params.ts';
import { revokeRefreshTokens } from './refresh-tokens.ts';
import type { TenantStore } from './store.ts';

/**
 * Refresh tokens and public keys by the older view, which every plan has.
 *
 * @see https://auth0.com/docs/secure/tokens/refresh-tokens/revoke-refresh-tokens
 */
export function deviceCredentialEndpoints(store: TenantStore, faults: Faults): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/device-credentials',
      scopes: [['read:device_credentials']],
      query: {
        ...offsetParams,
        ...fieldParams(),
        user_id: { type: 'text', description: 'user_id of the devices to retrieve.' },
        client_id: { type: 'text', description: 'client_id of the devices to retrieve.' },
        type: { type: 'text', of: ['public_key', 'refresh_token', 'rotating_refresh_token'] },
      },
      group: 'global',
      answer({ query }) {
        const rows = credentialsIn(store, query).map((credential) => chooseFields(credential, query));
        // Without a type they come all at once, and paging is ignored.
        return json(query.has('type') ? offsetPage(query, 'device_credentials', rows) : rows);
      },
    },
    {
      method: 'DELETE',
      path: '/device-credentials/:id',
      scopes: [['delete:device_credentials']],
      group: 'global',
      operation: 'Delete a device credential',
      answer(call) {
        const id = call.param('id');
        const tokens = store.refreshTokens.all().filter((token) => credentialId(token) === id);
        revokeRefreshTokens(store, call, tokens, { ...faults, revocationLagMs: 0 });
        removeKey(store, id);
        return noContent();
      },
    },
  ];
}

function credentialsIn(store: TenantStore, query: Query): DeviceCredential[] {
  const type = query.text('type');
  const client = query.text('client_id');
  return credentialsOf(store, query.text('user_id'))
    .filter((credential) =>
      type === undefined ? credential.type !== 'rotating_refresh_token' : credential.type === type,
    )
    .filter(({ client_id }) => client === undefined || client_id === client);
}

function credentialsOf(store: TenantStore, userId: string | undefined): DeviceCredential[] {
  const tokens = userId === undefined ? store.refreshTokens.all() : store.refreshTokens.of(userId);
  const records = userId === undefined ? [...store.peek.all()] : [store.peek.get(userId)];
  return [...tokens.map(credentialOf), ...records.flatMap((record) => record?.deviceCredentials ?? [])];
}

function credentialOf(token: RefreshToken): DeviceCredential {
  return {
    id: credentialId(token),
    type: token.rotating ? 'rotating_refresh_token' : 'refresh_token',
    user_id: token.user_id,
    client_id: token.client_id,
    device_name: token.device.initial_user_agent ?? '',
  };
}

/** How Auth0 gets one id from the other is not documented. */
const credentialId = ({ id }: RefreshToken) => `dcr_${id.replace(/\W/g, '').slice(0, 16)}`;

function removeKey(store: TenantStore, id: string): void {
  const isIt = (credential: DeviceCredential) => credential.id === id;
  for (const record of store.peek.all())
    if (record.deviceCredentials?.some(isIt)) {
      const left = record.deviceCredentials.filter((credential) => !isIt(credential));
      store.saveUser({ ...record, deviceCredentials: left });
      return;
    }
}
