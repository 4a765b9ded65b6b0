import { expect, it } from 'vitest';
import type { NewUser } from '#contract/create-user.ts';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import type { Seed } from '#tenant/model.ts';
import { answerOf } from '../support/answer-of.ts';
import { startAdding } from '../support/people-adding.ts';
import { appOrigin } from '../support/start-proxy.ts';

const { database, staff, email, sms } = connectionNames;
const address = 'someone@example.com';

const wishes: [string, NewUser, Parameters<Awaited<ReturnType<typeof startAdding>>['addPerson']>[0]][] = [
  ['by invitation', { connection: database, email: address }, { profile: { email: address } }],
  [
    'by invitation, in other letters',
    { connection: database, email: 'SomeOne@example.com' },
    { profile: { email: address } },
  ],
  [
    'with a temporary password',
    { connection: database, email: address, password: 'Kestrel-58-Orchard' },
    { profile: { email: address } },
  ],
  [
    'by a username',
    { connection: staff, email: 'new@example.com', username: 'someone' },
    {
      profile: {
        user_id: 'auth0|000000000000000000000123',
        email: address,
        username: 'someone',
        identities: [
          { connection: staff, provider: 'auth0', user_id: '000000000000000000000123', isSocial: false },
        ],
      },
    },
  ],
  [
    'without a password, by email',
    { connection: email, email: address },
    {
      profile: {
        user_id: 'email|000000000000000000000123',
        email: address,
        identities: [
          { connection: email, provider: 'email', user_id: '000000000000000000000123', isSocial: false },
        ],
      },
    },
  ],
  [
    'without a password, by phone',
    { connection: sms, phone_number: '+4930123456' },
    {
      profile: {
        user_id: 'sms|000000000000000000000123',
        email: undefined,
        phone_number: '+4930123456',
        identities: [
          { connection: sms, provider: 'sms', user_id: '000000000000000000000123', isSocial: false },
        ],
      },
    },
  ],
];

/** A tenant whose database asks something else of passwords. */
function seedWith(options: object): Seed {
  const seed = noUsersSeed({ spaUrls: [appOrigin] });
  const connections = seed.connections.map((connection) =>
    connection.name === database
      ? { ...connection, options: { ...connection.options, ...options } }
      : connection,
  );
  return { ...seed, connections };
}

/** What adding someone comes to, as far as anyone but the tenant can see. */
async function seenOf(wish: NewUser, stranger?: object) {
  const started = await startAdding();
  const person = stranger && started.addPerson({ memberOf: 'Globex', ...stranger });
  const untouched = person && started.tenant.record(person.user_id);
  await started.admin.send('/creation-options');
  started.sent.length = 0;

  const answers = [await answerOf(await started.add(wish)), await answerOf(await started.add(wish))];

  const rows = started.audit.entries.map(({ id, requestId, ...row }) => ({ ...row, actor: '' }));
  const lines = started.lines.slice(-2).map(({ requestId, ms, ...line }) => line);
  const calls = started.sent.map(({ method, path }) => method + path.replace(/%7C\w+/, ''));
  return { seen: { answers, rows, lines }, calls, started, person, untouched };
}

it.each(wishes)('shows nowhere whether someone outside has the address: %s', async (_, wish, stranger) => {
  const nobody = await seenOf(wish);

  const somebody = await seenOf(wish, stranger);

  expect(somebody.seen).toEqual(nobody.seen);
  expect(somebody.calls).toHaveLength(nobody.calls.length);
  expect(somebody.started.made()).toEqual([]);
  expect(nobody.started.made()).toHaveLength(1);
});

it.each(wishes)('does nothing to the one outside: %s', async (_, wish, stranger) => {
  const { started, person, untouched } = await seenOf(wish, stranger);

  expect(started.tenant.record(person?.user_id ?? '')).toEqual(untouched);
  expect(started.tenant.mails()).toEqual([]);
  const written = started.sent.filter(({ method, path }) => method !== 'GET' && path !== '/users');
  expect(JSON.stringify(written)).not.toContain(address);
  expect(JSON.stringify(written)).not.toContain(person?.user_id.split('|')[1]);
});

