import { expect, it } from 'vitest';
import { everyItem, officialClient } from './example-client.ts';
import { api, person } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';
import { signInAs } from './example-visitor.ts';

const ada = 'auth0|ada';

async function start() {
  const methods = ['totp', 'recovery-code'].map((type) => ({ id: `${type}|dev_1`, type, confirmed: true }));
  const users = [person('ada', {}, { authenticationMethods: methods }), person('bob')];
  const { tenant } = await startTenant({ users });
  return { client: officialClient(tenant), tenant };
}

it('reads and ends sessions', async () => {
  const { client, tenant } = await start();
  const visitor = await signInAs(tenant, 'ada');
  await signInAs(tenant, 'ada');
  await signInAs(tenant, 'ada');

  const sessions = await everyItem(await client.users.sessions.list(ada, { take: 1 }));
  const [id = '', second = ''] = sessions.map((session) => session.id ?? '');
  const one = await client.sessions.get(id);
  await client.sessions.delete(id);
  await client.sessions.revoke(second);

  expect(sessions).toHaveLength(3);
  expect(one).toMatchObject({ id, user_id: ada, clients: [{ client_id: 'app' }] });
  expect(await everyItem(await client.users.sessions.list(ada))).toHaveLength(1);
  await client.users.sessions.delete(ada);
  expect(await visitor.silently()).toBe('login_required');
  await expect(client.sessions.get(id)).rejects.toMatchObject({ statusCode: 404 });
});

it('reads and revokes refresh tokens', async () => {
  const { client, tenant } = await start();
  const visitors = [
    await signInAs(tenant, 'ada'),
    await signInAs(tenant, 'ada'),
    await signInAs(tenant, 'ada'),
  ];

  const tokens = await everyItem(await client.users.refreshToken.list(ada, { take: 2 }));
  const [id = '', second = ''] = tokens.map((token) => token.id ?? '');
  const one = await client.refreshTokens.get(id);
  await client.refreshTokens.delete(id);
  await client.refreshTokens.revoke({ ids: [second] });
  const left = await everyItem(await client.users.refreshToken.list(ada));
  await client.users.refreshToken.delete(ada);

  expect(tokens).toHaveLength(3);
  expect(one).toMatchObject({ id, client_id: 'app', resource_servers: [{ audience: api }] });
  expect(left).toHaveLength(1);
  const outcomes = await Promise.all(visitors.map((visitor) => visitor.refresh()));
  expect(outcomes).toEqual(['invalid_grant', 'invalid_grant', 'invalid_grant']);
});

it('revokes all access, or tells that the plan has no such thing', async () => {
  const { client, tenant } = await start();
  const visitor = await signInAs(tenant, 'ada');

  await client.users.revokeAccess(ada, { preserve_refresh_tokens: true });
  const outcome = [await visitor.silently(), await visitor.refresh()];
  await client.users.revokeAccess(ada);
  tenant.faults.unentitled = ['sessions'];

  expect(outcome).toEqual(['login_required', 'ok']);
  expect(await visitor.refresh()).toBe('invalid_grant');
  await expect(client.users.sessions.list(ada)).rejects.toMatchObject({
    statusCode: 403,
    body: { errorCode: 'insufficient_entitlement' },
  });
});

it('reads and deletes device credentials', async () => {
  const { client, tenant } = await start();
  await signInAs(tenant, 'ada');
  const list = async () =>
    everyItem(await client.deviceCredentials.list({ user_id: ada, type: 'rotating_refresh_token' }));

  const [credential] = await list();
  await client.deviceCredentials.delete(credential?.id ?? '');

  expect(credential).toMatchObject({ user_id: ada, client_id: 'app', device_name: 'Browser of ada' });
  expect(await list()).toEqual([]);
});

it('takes factors away', async () => {
  const { client, tenant } = await start();
  const types = () => tenant.record(ada)?.authenticationMethods?.map(({ type }) => type);

  const enrollments = await client.users.enrollments.get(ada);
  const { recovery_code } = await client.users.regenerateRecoveryCode(ada);
  await client.users.multifactor.invalidateRememberBrowser(ada);
  await client.users.multifactor.deleteProvider(ada, 'google-authenticator');
  const left = types();
  await client.users.authenticators.deleteAll(ada);

  expect(enrollments).toMatchObject([{ status: 'confirmed', auth_method: 'authenticator' }]);
  expect(recovery_code).toHaveLength(24);
  expect([left, types()]).toEqual([['recovery-code'], []]);
});

it('links and unlinks identities', async () => {
  const { client, tenant } = await start();

  const linked = await client.users.identities.link(ada, { provider: 'auth0', user_id: 'bob' });
  const gone = tenant.user('auth0|bob');
  const left = await client.users.identities.delete(ada, 'auth0', 'bob');

  expect(linked).toMatchObject([
    { user_id: 'ada' },
    { user_id: 'bob', profileData: { email: 'bob@example.com' } },
  ]);
  expect(gone).toBeUndefined();
  expect(left).toMatchObject([{ user_id: 'ada' }]);
  expect(tenant.user('auth0|bob')).toMatchObject({ email: 'bob@example.com' });
  await expect(
    client.users.identities.link(ada, { provider: 'auth0', user_id: 'ada' }),
  ).rejects.toMatchObject({
    statusCode: 400,
    body: { message: 'Main identity and the new one are the same.' },
  });
});
