import { expect, it } from 'vitest';
import { database, person } from './example-seed.ts';
import { at, type ExampleTenant, startTenant } from './example-tenant.ts';

const bob = at`/users/${'auth0|bob'}`;
const users = [
  person('bob', { username: 'bobby', connection: 'Staff' }),
  person('sms', { connection: 'sms', provider: 'sms', phone_number: '+1555' }),
];

/** What the tenant log tells of users, beside the sign-ins of the machine and the writes themselves. */
const told = ({ tenant }: ExampleTenant) =>
  tenant.logs().filter(({ type }) => type !== 'seccft' && type !== 'sapi');

it.each([
  [bob, { email: 'new@example.com' }, 'sce'],
  [bob, { username: 'robert' }, 'scu'],
  [bob, { password: 'New-horse-2' }, 'scp'],
  [at`/users/${'sms|sms'}`, { phone_number: '+1666' }, 'scpn'],
])('logs a change of %s by %j as %s', async (path, body, type) => {
  const example = await startTenant({ users });

  await example.call('PATCH', path, { body });

  expect(told(example)).toMatchObject([
    { type, client_id: 'machine', user_id: expect.stringContaining('|') },
  ]);
});

it('logs nothing of a user whose email stays what it was, or who is blocked', async () => {
  const example = await startTenant({ users });

  await example.call('PATCH', bob, { body: { email: 'BOB@example.com', blocked: true } });

  expect(told(example)).toEqual([]);
});

it('logs that a user is gone, where he was there', async () => {
  const example = await startTenant({ users });

  await example.call('DELETE', bob);
  await example.call('DELETE', bob);

  expect(told(example)).toMatchObject([{ type: 'sdu', user_id: 'auth0|bob', user_name: 'bob@example.com' }]);
});

it.each([
  [{ connection: database, email: 'a@b.co', password: 'Correct-horse-1' }, 'database'],
  [{ connection: 'email', email: 'a@b.co' }, 'passwordless'],
])('logs that %j has not signed up himself', async (body, strategy_type) => {
  const example = await startTenant();

  await example.call('POST', '/users', { body });

  expect(told(example)).toMatchObject([
    { type: 'ss', strategy_type, user_name: 'a@b.co', details: { body: { is_signup: false } } },
  ]);
});
