import { expect, it } from 'vitest';
import { exampleSeed, person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

const path = at`/users/${'auth0|ada'}/roles`;
const roles = Array.from({ length: 51 }, (_, number) => ({
  id: `rol_${number}`,
  name: `Role ${number}`,
  description: '',
  permissions: [],
}));
const ids = roles.map(({ id }) => id);
const start = (held: string[]) =>
  startTenant({ seed: { ...exampleSeed([person('ada', {}, { roles: held })]), roles } });

it('gives a user up to fifty roles, and none of them when it would be more', async () => {
  const { call, tenant } = await start(ids.slice(0, 48));

  const tooMany = await call('POST', path, { body: { roles: ids.slice(47, 51) } });
  const held = tenant.record('auth0|ada')?.roles;
  const enough = await call('POST', path, { body: { roles: ids.slice(47, 50) } });

  expect([tooMany.status, enough.status]).toEqual([400, 204]);
  expect(held).toHaveLength(48);
  expect(tenant.record('auth0|ada')?.roles).toHaveLength(50);
});

it('does not count a role that has been deleted', async () => {
  const { call } = await start(ids.slice(0, 50));
  await call('DELETE', '/roles/rol_7');

  expect((await call('POST', path, { body: { roles: ['rol_50'] } })).status).toBe(204);
  expect((await call('GET', `${path}?per_page=100&include_totals=true`)).body).toMatchObject({ total: 50 });
});

it('gives none of several roles when one of them does not exist', async () => {
  const { call, tenant } = await start([]);

  const { status } = await call('POST', path, { body: { roles: ['rol_1', 'rol_none'] } });

  expect(status).toBe(404);
  expect(tenant.record('auth0|ada')?.roles).toEqual([]);
});

it('pages through the users of a role, also while some of them lose it', async () => {
  const people = ['ada', 'bob', 'cyd', 'dan'].map((id) => person(id, {}, { roles: ['rol_reader'] }));
  const { call } = await startTenant({ users: people });

  const first = await call('GET', '/roles/rol_reader/users?take=2');
  await call('DELETE', at`/users/${'auth0|bob'}/roles`, { body: { roles: ['rol_reader'] } });
  const { next } = first.body as { next: string };
  const second = await call('GET', `/roles/rol_reader/users?take=2&from=${encodeURIComponent(next)}`);

  expect(first.body).toMatchObject({ users: [{ user_id: 'auth0|ada' }, { user_id: 'auth0|bob' }] });
  expect(second.body).toEqual({
    users: ['cyd', 'dan'].map((id) => ({ user_id: `auth0|${id}`, email: `${id}@example.com`, name: id })),
  });
});
