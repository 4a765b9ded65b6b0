import { expect, it } from 'vitest';
import { database, person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

const ada = at`/users/${'auth0|ada'}`;
const newUser = { connection: database, email: 'a@b.co', password: 'Correct-horse-1' };

it.each([
  ['POST', '/users', newUser, 201],
  ['PATCH', ada, { name: 'Ada' }, 200],
])('takes no custom domain that the tenant does not have: %s %s', async (method, path, body, done) => {
  const { call, tenant } = await startTenant({ users: [person('ada')] });
  const send = (domain: string) => call(method, path, { body, headers: { 'auth0-custom-domain': domain } });

  const refused = await send('login.nowhere.example');
  const before = tenant.user('auth0|ada')?.name;
  const taken = await send('Tenant.example');

  expect(refused).toMatchObject({ status: 400, body: { error: 'Bad Request' } });
  expect(before).toBe('ada');
  expect(taken.status).toBe(done);
});

it('ignores the header where Auth0 sends no links', async () => {
  const { call } = await startTenant({ users: [person('ada')] });

  expect((await call('GET', ada, { headers: { 'auth0-custom-domain': 'nowhere.example' } })).status).toBe(
    200,
  );
});
