import { expect, it } from 'vitest';
import { changeEmail, changePhone, changeUsername, sendVerificationEmail } from '#contract/profile-edit.ts';
import { getMe } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { getUser } from '#contract/user-routes.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { TenantUser } from '#tenant/model.ts';
import { accountIn } from '#tests/support/accounts.ts';
import { writes } from '#tests/support/blocking.ts';
import { outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

async function started({ person, ...options }: StartOptions & { person?: Partial<TenantUser> } = {}) {
  const patches: Record<string, unknown>[] = [];
  const { between = (request, pass) => pass(request) } = options;
  const proxy = await startProxy({
    ...options,
    async between(request, pass) {
      if (request.method === 'PATCH') patches.push(await request.clone().json());
      return between(request, pass);
    },
  });
  const member = proxy.addPerson({
    memberOf: 'Acme',
    profile: { email: 'jane@acme.example', email_verified: true, ...person },
  });
  const params = { userId: member.user_id as UserId };
  await proxy.admin.call(getMe, {});
  const { admin } = proxy;
  return {
    ...proxy,
    patches,
    params,
    email: (email: string) => admin.call(changeEmail, { params, body: { email } }),
    username: (username: string) => admin.call(changeUsername, { params, body: { username } }),
    phone: (phone_number: string) => admin.call(changePhone, { params, body: { phone_number } }),
    verify: () => admin.call(sendVerificationEmail, { params }),
    user: () => proxy.tenant.user(params.userId),
  };
}

async function errorsOf(response: Response) {
  return (await response.json()).errors;
}

it('changes an email, which is then unverified, and has its mail sent', async () => {
  const { email, user, tenant, audit } = await started();

  const response = await email('  Jane.Roe@Acme.example ');

  expect(await response.json()).toMatchObject({ email: 'jane.roe@acme.example', email_verified: false });
  expect(user()).toMatchObject({ email: 'jane.roe@acme.example', email_verified: false });
  expect(tenant.mails()).toMatchObject([{ kind: 'verify_email', to: 'jane.roe@acme.example' }]);
  expect(audit.entries).toMatchObject([
    {
      before: { email: 'jane@acme.example', email_verified: true },
      after: { email: 'jane.roe@acme.example', email_verified: false },
      outcome: 'done',
    },
  ]);
});

it('writes nothing and sends nothing when the email stays', async () => {
  const stage = await started();

  const outcome = await outcomeOf(await stage.email('JANE@acme.example'));

  expect(outcome).toBe('200');
  expect(writes(stage)).toEqual([]);
  expect(stage.tenant.mails()).toEqual([]);
});

it('never repeats a change that sends a mail', async () => {
  let tries = 0;
  const { email } = await started({
    between(request, pass) {
      if (request.method !== 'PATCH') return pass(request);
      tries += 1;
      return Promise.resolve(new Response('', { status: 503 }));
    },
  });

  const outcome = await outcomeOf(await email('x@acme.example'));

  expect([outcome, tries]).toEqual(['503 auth0-unavailable', 1]);
});

it('says that an email is taken by a fellow member, and of anyone else only that it cannot be used', async () => {
  const stage = await started();
  stage.addPerson({ memberOf: 'Acme', profile: { email: 'here@acme.example' } });
  stage.addPerson({ memberOf: 'Globex', profile: { email: 'there@globex.example' } });
  stage.addPerson({ profile: { email: 'nowhere@x.example' } });

  const answers = [];
  for (const wanted of ['here@acme.example', 'there@globex.example', 'nowhere@x.example']) {
    const response = await stage.email(wanted);
    answers.push([await outcomeOf(response), await errorsOf(response)]);
  }

  expect(answers).toEqual([
    [
      '409 identifier-taken',
      [{ pointer: '#/email', detail: 'Another member of your organization has this already.' }],
    ],
    ['409 identifier-taken', [{ pointer: '#/email', detail: 'This cannot be used.' }]],
    ['409 identifier-taken', [{ pointer: '#/email', detail: 'This cannot be used.' }]],
  ]);
  expect(stage.user()?.email).toBe('jane@acme.example');
  expect(stage.audit.entries.map(({ outcome, problem }) => `${outcome} ${problem}`)).toEqual(
    Array(3).fill('failed identifier-taken'),
  );
});

it('asks as many calls whoever has the email', async () => {
  const stage = await started();
  stage.addPerson({ memberOf: 'Acme', profile: { email: 'here@acme.example' } });
  stage.addPerson({ memberOf: 'Globex', profile: { email: 'there@globex.example' } });
  await stage.email('first@acme.example');
  const costs = [];

  for (const wanted of ['here@acme.example', 'there@globex.example']) {
    const before = stage.tenant.calls.length;
    await stage.email(wanted);
    costs.push(stage.tenant.calls.length - before);
  }

  expect(costs[0]).toBe(costs[1]);
});

it('changes a username, and sends nothing else along', async () => {
  const { username, user, patches } = await started({ person: accountIn('staff', { username: 'jane' }) });

  const response = await username(' Jane.Roe ');

  expect(await response.json()).toMatchObject({ username: 'jane.roe' });
  expect(user()?.username).toBe('jane.roe');
  expect(patches).toEqual([{ username: 'jane.roe', connection: 'Staff-Directory' }]);
});

it.each([
  ['a'.repeat(16), 'This is too long: at most 15.'],
  ['a@b.co', 'A username may not look like an email.'],
  ['jane doe', "Use letters, digits and @ ^ $ . ! ` - # + ' ~ _ , only."],
])('refuses the username "%s" before anything is sent', async (wanted, detail) => {
  const stage = await started({ person: accountIn('staff', { username: 'jane' }) });

  const response = await stage.username(wanted);

  expect(await outcomeOf(response)).toBe('400 invalid-request');
  expect(await errorsOf(response)).toEqual([{ pointer: '#/username', detail }]);
  expect(writes(stage)).toEqual([]);
});

it('says of a username that is taken elsewhere only that it cannot be used', async () => {
  const stage = await started({ person: accountIn('staff', { username: 'jane' }) });
  stage.addPerson({
    profile: accountIn('staff', { username: 'zoe', app_metadata: { organization: 'Globex' } }),
  });

  const response = await stage.username('zoe');

  expect(await outcomeOf(response)).toBe('409 identifier-taken');
  expect(await errorsOf(response)).toEqual([{ pointer: '#/username', detail: 'This cannot be used.' }]);
});

it.each([
  ['of a database that lets people have one', accountIn('members', { username: 'jane' })],
  ['of someone who signs in by text message', accountIn('sms', { phone_number: '+49301' })],
])('changes the phone number %s, which is then unverified', async (_, person) => {
  const { phone, user } = await started({ person });

  const response = await phone('+4930123456');

  expect(await response.json()).toMatchObject({ phone_number: '+4930123456', phone_verified: false });
  expect(user()).toMatchObject({ phone_number: '+4930123456', phone_verified: false });
});

it('sends a verification mail to someone whose email is not verified', async () => {
  const { verify, tenant, audit, params } = await started({ person: { email_verified: false } });

  const response = await verify();

  expect(await response.json()).toEqual({});
  expect(tenant.mails()).toMatchObject([{ kind: 'verify_email', to: 'jane@acme.example' }]);
  expect(audit.entries).toMatchObject([
    { act: 'sendVerificationEmail', target: params.userId, outcome: 'done' },
  ]);
});

it('never sends a verification mail twice', async () => {
  let tries = 0;
  const { verify } = await started({
    person: { email_verified: false },
    between(request, pass) {
      if (!request.url.includes('/jobs/')) return pass(request);
      tries += 1;
      return Promise.resolve(new Response('', { status: 500 }));
    },
  });

  const outcome = await outcomeOf(await verify());

  expect([outcome, tries]).toEqual(['503 auth0-unavailable', 1]);
});

const acts = ['email', 'username', 'phone', 'verify'] as const;
const wishes = { email: 'x@acme.example', username: 'xyz1', phone: '+4930', verify: '' };
const decisions = {
  email: 'changeEmail',
  username: 'changeUsername',
  phone: 'changePhone',
  verify: 'sendVerificationEmail',
} as const;

it.each<[string, Partial<TenantUser>, (typeof acts)[number][]]>([
  ['a database without usernames', { email_verified: true }, ['email']],
  ['an unverified email', { email_verified: false }, ['email', 'verify']],
  ['a database with usernames', accountIn('staff', { username: 'jane' }), ['email', 'username']],
  ['no username yet', accountIn('staff'), ['email']],
  ['flexible identifiers', accountIn('members', { username: 'jane' }), ['email', 'username', 'phone']],
  ['a database of the vendor’s own', accountIn('partners', { email_verified: true }), []],
  ['passwordless email', accountIn('email'), []],
  ['passwordless sms', accountIn('sms', { phone_number: '+49301' }), ['phone']],
  ['a social connection', accountIn('google'), []],
  ['an enterprise connection', accountIn('acmeOkta'), []],
])(
  'does with %s what Auth0 allows, refuses the rest unsent, and the page says so',
  async (_, person, allowed) => {
    for (const act of acts) {
      const stage = await started({ person });
      const page = await (await stage.admin.call(getUser, { params: stage.params })).json();

      const outcome = await outcomeOf(await stage[act](wishes[act]));

      const isAllowed = allowed.includes(act);
      expect([act, outcome]).toEqual([act, isAllowed ? '200' : '409 not-possible']);
      expect(page.acts[decisions[act]].allowed).toBe(isAllowed);
      if (!isAllowed) expect(writes(stage)).toEqual([]);
    }
  },
);

it('lets the policy’s write have the last word on an email, and judges what it gives', async () => {
  const other = await started({
    config: {
      policy: definePolicy({
        write: ({ action, payload }) =>
          action === 'changeEmail' ? { email: 'set@vendor.example' } : payload,
      }),
    },
  });
  const nonsense = await started({
    config: {
      policy: definePolicy({
        write: () => ({ email: 'x@y.example', app_metadata: { organization: 'Globex' } }) as never,
      }),
    },
  });

  const outcomes = [
    await outcomeOf(await other.email('a@b.example')),
    await outcomeOf(await nonsense.email('a@b.example')),
  ];

  expect(outcomes).toEqual(['200', '403 policy-refused']);
  expect(other.user()?.email).toBe('set@vendor.example');
  expect(writes(nonsense)).toEqual([]);
});

it.each(acts)(
  'refuses %s of a stranger, of oneself, of a higher rank and without the permission',
  async (act) => {
    const stage = await started({ role: 'operator', person: { email_verified: false } });
    const stranger = stage.addPerson({ memberOf: 'Globex' }).user_id;
    const boss = stage.addPerson({ memberOf: 'Acme', role: 'administrator' }).user_id;
    const helpdesk = await stage.as(stage.addPerson({ memberOf: 'Acme', role: 'helpdesk' }));
    const routes = {
      email: changeEmail,
      username: changeUsername,
      phone: changePhone,
      verify: sendVerificationEmail,
    };
    const bodies = {
      email: { email: 'x@y.example' },
      username: { username: 'x' },
      phone: { phone_number: '+49' },
      verify: undefined,
    };
    const ask = async (client: typeof stage.admin, userId: string) => {
      // Each route has the body that stands beside it.
      const input = { params: { userId }, body: bodies[act] } as never;
      return outcomeOf(await client.call(routes[act], input));
    };

    expect(await ask(stage.admin, stranger)).toBe('404 user-not-found');
    expect(await ask(stage.admin, boss)).toBe('403 outranked');
    expect(await ask(helpdesk, stage.params.userId)).toBe('403 permission-missing');
    if (act !== 'verify') expect(await ask(stage.admin, stage.admin.person.user_id)).toBe('409 own-account');
    expect(writes(stage)).toEqual([]);
  },
);
