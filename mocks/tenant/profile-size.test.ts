import { expect, it } from 'vitest';
import { database, person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

const ada = at`/users/${'auth0|ada'}`;
const large = { text: 'ü'.repeat(5_200) };

it('makes no user with a profile of more than 10 KB', async () => {
  const { call } = await startTenant();
  const body = { connection: database, email: 'a@b.co', password: 'Correct-horse-1' };

  const refused = await call('POST', '/users', { body: { ...body, app_metadata: large } });
  const made = await call('POST', '/users', { body: { ...body, app_metadata: { text: 'ü'.repeat(4_000) } } });

  expect(refused).toMatchObject({ status: 400, body: { message: expect.stringContaining('10 KB') } });
  expect(made.status).toBe(201);
});

it('lets no profile grow beyond 10 KB', async () => {
  const { call, tenant } = await startTenant({
    users: [person('ada', { app_metadata: { a: 'x'.repeat(9_000) } })],
  });

  const refused = await call('PATCH', ada, { body: { user_metadata: { b: 'x'.repeat(1_200) } } });

  expect(refused.status).toBe(400);
  expect(tenant.user('auth0|ada')).not.toHaveProperty('user_metadata');
});

it('tolerates a profile that was larger before, and warns in the log', async () => {
  const { call, tenant } = await startTenant({ users: [person('ada', { app_metadata: large })] });

  expect((await call('PATCH', ada, { body: { blocked: true } })).status).toBe(200);

  expect(tenant.logs()).toContainEqual(expect.objectContaining({ type: 'wum', user_id: 'auth0|ada' }));
});
