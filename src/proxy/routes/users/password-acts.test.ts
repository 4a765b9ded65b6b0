import { expect, it } from 'vitest';
import { getMe } from '#contract/routes.ts';
import { sendPasswordReset, setPassword } from '#contract/security.ts';
import type { UserId } from '#contract/user.ts';
import { getUser } from '#contract/user-routes.ts';
import { connections } from '#mocks/seed/connections.ts';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { Connection, TenantUser } from '#tenant/model.ts';
import { accountIn } from '#tests/support/accounts.ts';
import { writes } from '#tests/support/blocking.ts';
import { appOrigin, outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const policy = definePolicy({
  passwords: 'temporary',
  applications: () => [
    { client_id: 'orbit-portal', name: 'Portal' },
    { client_id: 'orbit-mobile', name: 'Mobile' },
  ],
});
const strong = 'Kestrel-58-Orchard';

interface Words extends StartOptions {
  person?: Partial<TenantUser>;
  /** Changes the connection of the person. */
  connection?: Partial<Connection>;
}

async function started({ person, connection, ...options }: Words = {}) {
  const seed = noUsersSeed({ spaUrls: [appOrigin] });
  const changed = connections.map((one) =>
    one.name === (person?.identities?.[0]?.connection ?? connections[0]?.name)
      ? { ...one, ...connection }
      : one,
  );
  const bodies: string[] = [];
  const { between = (request, pass) => pass(request) } = options;
  const proxy = await startProxy({
    seed: { ...seed, connections: changed },
    ...options,
    config: { policy, ...options.config },
    async between(request, pass) {
      if (request.method !== 'GET') bodies.push(`${request.method} ${await request.clone().text()}`);
      return between(request, pass);
    },
  });
  const member = proxy.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Doe', email: 'jane@acme.example', ...person },
  });
  const params = { userId: member.user_id as UserId };
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  bodies.length = 0;
  const { admin, tenant } = proxy;
  return {
    ...proxy,
    params,
    bodies,
    reset: (body: { application?: string } = {}) => admin.call(sendPasswordReset, { params, body }),
    set: (password: string) => admin.call(setPassword, { params, body: { password } }),
    user: () => tenant.user(params.userId),
    record: () => tenant.record(params.userId),
  };
}

it('sends the mail by which a member chooses a new password, to the first application of the policy', async () => {
  const { reset, tenant, audit, params } = await started();

  const response = await reset();

  expect(await response.json()).toEqual({});
  expect(tenant.mails()).toMatchObject([
    { kind: 'reset_email', to: 'jane@acme.example', client_id: 'orbit-portal' },
  ]);
  expect(audit.entries).toMatchObject([
    {
      act: 'sendPasswordReset',
      target: params.userId,
      after: { mail: 'jane@acme.example' },
      outcome: 'done',
    },
  ]);
});

it('sends the mail to an application that the admin picks among those of the policy, and to no other', async () => {
  const { reset, tenant } = await started();

  const outcomes = [
    await outcomeOf(await reset({ application: 'orbit-mobile' })),
    await outcomeOf(await reset({ application: 'steward-proxy' })),
    await outcomeOf(await reset({ application: 'steward-spa' })),
  ];

  expect(outcomes).toEqual(['200', '400 invalid-request', '400 invalid-request']);
  expect(tenant.mails().map(({ client_id }) => client_id)).toEqual(['orbit-mobile']);
});

it('leads the mail to Steward itself where the policy names no application', async () => {
  const { reset, tenant } = await started({ config: { policy: definePolicy({}) } });

  await reset();

  expect(tenant.mails()).toMatchObject([{ client_id: 'steward-spa' }]);
});

it('sends no mail twice when Auth0 does not answer', async () => {
  let tries = 0;
  const { reset, audit } = await started({
    between(request, pass) {
      if (!request.url.endsWith('/dbconnections/change_password')) return pass(request);
      tries += 1;
      return Promise.resolve(new Response('', { status: 500 }));
    },
  });

  const outcome = await outcomeOf(await reset());

  expect([outcome, tries]).toEqual(['503 auth0-unavailable', 1]);
  expect(audit.entries).toMatchObject([{ outcome: 'unknown' }]);
});

it('passes on that Auth0 has sent this person enough mails', async () => {
  const { reset, audit } = await started({
    between: (request, pass) =>
      request.url.endsWith('/dbconnections/change_password')
        ? Promise.resolve(new Response('', { status: 429 }))
        : pass(request),
  });

  const response = await reset();

  expect(await outcomeOf(response)).toBe('429 busy');
  expect(response.headers.get('retry-after')).toBe('60');
  expect(audit.entries).toMatchObject([{ outcome: 'failed' }]);
});

