import { expect, it } from 'vitest';
import { getCreationOptions } from '#contract/create-user.ts';
import { getMe } from '#contract/routes.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import { deny } from '#proxy/policy/denial.ts';
import { startAdding } from '#tests/support/people-adding.ts';
import { startProxy } from '#tests/support/start-proxy.ts';

type Started = Awaited<ReturnType<typeof startAdding>>;

async function optionsOf({ admin }: Pick<Started, 'admin'>, headers: Record<string, string> = {}) {
  return (await admin.call(getCreationOptions, {}, { headers })).json();
}

it('tells of each connection that the policy names what an account is made of', async () => {
  const { connections } = await optionsOf(await startAdding());

  expect(
    connections.map(({ name, creatable, email, username, phone_number }: Record<string, unknown>) =>
      [name, creatable, email, username, phone_number].join(' '),
    ),
  ).toEqual([
    'Username-Password-Authentication true required none none',
    'Staff-Directory true required required none',
    'Members true optional required optional',
    'Partner-Directory false required none none',
    'email true required none none',
    'sms true none none required',
    'google-oauth2 false none none none',
  ]);
});

it('tells what a username and a temporary password must be, in either of Auth0’s forms', async () => {
  const { connections } = await optionsOf(await startAdding());
  const rulesOf = (name: string) => connections.find((one: { name: string }) => one.name === name);

  expect(rulesOf(connectionNames.staff)).toMatchObject({
    label: 'The Staff-Directory',
    usernameLength: { minimum: 1, maximum: 15 },
    password: { min_length: 15, kinds_needed: 3, no_repeats: true, history: 5, dictionary: true },
  });
  expect(rulesOf(connectionNames.members)).toMatchObject({
    usernameLength: { minimum: 3, maximum: 30 },
    password: {
      ...{ min_length: 15, kinds: ['lower', 'digit', 'upper'], kinds_needed: 3 },
      ...{ no_repeats: true, history: 3, dictionary: true },
    },
  });
  expect(rulesOf(connectionNames.partners).password).toMatchObject({ min_length: 6, kinds_needed: 0 });
  expect(rulesOf(connectionNames.sms).password).toBeNull();
});

it('offers the choices of the policy in the admin’s language', async () => {
  const started = await startAdding({
    policy: {
      memberships: () => ({
        label: { en: 'Site', de: 'Standort' },
        path: 'app_metadata.site',
        required: true,
        several: true,
        choices: [{ value: 'b', label: { en: 'Berlin office', de: 'Büro Berlin' } }],
      }),
    },
  });

  const options = await optionsOf(started, { 'accept-language': 'de-AT,en;q=0.5' });

  expect(options).toMatchObject({
    memberships: [{ value: 'b', label: 'Büro Berlin' }],
    membershipLabel: 'Standort',
    membershipRequired: true,
    membershipSeveral: true,
  });
});

it('says whether this admin may add people, and what stands against it', async () => {
  const administrator = await startAdding();
  const auditor = await startAdding({ role: 'auditor' });
  const denied = await startAdding({
    policy: { access: ({ action }) => (action === 'createUser' ? deny('Ask us.') : true) },
  });

  const decisions = await Promise.all([administrator, auditor, denied].map((started) => optionsOf(started)));

  expect(decisions.map(({ adding }) => adding)).toEqual([
    { allowed: true },
    { allowed: false, rule: 'permission' },
    { allowed: false, rule: 'policy', reason: 'Ask us.' },
  ]);
});

it('names no connection where the policy names none', async () => {
  const started = await startProxy();

  expect((await optionsOf(started)).connections).toEqual([]);
});

it('asks for each connection once a minute', async () => {
  const { admin, sent, clock } = await startAdding();
  await admin.call(getMe, {});
  const costs = [];

  for (const wait of [0, 30_000, 60_000]) {
    clock.now += wait;
    await admin.call(getMe, {});
    sent.length = 0;
    await admin.call(getCreationOptions, {});
    costs.push(sent.length);
  }

  // Seven connections, and who may use those six that keep their accounts in Auth0.
  expect(costs).toEqual([13, 0, 13]);
});
