import { expect, it } from 'vitest';
import { person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

const ada = at`/users/${'auth0|ada'}/sessions`;

it.each([
  ['GET', ada, 'sessions'],
  ['DELETE', ada, 'sessions'],
  ['DELETE', '/sessions/one', 'sessions'],
  ['POST', '/sessions/one/revoke', 'sessions'],
  ['GET', at`/users/${'auth0|ada'}/refresh-tokens`, 'refresh-tokens'],
  ['POST', '/refresh-tokens/revoke', 'refresh-tokens'],
  ['POST', at`/users/${'auth0|ada'}/revoke-access`, 'revoke-access'],
] as const)('refuses %s %s to a plan without %s', async (method, path, group) => {
  const { call, tenant } = await startTenant({ users: [person('ada')], faults: { unentitled: [group] } });

  const { status, body } = await call(method, path);
  const unscoped = await call(method, path, { scope: 'read:users' });

  expect({ status, body }).toMatchObject({ status: 403, body: { errorCode: 'insufficient_entitlement' } });
  expect(unscoped.body).toMatchObject({ errorCode: 'insufficient_scope' });
  tenant.faults.unentitled = [];
  expect((await call(method, path)).status).not.toBe(403);
});
