import { expect, it } from 'vitest';
import { createUser, type NewUser } from '#contract/create-user.ts';
import { listUsers } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { getUser } from '#contract/user-routes.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { startAdding } from '#tests/support/people-adding.ts';
import { outcomeOf } from '#tests/support/start-proxy.ts';

const jo = { connection: connectionNames.database, email: 'jo@acme.example' };
const strong = 'Kestrel-58-Orchard';

async function errorsOf(response: Response): Promise<[string, string][]> {
  const { errors = [] } = await response.json();
  return errors.map(({ pointer, detail }: Record<string, string>) => [pointer, detail]);
}

it('invites a person by a mail, with a password that nobody knows', async () => {
  const { add, made, sent, tenant } = await startAdding();

  const response = await add({ ...jo, name: 'Jo Doe', given_name: 'Jo', family_name: 'Doe' });

  expect(await response.json()).toEqual({ outcome: 'added' });
  expect(made()).toMatchObject([
    {
      ...{ email: jo.email, name: 'Jo Doe', given_name: 'Jo', family_name: 'Doe', email_verified: false },
      app_metadata: {
        organization: 'Acme',
        steward_invited: true,
        steward_invited_at: '2026-10-01T09:00:00.000Z',
      },
    },
  ]);
  expect(tenant.mails()).toMatchObject([{ kind: 'reset_email', to: jo.email, client_id: 'orbit-portal' }]);
  const password = String(
    sent.find(({ method, path }) => method === 'POST' && path === '/users')?.body.password,
  );
  expect(password.length).toBeGreaterThan(40);
  expect(JSON.stringify(tenant.logs())).not.toContain(password);
});

it('shows a person nowhere before he has signed in', async () => {
  const { add, made, admin, tenant } = await startAdding();
  await add(jo);
  tenant.settle();
  const [person] = made();

  const list = await (await admin.call(listUsers, {})).json();
  const page = await admin.call(getUser, { params: { userId: person?.user_id as UserId } });

  expect(list.total).toBe(1);
  expect(await outcomeOf(page)).toBe('404 user-not-found');
});