it('sets a password behind a mark by which nobody gets in, then the moment and the link to choose one', async () => {
  const { set, user, record, bodies, clock } = await started();
  clock.now += 1000;

  const response = await set(strong);

  expect(await response.json()).toMatchObject({ temporary_password: true });
  expect(record()?.password).toBe(strong);
  expect(user()?.app_metadata).toEqual({
    organization: 'Acme',
    steward_temporary_password: {
      at: user()?.last_password_reset,
      ticket: expect.stringContaining('/u/reset-password?ticket='),
    },
  });
  expect(bodies[0]).toBe(
    `PATCH ${JSON.stringify({
      password: strong,
      connection: 'Username-Password-Authentication',
      app_metadata: { steward_temporary_password: { at: null } },
    })}`,
  );
  expect(bodies).toHaveLength(3);
});

it('costs two reads and three writes to set a password', async () => {
  const { set, tenant } = await started();
  await set(strong);
  tenant.calls.length = 0;

  await set('Heron-77-Willow-x');

  expect(
    tenant.calls.map(({ method, path }) => `${method} ${path.replace('/api/v2', '').replace(/%7C\w+/, '')}`),
  ).toEqual([
    'GET /users/auth0',
    'GET /users/auth0/permissions',
    'PATCH /users/auth0',
    'POST /tickets/password-change',
    'PATCH /users/auth0',
  ]);
});

it('puts a block back that setting a password has taken away', async () => {
  const stage = await started({
    person: { blocked: true },
    async between(request, pass) {
      const isPassword = request.method === 'PATCH' && (await request.clone().text()).includes(strong);
      if (!isPassword) return pass(request);
      await pass(request);
      stage.tenant.changeUser(stage.params.userId, { blocked: false });
      return Response.json(stage.user());
    },
  });

  const response = await stage.set(strong);

  expect(await response.json()).toMatchObject({ blocked: true });
  expect(stage.user()?.blocked).toBe(true);
});

it.each([
  ['no ticket is made', (request: Request) => request.url.includes('/tickets/')],
  [
    'the second write fails',
    (() => {
      let count = 0;
      return (request: Request) => {
        if (request.method === 'PATCH') count += 1;
        return request.method === 'PATCH' && count > 1;
      };
    })(),
  ],
])('lets nobody in when %s, and says so', async (_, fails) => {
  const { set, user, audit } = await started({
    between: (request, pass) =>
      fails(request) ? Promise.resolve(new Response('', { status: 400 })) : pass(request),
  });

  const response = await set(strong);

  expect(response.ok).toBe(false);
  expect((await response.json()).detail).toBe(
    'The old password is void, and the new one lets nobody in yet. Set it once more.',
  );
  expect(user()?.app_metadata?.steward_temporary_password).toEqual({ at: null });
  expect(audit.entries).toMatchObject([{ outcome: 'unknown' }]);
});

it('names what a password lacks of the connection’s own policy, and sends it nowhere', async () => {
  const stage = await started();

  const response = await stage.set('jane');

  expect(await outcomeOf(response)).toBe('400 weak-password');
  expect((await response.json()).errors).toEqual([
    { pointer: '#/password', detail: 'Use at least 15 characters.' },
    {
      pointer: '#/password',
      detail:
        'Use 3 of these: lower-case letters, upper-case letters, digits, special characters (!@#$%^&*).',
    },
    { pointer: '#/password', detail: 'Use nothing of the name, username or email.' },
  ]);
  expect(writes(stage)).toEqual([]);
});

it('says that a password is too weak when Auth0 alone knows why, and leaves everything as it was', async () => {
  const stage = await started({ person: accountIn('staff', { username: 'jane' }) });
  await stage.set(strong);
  const mark = stage.user()?.app_metadata?.steward_temporary_password;
  stage.clock.now += 1000;

  const response = await stage.set(strong);

  expect(await outcomeOf(response)).toBe('400 weak-password');
  expect((await response.json()).errors).toMatchObject([{ pointer: '#/password' }]);
  expect(stage.user()?.app_metadata?.steward_temporary_password).toEqual(mark);
  expect(stage.audit.entries.at(-1)).toMatchObject({ outcome: 'failed', problem: 'weak-password' });
});

it('keeps passwords and tickets out of answers, logs and records', async () => {
  const { set, lines, audit } = await started();

  const answers = [await (await set(strong)).text(), await (await set('jane-Orchard-secret')).text()];

  const texts = JSON.stringify([answers, lines, audit.rows]);
  expect(texts).not.toMatch(/Kestrel|Orchard|ticket=/);
});

