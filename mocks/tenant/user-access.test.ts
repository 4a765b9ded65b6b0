import { expect, it } from 'vitest';
import { exampleSeed, person, tenantUrl } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';
import { signInAs } from './example-visitor.ts';
import { createTenant } from './tenant.ts';

const users = () => [person('ada')];

it.each([
  { email: 'new@example.com' },
  { email_verified: false },
  { phone_number: '+15550100' },
  { password: 'Another-horse-2' },
])('ends sessions with a change of %o', async (body) => {
  const { call, tenant } = await startTenant({ users: users() });
  const visitor = await signInAs(tenant, 'ada');

  const { status } = await call('PATCH', at`/users/${'auth0|ada'}`, { body });

  expect(status).toBe(200);
  expect(await visitor.silently()).toBe('login_required');
});

it('keeps sessions through other changes', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  const visitor = await signInAs(tenant, 'ada');

  await call('PATCH', at`/users/${'auth0|ada'}`, { body: { name: 'Ada', user_metadata: { theme: 'dark' } } });

  expect(await visitor.silently()).toBe('code');
});

it.each([
  ['answer', ['code', 'ok'], ['code', 'ok']],
  ['refuse', ['unauthorized', 'invalid_grant'], ['code', 'ok']],
  ['end', ['login_required', 'invalid_grant'], ['login_required', 'invalid_grant']],
] as const)(
  'lets a block do to what lives already what the tenant is told: %s',
  async (how, blocked, after) => {
    const storage = (await startTenant()).storage;
    const tenant = createTenant({
      url: tenantUrl,
      seed: exampleSeed(users()),
      storage,
      blocking: { sessions: how, refreshTokens: how },
    });
    const visitor = await signInAs(tenant, 'ada');
    const outcome = async () => [await visitor.silently(), await visitor.refresh()];

    tenant.changeUser('auth0|ada', { blocked: true });
    const whileBlocked = await outcome();
    tenant.changeUser('auth0|ada', { blocked: false });

    expect([whileBlocked, await outcome()]).toEqual([blocked, after]);
  },
);