it('asks Auth0 the same for an invitation, but for whom the mail is', async () => {
  const wish = { connection: database, email: address };
  const nobody = await seenOf(wish);

  const somebody = await seenOf(wish, { profile: { email: address } });

  // The two ways of looking run side by side.
  expect(somebody.calls.toSorted()).toEqual(nobody.calls.toSorted());
  const [mail] = somebody.started.sent.filter(({ path }) => path === '/dbconnections/change_password');
  expect(mail?.body.email).toMatch(/@nobody\.invalid$/);
});

it.each<[string, object, string]>([
  ['he has had before', { password_history: { enable: true, size: 5 } }, 'Kestrel-58-Orchard'],
  ['that everybody has', {}, 'Password123!'],
  ['that is too short for rules which nobody may see', { passwordPolicy: 'of tomorrow' }, 'short'],
])('tells by no temporary password who there is: one %s', async (_, options, password) => {
  const stories = await Promise.all(
    [false, true].map(async (isStranger) => {
      const started = await startAdding({ seed: seedWith(options) });
      if (isStranger) started.addPerson({ memberOf: 'Globex', profile: { email: address } });
      const wish = { connection: database, email: address, password };
      const answers = [await answerOf(await started.add(wish)), await answerOf(await started.add(wish))];
      const outcomes = started.audit.entries.map(({ outcome }) => outcome);
      return { answers, outcomes, calls: started.lines.map(({ upstreamCalls }) => upstreamCalls) };
    }),
  );

  expect(stories[1]).toEqual(stories[0]);
});

it.each([
  ['of no organization', undefined],
  ['of several others', ['Globex', 'Initech']],
  ['of an organization of almost the same name', 'acme'],
])('takes someone %s for nobody', async (_, memberOf) => {
  const started = await startAdding();
  const person = started.addPerson({ memberOf, profile: { email: address } });
  const untouched = started.tenant.record(person.user_id);

  const response = await started.add({ connection: database, email: address });

  expect(await response.json()).toEqual({ outcome: 'added' });
  expect(started.tenant.record(person.user_id)).toEqual(untouched);
});

it('takes a member whom the policy hides from this admin for nobody', async () => {
  const { field } = await import('#proxy/policy/filter.ts');
  const started = await startAdding({
    policy: { filter: () => field('app_metadata.department').is('Sales') },
  });
  const hidden = started.addPerson({
    profile: { email: address, app_metadata: { organization: 'Acme', department: 'Legal' } },
  });
  const untouched = started.tenant.record(hidden.user_id);

  const response = await started.add({ connection: database, email: address });

  expect(await response.json()).toEqual({ outcome: 'added' });
  expect(started.tenant.record(hidden.user_id)).toEqual(untouched);
});

it('sends no mail to a person who was moved away since search saw him waiting here', async () => {
  const started = await startAdding();
  await started.add({ connection: staff, email: 'jo@acme.example', username: 'jo' });
  const [person] = started.made();
  started.tenant.settle();
  started.tenant.faults.searchLagMs = 600_000;
  started.tenant.changeUser(person?.user_id ?? '', {
    app_metadata: { organization: 'Globex' },
    email: 'other@x.co',
  });
  const before = started.tenant.mails().length;

  await started.add({ connection: staff, email: 'jo@acme.example', username: 'jo' });

  expect(started.tenant.mails()).toHaveLength(before);
});

it('gives no password to one who was added before and may do more than the admin meanwhile', async () => {
  const started = await startAdding();
  const lesser = await started.as(
    started.addPerson({ memberOf: 'Acme', permissions: ['create:users', 'set:passwords'] }),
  );
  const wish = { connection: database, email: 'jo@acme.example' };
  await started.add(wish);
  const [person] = started.made();
  started.addPerson({ role: 'administrator', profile: person });
  const before = started.tenant.record(person?.user_id ?? '')?.password;

  const response = await started.add({ ...wish, password: 'Kestrel-58-Orchard' }, lesser);

  expect(response.status).toBe(403);
  expect(started.tenant.record(person?.user_id ?? '')?.password).toBe(before);
});