it('links to a person who is a member already, found by email in any case or by username', async () => {
  const { add, addPerson, sent } = await startAdding();
  const jane = addPerson({ memberOf: 'Acme', profile: { email: 'Jane@Acme.example', name: 'Jane' } });
  const staff = addPerson({ memberOf: 'Acme', profile: { username: 'jane', name: 'Jane Staff' } });

  const answers = await Promise.all([
    add({ ...jo, email: 'JANE@acme.example' }).then((response) => response.json()),
    add({ connection: connectionNames.staff, email: 'j2@acme.example', username: 'JANE' }).then((response) =>
      response.json(),
    ),
  ]);

  expect(answers).toEqual([
    { outcome: 'already-member', user_id: jane.user_id, name: 'Jane' },
    { outcome: 'already-member', user_id: staff.user_id, name: 'Jane Staff' },
  ]);
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('sends the mail again to one who was added before, and makes nobody', async () => {
  const { add, made, tenant, audit } = await startAdding();
  await add(jo);

  const again = await add(jo);

  expect(await again.json()).toEqual({ outcome: 'added' });
  expect(made()).toHaveLength(1);
  expect(tenant.mails().map(({ to }) => to)).toEqual([jo.email, jo.email]);
  expect(audit.entries.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
});

it('sends nobody more mails than Auth0 would', async () => {
  const { add, clock } = await startAdding();
  const outcomes: string[] = [];
  for (let count = 0; count < 6; count += 1) outcomes.push(await outcomeOf(await add(jo)));
  clock.now += 10 * 60_000;

  const later = await outcomeOf(await add(jo));

  expect(outcomes).toEqual(['200', '200', '200', '200', '200', '429 busy']);
  expect(later).toBe('200');
});

it.each<[string, NewUser, [string, string][]]>([
  ['no email', { connection: connectionNames.database }, [['#/email', 'Fill this in.']]],
  [
    'a username where there are none',
    { ...jo, username: 'jo' },
    [['#/username', 'People of this connection have none.']],
  ],
  ['no username', { ...jo, connection: connectionNames.staff }, [['#/username', 'Fill this in.']]],
  [
    'too long a username',
    { ...jo, connection: connectionNames.staff, username: 'a'.repeat(16) },
    [['#/username', 'This is too long: at most 15.']],
  ],
  [
    'an email for a username',
    { ...jo, connection: connectionNames.staff, username: 'a@b.co' },
    [['#/username', 'A username may not look like an email.']],
  ],
  ['no phone number', { connection: connectionNames.sms }, [['#/phone_number', 'Fill this in.']]],
  [
    'a password where there is none',
    { ...jo, connection: connectionNames.email, password: strong },
    [['#/password', 'People of this connection have no password.']],
  ],
  [
    'a connection that creates nobody',
    { ...jo, connection: connectionNames.google },
    [['#/connection', 'Nobody can be added to this connection in this way.']],
  ],
  [
    'a database of the vendor’s own',
    { ...jo, connection: connectionNames.partners },
    [['#/connection', 'Nobody can be added to this connection in this way.']],
  ],
  [
    'a connection that the policy does not name',
    { ...jo, connection: connectionNames.acmeOkta },
    [['#/connection', 'Nobody can be added to this connection in this way.']],
  ],
  [
    'a connection that is not there',
    { ...jo, connection: 'nowhere' },
    [['#/connection', 'Nobody can be added to this connection in this way.']],
  ],
  [
    'an application that the policy does not name',
    { ...jo, application: 'steward-proxy' },
    [['#/application', 'This is none of the applications.']],
  ],
  [
    'a field that nobody declared',
    { ...jo, fields: { plan: 'x' } },
    [['#/fields/plan', 'This is not known here.']],
  ],
  [
    'a choice that is not offered',
    { ...jo, memberships: ['x'] },
    [['#/memberships', 'This is none of the choices.']],
  ],
])('refuses a person with %s before anything is sent', async (_, body, errors) => {
  const { add, sent } = await startAdding();

  const response = await add(body);

  expect(await outcomeOf(response)).toBe('400 invalid-request');
  expect(await errorsOf(response)).toEqual(errors);
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it.each<[string, NewUser]>([
  ['by email and code', { connection: connectionNames.email, email: 'jo@acme.example' }],
  ['by text message', { connection: connectionNames.sms, phone_number: '+4930123456' }],
])('adds a person who signs in %s, without a password and without a mail', async (_, body) => {
  const { add, made, tenant } = await startAdding();

  const outcome = await outcomeOf(await add(body));

  expect(outcome).toBe('200');
  expect(made()).toHaveLength(1);
  expect(tenant.record(made()[0]?.user_id ?? '')?.password).toBeUndefined();
  expect(tenant.mails()).toEqual([]);
});

it('writes declared fields and the choice of a membership beside the organization', async () => {
  const { add, made } = await startAdding({
    policy: {
      fields: [
        {
          name: 'department',
          label: 'Department',
          path: 'app_metadata.department',
          shows: ['create'],
          editable: true,
        },
        { name: 'title', label: 'Title', path: 'user_metadata.title', shows: ['create'], editable: true },
      ],
      memberships: () => ({
        label: 'Site',
        path: 'app_metadata.site',
        choices: [{ value: 'Berlin', label: 'Berlin' }],
      }),
    },
  });

  await add({ ...jo, fields: { department: 'Sales', title: 'Lead' }, memberships: ['Berlin'] });

  expect(made()).toMatchObject([
    {
      app_metadata: { organization: 'Acme', department: 'Sales', site: 'Berlin', steward_invited: true },
      user_metadata: { title: 'Lead' },
    },
  ]);
});

it('refuses more than Auth0 lets a profile hold, whoever has the address', async () => {
  const names = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1'];
  const fields = names.map((name) => ({
    ...{ name, label: name, path: `user_metadata.${name}`, type: 'long-text' as const },
    ...{ shows: ['create' as const], editable: true },
  }));
  const { add, addPerson, sent } = await startAdding({ policy: { fields } });
  addPerson({ memberOf: 'Globex', profile: { email: 'there@globex.example' } });
  const values = Object.fromEntries(names.map((name) => [name, 'x'.repeat(1_500)]));

  const answers = [
    await errorsOf(await add({ ...jo, fields: values })),
    await errorsOf(await add({ ...jo, email: 'there@globex.example', fields: values })),
  ];

  expect(answers).toEqual([
    [['#/fields', 'This is too much in all.']],
    [['#/fields', 'This is too much in all.']],
  ]);
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('adds nobody to a database that the policy does not name for the organization', async () => {
  const { add, sent } = await startAdding({
    policy: { connections: () => [{ name: connectionNames.database, label: 'x', strategy: 'auth0' }] },
  });

  const response = await add({ connection: connectionNames.staff, email: jo.email, username: 'jo' });

  expect(await outcomeOf(response)).toBe('400 invalid-request');
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('gives a person who waits in one connection an account of his own in another', async () => {
  const { add, made, tenant } = await startAdding();
  await add({ connection: connectionNames.email, email: jo.email });

  await add({ ...jo, password: strong });

  expect(made().map(({ identities }) => identities[0]?.connection)).toEqual([
    connectionNames.email,
    connectionNames.database,
  ]);
  const [first, second] = made().map(({ user_id }) => tenant.record(user_id)?.password);
  expect([first, second]).toEqual([undefined, strong]);
});

it('holds to the ways that the policy opens, and to the permission for passwords', async () => {
  const invitesOnly = await startAdding({ policy: { creation: ['invite'] } });
  const passwordsOnly = await startAdding({ policy: { creation: ['password'] } });
  const operator = await startAdding({ role: 'operator' });

  const outcomes = [
    await outcomeOf(await invitesOnly.add({ ...jo, password: strong })),
    await outcomeOf(await passwordsOnly.add(jo)),
    await outcomeOf(await operator.add({ ...jo, password: strong })),
    await outcomeOf(await operator.add(jo)),
  ];

  expect(outcomes).toEqual(['403 policy-refused', '403 policy-refused', '403 permission-missing', '200']);
});

it('says the vendor’s reason when he does not let this admin add anyone', async () => {
  const { add, sent } = await startAdding({
    policy: {
      access: ({ action }) => (action === 'createUser' ? { denied: 'Ask your account manager.' } : true),
    },
  });

  const response = await add(jo);

  expect(await outcomeOf(response)).toBe('403 policy-refused');
  expect((await response.json()).detail).toBe('Ask your account manager.');
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('says truthfully that a person was added whose mail could not be sent', async () => {
  const { add, made, audit } = await startAdding({
    between: (request, pass) =>
      request.url.endsWith('/dbconnections/change_password')
        ? Promise.resolve(new Response('', { status: 503 }))
        : pass(request),
  });

  const response = await add(jo);

  expect(await outcomeOf(response)).toBe('503 auth0-unavailable');
  expect((await response.json()).detail).toMatch(/^The person was added, but the mail could not be sent/);
  expect(made()).toHaveLength(1);
  expect(audit.entries).toMatchObject([{ act: 'createUser', outcome: 'unknown' }]);
});

it('puts on record who was wanted, under the connection, and no id', async () => {
  const { add, audit } = await startAdding();

  await add({ ...jo, name: 'Jo Doe' });

  expect(audit.entries).toMatchObject([
    {
      act: 'createUser',
      organization: 'Acme',
      target: null,
      after: { connection: jo.connection, email: jo.email, name: 'Jo Doe', temporary_password: false },
      outcome: 'done',
    },
  ]);
});

it('asks why, where the policy wants to know', async () => {
  const { admin, audit } = await startAdding({ policy: { reasons: ['createUser'] } });

  const silent = await admin.call(createUser, { body: jo });
  const told = await admin.call(
    createUser,
    { body: jo },
    { headers: { 'steward-reason': 'New%20colleague' } },
  );

  expect([await outcomeOf(silent), await outcomeOf(told)]).toEqual(['400 reason-required', '200']);
  expect(audit.entries.at(-1)).toMatchObject({ outcome: 'done', reason: 'New colleague' });
});

it('writes nothing that it cannot put on record', async () => {
  const { add, made } = await startAdding({
    audit: { ...createMemoryAudit(), begin: () => Promise.reject(new Error('disk full')) },
  });

  const outcome = await outcomeOf(await add(jo));

  expect(outcome).toBe('503 audit-unavailable');
  expect(made()).toEqual([]);
});

it('costs five calls: two to look, one to add, one to look again and one for the mail', async () => {
  const { add, sent, tenant } = await startAdding();
  await add({ ...jo, email: 'first@acme.example' });
  sent.length = 0;

  await add(jo);

  expect(sent.map(({ method, path }) => `${method} ${path.replace(/%7C\w+/, '')}`).toSorted()).toEqual([
    'GET /users',
    'GET /users-by-email',
    'GET /users/auth0',
    'POST /dbconnections/change_password',
    'POST /users',
  ]);
  expect(tenant.mails()).toHaveLength(2);
});

it('takes no account that someone was given meanwhile for its own', async () => {
  const { add, tenant, addPerson } = await startAdding({
    between(request, pass) {
      if (request.method === 'POST' && request.url.endsWith('/users')) {
        addPerson({ memberOf: 'Globex', profile: { email: jo.email } });
      }
      return pass(request);
    },
  });

  const response = await add(jo);

  expect(await response.json()).toEqual({ outcome: 'added' });
  expect(tenant.mails()).toEqual([]);
});

it('adds a person once when two admins do it at the same moment', async () => {
  const { add, made } = await startAdding();

  const outcomes = await Promise.all([add(jo), add(jo)].map(async (response) => outcomeOf(await response)));

  expect(outcomes).toEqual(['200', '200']);
  expect(made()).toHaveLength(1);
});
