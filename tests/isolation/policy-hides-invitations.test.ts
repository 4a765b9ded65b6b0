import { expect, it } from 'vitest';
import { createUser, listInvitations } from '#contract/create-user.ts';
import { everyone, field } from '#proxy/policy/filter.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { startProxy } from '../support/start-proxy.ts';

const connection = 'Username-Password-Authentication';

const policy = definePolicy({
  connections: () => [{ name: connection, label: 'Email and password', strategy: 'auth0' }],
  memberships: () => ({
    label: 'Department',
    path: 'app_metadata.department',
    choices: ['Sales', 'Finance'].map((value) => ({ value, label: value })),
  }),
  filter: ({ admin }) => (admin.name === 'Sally' ? field('app_metadata.department').is('Sales') : everyone),
});

it('tells an admin who does not see everyone of no invitation that is not his to see', async () => {
  const { admin, addPerson, as } = await startProxy({ config: { policy, limits: { creationMs: 0 } } });
  const sally = await as(addPerson({ memberOf: 'Acme', role: 'administrator', profile: { name: 'Sally' } }));
  addPerson({ memberOf: 'Globex', profile: { email: 'stranger@x.example' } });
  const add = (who: typeof admin, email: string, department: string) =>
    who.call(createUser, { body: { connection, email, memberships: [department] } });
  await add(admin, 'sales@x.example', 'Sales');
  await add(admin, 'finance@x.example', 'Finance');
  await add(admin, 'stranger@x.example', 'Finance');
  await add(sally, 'own@x.example', 'Finance');

  const identifiers = async (who: typeof admin) => {
    const { invitations } = await (await who.call(listInvitations, {})).json();
    return invitations.map(({ identifier }: { identifier: string }) => identifier).sort();
  };

  expect(await identifiers(sally)).toEqual(['own@x.example', 'sales@x.example']);
  expect(await identifiers(admin)).toEqual([
    ...['finance@x.example', 'own@x.example', 'sales@x.example', 'stranger@x.example'],
  ]);
});
