import { expect, it } from 'vitest';
import { linkIdentity } from '#contract/identities.ts';
import { permission } from '#contract/permission.ts';
import { changeRoles, listRoles } from '#contract/roles.ts';
import type { Route } from '#contract/route.ts';
import { audience, canary, connectionNames } from '#mocks/seed/names.ts';
import { roleId, roles } from '#mocks/seed/roles.ts';
import type { PolicyInput } from '#proxy/policy/policy.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { requestFor } from '../../support/every-route.ts';
import { startAdding } from '../../support/people-adding.ts';
import { type Acting, writingRoutes } from '../../support/possible-acts.ts';
import { guarded } from '../../support/racing-act.ts';
import { outcomeOf, type StartOptions } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Privilege escalation',
  'get more rights by roles, by what is one’s own, by adding or linking; act on somebody who has more',
);

/** As much as a policy can allow. */
const open: PolicyInput = { roles: () => roles.map(({ name }) => name) };
const start = (options: StartOptions = {}): Promise<Acting> => startAdding({ ...options, policy: open });

const onUsers = writingRoutes.filter(({ path }) => path.includes(':userId'));

interface Attempt {
  route: Route;
  userId?: string;
  body?: object;
  refusal: RegExp;
}

/** Sends what must be refused with nothing written. */
async function expectRefused(acting: Acting, client: Acting['admin'], attempt: Attempt): Promise<void> {
  const { route, userId = 'x', body, refusal } = attempt;
  const { path, init } = requestFor(route, { userId }, body && { body });
  const before = acting.sent.length;
  const outcome = await outcomeOf(await client.send(path, init));
  const wrote = acting.sent.slice(before).filter(({ method }) => method !== 'GET');
  const leak = !refusal.test(outcome) || wrote.length > 0;
  const what = `${route.name} ${userId} ${JSON.stringify(body)?.slice(0, 120)}: ${outcome}`;
  tally.attempt(leak ? what : null);
  expect.soft(leak, what).toBe(false);
}

/** Acts that do him no harm, and give him nothing. */
const harmless = ['editProfile', 'sendVerificationEmail', 'sendPasswordReset', 'forgetBrowsers'];

it.each(['administrator', 'operator', 'helpdesk'] as const)(
  'lets an %s change nothing of his own',
  async (role) => {
    const acting = await start({ role });
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
      await expectRefused(acting, admin, {
        ...attempt,
        userId,
        refusal: /^409 own-account|^403 permission-missing/,
      });
    const intoMember: Attempt = {
      route: linkIdentity,
      userId: second.user_id,
      body: { with: userId },
      refusal: /^40[39]/,
    };
    await expectRefused(acting, admin, intoMember);
  },
);

it.each([...permission.options, 'vendor:everything'])(
  'lets an admin who has all but %s do nothing to whoever has it',
  async (lacking) => {
    const acting = await start();
    const { addPerson, as } = acting;
    const held = permission.options.filter((name) => name !== lacking);
    const client = await as(addPerson({ memberOf: 'Acme', permissions: held }));
    const superior = addPerson({ memberOf: 'Acme', permissions: [lacking] });
    const member = addPerson({ memberOf: 'Acme' });

    for (const route of onUsers) {
      const refusal = route.permission === lacking ? /^403 permission-missing/ : /^403 outranked/;
      await expectRefused(acting, client, { route, userId: superior.user_id, refusal });
    }
    const swallowed = { route: linkIdentity, userId: member.user_id, body: { with: superior.user_id } };
    await expectRefused(acting, client, { ...swallowed, refusal: /^403|^409 not-possible/ });
  },
);

const rightsOf = (id: string) =>
  roles
    .filter((role) => role.id === id)
    .flatMap((role) => role.permissions)
    .filter((grant) => grant.resource_server_identifier === audience)
    .map((grant) => grant.permission_name);

const noRoles = [
  'rol_0000000000000001',
  '',
  ' ',
  'Administrator',
  'org_acme',
  'auth0|x',
  '../users',
  '__proto__',
  roleId('Auditor').toUpperCase(),
  `${roleId('Auditor')}/permissions`,
  canary.repeat(200),
];

it.each(permission.options.filter((name) => name !== 'manage:roles'))(
  'lets an admin without %s give no role that has it, and nothing that is none',
  async (lacking) => {
    const acting = await start();
    const held = permission.options.filter((name) => name !== lacking);
    const client = await acting.as(acting.addPerson({ memberOf: 'Acme', permissions: held }));
    const userId = acting.addPerson({ memberOf: 'Acme' }).user_id;
    const above = roles.filter(({ id }) => rightsOf(id).some((name) => !(held as string[]).includes(name)));
    const wishes = [...above.map(({ id }) => id), ...noRoles].map((id) => ({
      roles: [id],
      seen: [] as string[],
    }));
    const many = [roleId('Billing viewer'), ...above.map(({ id }) => id), ...noRoles.slice(0, 1)];

    for (const body of [...wishes, { roles: many, seen: [] }])
      await expectRefused(acting, client, {
        route: changeRoles,
        userId,
        body,
        refusal: /^403 role-refused|^400/,
      });
    expect(acting.tenant.record(userId)?.roles ?? []).toEqual([]);
  },
);

it.each(roles.map(({ name, id }) => [name, id] as const))(
  'gives no role %s that has got more rights since the admin saw it',
  async (_, id) => {
    let isMore = false;
    const acting = await start({
      async between(request, pass) {
        const response = await pass(request);
        if (!isMore || !request.url.includes(`/roles/${id}/permissions`)) return response;
        const more = { resource_server_identifier: audience, permission_name: 'vendor:everything' };
        return Response.json([...(await response.json()), more]);
      },
    });
    await acting.admin.call(listRoles, {});
    const userId = acting.addPerson({ memberOf: 'Acme' }).user_id;
    isMore = true;

    const body = { roles: [id], seen: [] };
    await expectRefused(acting, acting.admin, {
      route: changeRoles,
      userId,
      body,
      refusal: /^403 role-refused/,
    });
  },
);

it('links nobody who is outside, above, shared, or has rights', async () => {
  const acting = await start();
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
    await expectRefused(acting, admin, {
      route: linkIdentity,
      userId,
      body: { with: user_id },
      refusal: /^40[349]/,
    });
});

it.each(['', 'Kestrel-58-orbit'])(
  'adds people (password %j) with no rights, and to one’s own organization',
  async (password) => {
    const acting = await start();
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
