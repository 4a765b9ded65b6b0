import { expect, it } from 'vitest';
import { person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

const users = [
  person('ada', { blocked: true, app_metadata: { organization: 'Acme' } }),
  person('bob', { blocked: false }),
  person('cyd'),
];

it('shows a write only after the lag, while reads by id and by email see it at once', async () => {
  const { call, find, pass } = await startTenant({ users, faults: { searchLagMs: 5000 } });
  await call('PATCH', at`/users/${'auth0|ada'}`, {
    body: { blocked: false, app_metadata: { organization: 'New' } },
  });

  expect(await find('blocked:true')).toEqual(['ada']);
  expect(await find('app_metadata.organization:"New"')).toEqual([]);
  expect((await call('GET', at`/users/${'auth0|ada'}`)).body).toMatchObject({ blocked: false });
  expect((await call('GET', '/users-by-email?email=ada@example.com')).body).toMatchObject([
    { blocked: false },
  ]);

  pass(5000);

  expect(await find('blocked:true')).toEqual([]);
  expect(await find('app_metadata.organization:"New"')).toEqual(['ada']);
});

it('still shows a deleted user, and not yet a new one, until search catches up', async () => {
  const { tenant, call, find } = await startTenant({ users, faults: { searchLagMs: 5000 } });
  await call('DELETE', at`/users/${'auth0|ada'}`);
  await call('POST', '/users', { body: { connection: 'email', email: 'new@example.com' } });

  expect(await find('email:*')).toEqual(['ada', 'bob', 'cyd']);

  tenant.settle();

  expect(await find('email:*')).toEqual(['bob', 'cyd', 'new@example.com']);
});

it('shows what the tenant was told by hand at once, over writes that still wait', async () => {
  const { tenant, call, find } = await startTenant({ users, faults: { searchLagMs: 5000 } });
  await call('PATCH', at`/users/${'auth0|ada'}`, { body: { blocked: false } });

  tenant.changeUser('auth0|ada', { name: 'ada two' });
  tenant.addUser({ profile: { email: 'eve@example.com' } });
  tenant.removeUser('auth0|bob');

  expect(await find('email:*')).toEqual(['ada two', 'cyd', 'eve@example.com']);
});

it('keeps every order and index right through many changes', async () => {
  const { tenant, find } = await startTenant({ users });
  const organizations = ['Acme', 'Globex', 'Initech'];
  await find('app_metadata.organization:"Acme"', 'logins_count:-1');
  for (let turn = 0; turn < 200; turn += 1) {
    const profile = {
      logins_count: (turn * 7) % 11,
      app_metadata: { organization: organizations[turn % 3] },
    };
    if (turn % 5 === 0)
      tenant.addUser({ profile: { ...profile, user_id: `auth0|n${turn}`, name: `n${turn}` } });
    else tenant.changeUser(`auth0|n${turn - (turn % 5)}`, profile);
  }

  const members = await find('app_metadata.organization:"Acme" AND name:n*', 'logins_count:-1');

  const expected = [...Array(40).keys()]
    .flatMap((turn) => tenant.user(`auth0|n${turn * 5}`) ?? [])
    .filter(({ app_metadata }) => app_metadata?.organization === 'Acme')
    .toSorted((a, b) => (b.logins_count ?? 0) - (a.logins_count ?? 0) || (a.user_id < b.user_id ? 1 : -1))
    .map(({ name }) => name);
  expect(members).toEqual(expected);
});
