import { expect, it } from 'vitest';
import { person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';
import { signInAs } from './example-visitor.ts';
import type { DeviceCredential } from './model.ts';

const key: DeviceCredential = {
  id: 'dcr_key',
  type: 'public_key',
  user_id: 'auth0|ada',
  client_id: 'native',
  device_name: 'Old phone',
  device_id: 'A-1',
};
const users = () => [person('ada', {}, { deviceCredentials: [key] }), person('bob')];
const rotating = at`/device-credentials?type=rotating_refresh_token&user_id=${'auth0|ada'}`;
const idIn = (body: unknown) => (body as DeviceCredential[])[0]?.id ?? '';

it('shows a refresh token as the credential of a device, and lets nobody exchange it once it is deleted', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  const visitor = await signInAs(tenant, 'ada');

  const { body } = await call('GET', rotating);
  const { status } = await call('DELETE', at`/device-credentials/${idIn(body)}`);

  expect(body).toEqual([
    {
      id: expect.stringMatching(/^dcr_\w{1,16}$/),
      type: 'rotating_refresh_token',
      user_id: 'auth0|ada',
      client_id: 'app',
      device_name: 'Browser of ada',
    },
  ]);
  expect(status).toBe(204);
  expect(await visitor.refresh()).toBe('invalid_grant');
  expect((await call('GET', rotating)).body).toEqual([]);
});

it('shows neither rotating tokens nor pages when no type is asked for', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  await signInAs(tenant, 'ada');

  const { body } = await call('GET', '/device-credentials?include_totals=true&per_page=1');

  expect(body).toEqual([key]);
});

it.each([
  ['type=public_key&include_totals=true', { device_credentials: [key], start: 0, limit: 50, total: 1 }],
  ['type=public_key&client_id=app', []],
  ['type=public_key&user_id=auth0%7Cbob', []],
  ['type=public_key&fields=device_name', [{ device_name: 'Old phone' }]],
])('lists by %s', async (query, expected) => {
  const { call } = await startTenant({ users: users() });

  expect((await call('GET', `/device-credentials?${query}`)).body).toEqual(expected);
});

it('deletes a public key, and says nothing of one that is not there', async () => {
  const { call } = await startTenant({ users: users() });

  const statuses = [
    await call('DELETE', '/device-credentials/dcr_key'),
    await call('DELETE', '/device-credentials/x'),
  ];

  expect(statuses.map(({ status }) => status)).toEqual([204, 204]);
  expect((await call('GET', '/device-credentials?type=public_key')).body).toEqual([]);
  expect((await call('GET', '/device-credentials?type=cookie')).status).toBe(400);
});
