import { expect, it } from 'vitest';
import { linkIdentity } from '#contract/identities.ts';
import { permission } from '#contract/permission.ts';
import { changeRoles } from '#contract/roles.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import { roles } from '#mocks/seed/roles.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { writingRoutes } from '../../support/possible-acts.ts';
import { guarded } from '../../support/racing-act.ts';
import { type Attempt, expectRefused, startOpen } from '../../support/refused-attempt.ts';

const tally = attackTally(
  'Privilege escalation',
  'get more rights by what is one’s own, by adding or linking; act on somebody who has more',
);

const onUsers = writingRoutes.filter(({ path }) => path.includes(':userId'));

/** Acts that do him no harm, and give him nothing. */
const harmless = ['editProfile', 'sendVerificationEmail', 'sendPasswordReset', 'forgetBrowsers'];

it.each(['administrator', 'operator', 'helpdesk'] as const)(
  'lets an %s change nothing of his own',
  async (role) => {
    const acting = await startOpen({ role });
    const { admin, addPerson } = acting;
    const userId = admin.person.user_id;
    const second = addPerson({ memberOf: 'Acme' });
    const more = { route: changeRoles, body: { roles: roles.map(({ id }) => id), seen: [] } };
    const attempts: Omit<Attempt, 'refusal'>[] = [
      ...onUsers.filter(({ name }) => !harmless.includes(name)).map((route) => ({ route })),
      more,
      { route: changeRoles, body: { roles: [], seen: roles.map(({ id }) => id) } },
      { route: linkIdentity, body: { with: second.user_id } },
    ];

    for (const attempt of attempts)
      await expectRefused(
        tally,
        { acting, client: admin },
        {
          ...attempt,
          userId,
          refusal: /^409 own-account|^403 permission-missing/,
        },
      );
    const intoMember: Attempt = {
      route: linkIdentity,
      userId: second.user_id,
      body: { with: userId },
      refusal: /^40[39]/,
    };
    await expectRefused(tally, { acting, client: admin }, intoMember);
  },
);

it.each([...permission.options, 'vendor:everything'])(
  'lets an admin who has all but %s do nothing to whoever has it',
  async (lacking) => {
    const acting = await startOpen();
    const { addPerson, as } = acting;
    const held = permission.options.filter((name) => name !== lacking);
    const client = await as(addPerson({ memberOf: 'Acme', permissions: held }));
    const superior = addPerson({ memberOf: 'Acme', permissions: [lacking] });
    const member = addPerson({ memberOf: 'Acme' });

    for (const route of onUsers) {
      const refusal = route.permission === lacking ? /^403 permission-missing/ : /^403 outranked/;
      await expectRefused(tally, { acting, client }, { route, userId: superior.user_id, refusal });
    }
    const swallowed = { route: linkIdentity, userId: member.user_id, body: { with: superior.user_id } };
    await expectRefused(tally, { acting, client }, { ...swallowed, refusal: /^403|^409 not-possible/ });
  },
);

it('links nobody who is outside, above, shared, or has rights', async () => {
  const acting = await startOpen();
  const { addPerson, admin } = acting;
  const userId = addPerson({ memberOf: 'Acme' }).user_id;
  const identity = { provider: 'auth0', isSocial: false, connection: connectionNames.database };
  const seconds = [
    addPerson({ memberOf: 'Globex' }),
    addPerson({ memberOf: 'acme' }),
    addPerson(),
    addPerson({ memberOf: ['Acme', 'Globex'] }),
    addPerson({ memberOf: 'Acme', permissions: ['vendor:everything'] }),
    addPerson({ memberOf: 'Acme', role: 'auditor' }),
    addPerson({ memberOf: 'Acme', role: 'administrator' }),
    addPerson({ memberOf: 'Acme', profile: { blocked: true } }),
    addPerson({
      memberOf: 'Acme',
      profile: { app_metadata: { organization: 'Acme', steward_leaving: true } },
    }),
    addPerson({
      memberOf: 'Acme',
      profile: { identities: [1, 2].map((id) => ({ ...identity, user_id: `00000000000000000000000${id}` })) },
    }),
    admin.person,
    { user_id: userId },
    { user_id: 'auth0|x' },
    { user_id: '__proto__' },
  ];

  for (const { user_id } of seconds)
    await expectRefused(
      tally,
      { acting, client: admin },
      {
        route: linkIdentity,
        userId,
        body: { with: user_id },
        refusal: /^40[349]/,
      },
    );
});

it.each(['', 'Kestrel-58-orbit'])(
  'adds people (password %j) with no rights, and to one’s own organization',
  async (password) => {
    const acting = await startOpen();
    const { addPerson, add, made, tenant } = acting;
    const pending = { organization: 'Acme', steward_invited: true };
    const there = [
      addPerson({ memberOf: 'Globex', profile: { email: 'a@x.example' } }),
      addPerson({ memberOf: 'Acme', permissions: ['vendor:everything'], profile: { email: 'b@x.example' } }),
      addPerson({ memberOf: ['Acme', 'Globex'], profile: { email: 'c@x.example' } }),
      addPerson({
        permissions: ['vendor:everything'],
        profile: { email: 'd@x.example', app_metadata: pending },
      }),
      addPerson({ profile: { email: 'e@x.example', app_metadata: { ...pending, organization: 'Globex' } } }),
      addPerson({
        profile: { email: 'f@x.example', app_metadata: { ...pending, organization: ['Acme', 'Globex'] } },
      }),
    ];
    const states = () =>
      there.map(({ user_id }) => JSON.stringify(tenant.record(user_id))?.replace(/"updated_at":"[^"]*"/, ''));
    const before = states();
    const connection = connectionNames.database;

    for (const { email = '' } of [...there, { email: 'new@x.example' }])
      await add({ connection, email, ...(password && { password }) });

    for (const [index, state] of states().entries()) {
      tally.attempt(state === before[index] ? null : `adding changed ${there[index]?.email}: ${state}`);
      expect.soft(state).toBe(before[index]);
    }
    for (const { user_id } of made()) {
      const record = tenant.record(user_id);
      const { roles: given, permissions, organization } = record ? guarded(record) : {};
      const leak = given?.length !== 0 || permissions?.length !== 0 || organization !== 'Acme';
      tally.attempt(leak ? `added with ${given} ${permissions} ${organization}` : null);
      expect([given, permissions, organization]).toEqual([[], [], 'Acme']);
    }
    expect(made()).toHaveLength(1);
  },
);