it('denies by default, and says why a mail is better', async () => {
  const stage = await started({ config: { policy: definePolicy({}) } });

  const response = await stage.set(strong);

  expect(await outcomeOf(response)).toBe('403 policy-refused');
  expect((await response.json()).detail).toMatch(/mail/);
  expect(writes(stage)).toEqual([]);
});

it.each<[string, Words, boolean, boolean]>([
  ['a database', {}, true, true],
  ['no email', { person: accountIn('staff', { username: 'jane', email: undefined }) }, false, false],
  ['a database of the vendor’s own', { person: accountIn('partners') }, true, false],
  ['passwordless email', { person: accountIn('email') }, false, false],
  ['a social connection', { person: accountIn('google') }, false, false],
  ['an enterprise connection', { person: accountIn('acmeOkta') }, false, false],
  [
    'a disabled connection',
    { person: accountIn('staff', { username: 'jane' }), connection: { enabled_clients: [] } },
    false,
    false,
  ],
  [
    'emails that people may share',
    {
      connection: {
        options: {
          passwordPolicy: 'good',
          attributes: {
            email: { identifier: { active: false }, unique: false, signup: { status: 'optional' } },
            username: { identifier: { active: true }, signup: { status: 'required' } },
          },
        },
      },
      person: { username: 'jane' },
    },
    false,
    true,
  ],
])('allows for %s what Auth0 does, and the page says the same', async (_, words, mail, password) => {
  const stage = await started(words);
  const { acts } = await (await stage.admin.call(getUser, { params: stage.params })).json();

  const outcomes = [await outcomeOf(await stage.reset()), await outcomeOf(await stage.set(strong))];

  const expected = (isAllowed: boolean) => (isAllowed ? '200' : '409 not-possible');
  expect(outcomes).toEqual([expected(mail), expected(password)]);
  expect([acts.sendPasswordReset.allowed, acts.setPassword.allowed]).toEqual([mail, password]);
});

it('tells on the page what a password must be', async () => {
  const { admin, params } = await started();

  const page = await (await admin.call(getUser, { params })).json();

  expect(page.passwordRules).toEqual({
    min_length: 15,
    kinds: ['lower', 'upper', 'digit', 'special'],
    kinds_needed: 3,
    no_repeats: false,
    no_sequences: false,
    no_personal_info: true,
    dictionary: true,
    history: 0,
  });
});

it('sets no password of a stranger, a shared person, himself, a higher rank, or without the permission', async () => {
  const stage = await started();
  const lesser = await stage.as(
    stage.addPerson({ memberOf: 'Acme', permissions: ['set:passwords', 'read:users'] }),
  );
  const helpdesk = await stage.as(stage.addPerson({ memberOf: 'Acme', role: 'helpdesk' }));
  const ask = async (client: typeof stage.admin, userId: string) =>
    outcomeOf(
      await client.call(setPassword, { params: { userId: userId as UserId }, body: { password: strong } }),
    );

  const outcomes = [
    await ask(stage.admin, stage.addPerson({ memberOf: 'Globex' }).user_id),
    await ask(stage.admin, stage.addPerson({ memberOf: ['Acme', 'Globex'] }).user_id),
    await ask(stage.admin, stage.admin.person.user_id),
    await ask(lesser, helpdesk.person.user_id),
    await ask(helpdesk, stage.params.userId),
  ];

  expect(outcomes).toEqual([
    '404 user-not-found',
    '409 shared-user',
    '409 own-account',
    '403 outranked',
    '403 permission-missing',
  ]);
  expect(writes(stage)).toEqual([]);
});

it('tells nothing of a person who was moved away while his password was set', async () => {
  const stage = await started({
    between(request, pass) {
      if (request.url.includes('/tickets/'))
        stage.tenant.changeUser(stage.params.userId, { app_metadata: { organization: 'Globex' } });
      return pass(request);
    },
  });

  const outcome = await outcomeOf(await stage.set(strong));

  expect(outcome).toBe('404 user-not-found');
});

it('leaves the password alone when the policy cannot say which domain the link begins with', async () => {
  const customDomain = () => Promise.reject(new Error('no answer'));
  const { set, bodies } = await started({
    config: { policy: definePolicy({ passwords: 'temporary', customDomain }) },
  });

  const outcome = await outcomeOf(await set(strong));

  expect([outcome, bodies]).toEqual(['403 policy-refused', []]);
});
