import { expect, it } from 'vitest';
import { person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';
import type { AuthenticationMethod } from './model.ts';

const ada = at`/users/${'auth0|ada'}`;
const method = (type: string, more: Partial<AuthenticationMethod> = {}): AuthenticationMethod => ({
  id: `${type}|dev_1`,
  type,
  confirmed: true,
  enrolled_at: '2026-01-01T00:00:00.000Z',
  last_auth_at: '2026-02-01T00:00:00.000Z',
  ...more,
});
const start = (methods: AuthenticationMethod[], rememberedBrowsers = 0) =>
  startTenant({ users: [person('ada', {}, { authenticationMethods: methods, rememberedBrowsers })] });
const typesOf = (tenant: Awaited<ReturnType<typeof start>>['tenant']) =>
  tenant.record('auth0|ada')?.authenticationMethods?.map(({ type }) => type);

it('removes a passkey by its id, and then lets the other methods go', async () => {
  const { call, tenant } = await start([method('passkey'), method('totp'), method('phone')]);
  const remove = (id: string) => call('DELETE', ada + at`/authentication-methods/${id}`);

  const refused = await remove('totp|dev_1');
  const statuses = [await remove('passkey|dev_1'), await remove('totp|dev_1')].map(({ status }) => status);

  expect(refused.status).toBe(403);
  expect(statuses).toEqual([204, 204]);
  expect(typesOf(tenant)).toEqual(['phone']);
  expect(tenant.logs().filter(({ type }) => type === 'gd_unenroll')).toMatchObject([
    { user_id: 'auth0|ada' },
  ]);
});

it('shows the first confirmed enrollment alone', async () => {
  const { call } = await start([
    method('password'),
    method('totp', { confirmed: false }),
    method('phone', { phone_number: '+15550100' }),
    method('push'),
  ]);

  expect((await call('GET', `${ada}/enrollments`)).body).toEqual([
    {
      id: 'phone|dev_1',
      status: 'confirmed',
      type: 'phone',
      phone_number: '+15550100',
      auth_method: 'sms',
      enrolled_at: '2026-01-01T00:00:00.000Z',
      last_auth: '2026-02-01T00:00:00.000Z',
    },
  ]);
});

it('removes all second factors, and neither password nor passkey', async () => {
  const { call, tenant } = await start(
    ['password', 'passkey', 'totp', 'recovery-code'].map((type) => method(type)),
  );

  const { status } = await call('DELETE', `${ada}/authenticators`, { scope: 'delete:guardian_enrollments' });

  expect(status).toBe(204);
  expect(typesOf(tenant)).toEqual(['password', 'passkey']);
});

it.each([
  ['google-authenticator', 204, ['phone']],
  ['duo', 204, ['totp', 'phone']],
  ['toString', 400, ['totp', 'phone']],
])('removes the factors of the provider %s', async (provider, expected, left) => {
  const { call, tenant } = await start([method('totp'), method('phone')]);

  const { status } = await call('DELETE', `${ada}/multifactor/${provider}`);

  expect(status).toBe(expected);
  expect(typesOf(tenant)).toEqual(left);
});

it('forgets remembered browsers', async () => {
  const { call, tenant } = await start([method('totp')], 3);

  const { status } = await call('POST', `${ada}/multifactor/actions/invalidate-remember-browser`);

  expect(status).toBe(204);
  expect(tenant.record('auth0|ada')?.rememberedBrowsers).toBe(0);
});

it('gives a new recovery code, which is another each time', async () => {
  const { call, tenant } = await start([method('totp'), method('recovery-code')]);

  const first = await call('POST', `${ada}/recovery-code-regeneration`);
  const second = await call('POST', `${ada}/recovery-code-regeneration`);

  expect(first).toMatchObject({
    status: 200,
    body: { recovery_code: expect.stringMatching(/^[A-Z0-9]{24}$/) },
  });
  expect(second.body).not.toEqual(first.body);
  expect({ recovery_code: tenant.record('auth0|ada')?.recoveryCode }).toEqual(second.body);
  expect(typesOf(tenant)).toEqual(['totp', 'recovery-code']);
});

it('gives no recovery code to a person without one', async () => {
  const { call } = await start([method('totp')]);

  expect(await call('POST', `${ada}/recovery-code-regeneration`)).toMatchObject({
    status: 404,
    body: { message: 'Enrollment not found.' },
  });
});

it.each([
  ['GET', '/enrollments'],
  ['DELETE', '/authenticators'],
  ['DELETE', '/multifactor/duo'],
  ['POST', '/multifactor/actions/invalidate-remember-browser'],
  ['POST', '/recovery-code-regeneration'],
])('knows no user who is not there: %s %s', async (verb, path) => {
  const { call } = await start([]);

  expect(await call(verb, at`/users/${'auth0|none'}` + path)).toMatchObject({
    status: 404,
    body: { errorCode: 'inexistent_user' },
  });
});
