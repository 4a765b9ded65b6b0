import { expect, it } from 'vitest';
import { createUser } from '#contract/create-user.ts';
import { changeEmail, editProfile } from '#contract/profile-edit.ts';
import { reasonHeader } from '#contract/route.ts';
import { getMe, listUsers } from '#contract/routes.ts';
import { writeFieldFilters } from '#contract/search.ts';
import { sendPasswordReset } from '#contract/security.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { spaClientId } from '#mocks/seed/names.ts';
import { appOrigin, outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';
import { deny } from './denial.ts';
import { definePolicy, type PolicyInput } from './policy.ts';

const connection = 'Username-Password-Authentication';
const connections = () => [{ name: connection, label: 'Email and password', strategy: 'auth0' }];
const options = ['Sales', 'Finance'].map((value) => ({ value, label: { en: value, de: `${value} (de)` } }));
const department = {
  name: 'department',
  label: { en: 'Department', de: 'Abteilung' },
  path: 'app_metadata.department',
  type: 'choice',
  options,
  shows: ['list', 'search', 'filter', 'create', 'edit'],
  editable: true,
} as const;
const plan = { name: 'plan', label: 'Plan', path: 'app_metadata.plan' };
const fields = [department, plan];

async function start(policy: PolicyInput, options: StartOptions = {}) {
  const started = await startProxy({
    ...options,
    config: { policy: definePolicy({ fields, connections, ...policy }), limits: { creationMs: 0 } },
  });
  const member = (profile: object = {}) =>
    started.addPerson({
      memberOf: 'Acme',
      profile: { identities: [{ connection, provider: 'auth0', user_id: '1', isSocial: false }], ...profile },
    });
  return { ...started, member };
}

it('writes what the policy makes of what the admin wrote', async () => {
  const { admin, member, tenant } = await start({
    write: (context) =>
      context.action === 'editProfile'
        ? { ...context.payload, nickname: 'Vendor', fields: { ...context.payload.fields, plan: 'gold' } }
        : context.payload,
  });
  const { user_id } = member();
  const changes = { given_name: 'Jo', fields: { department: 'Sales' } };

  const response = await admin.call(editProfile, {
    params: { userId: user_id },
    body: { changes, seen: {} },
  });

  expect(await outcomeOf(response)).toBe('200');
  expect(tenant.user(user_id)).toMatchObject({
    given_name: 'Jo',
    nickname: 'Vendor',
    app_metadata: { organization: 'Acme', department: 'Sales', plan: 'gold' },
  });
});

it('lets an admin write no field that only the vendor may', async () => {
  const { admin, member, tenant } = await start({ write: ({ payload }) => payload });
  const { user_id } = member();
  const changes = { fields: { plan: 'gold' } };

  const response = await admin.call(editProfile, {
    params: { userId: user_id },
    body: { changes, seen: {} },
  });

  expect(await outcomeOf(response)).toBe('400 invalid-request');
  expect(tenant.user(user_id)?.app_metadata).toEqual({ organization: 'Acme' });
});

it.each<[string, object]>([
  ['another organization', { app_metadata: { organization: 'Globex' } }],
  ['a mark', { fields: { steward_invited: true } }],
  ['the organization as a field', { fields: { organization: 'Globex' } }],
  ['a verified email', { email_verified: true }],
  ['a password', { password: 'Kestrel-58-orbit' }],
])('writes nothing when the policy gives %s', async (_, part) => {
  // What a vendor may write who has no types.
  const write = ({ payload }: { payload: object }) => ({ ...payload, ...part }) as never;
  const { admin, member, tenant } = await start({ write });
  const { user_id } = member();
  const before = structuredClone(tenant.user(user_id));
  const params = { userId: user_id };

  const edited = await admin.call(editProfile, { params, body: { changes: { given_name: 'Jo' }, seen: {} } });
  const moved = await admin.call(changeEmail, { params, body: { email: 'jo@acme.example' } });
  const added = await admin.call(createUser, { body: { connection, email: 'new@acme.example' } });

  expect(await Promise.all([edited, moved, added].map(outcomeOf))).toEqual([
    '403 policy-refused',
    '403 policy-refused',
    '403 policy-refused',
  ]);
  expect(tenant.user(user_id)).toEqual(before);
});

it('shows no hook the password that an admin chose, and keeps it', async () => {
  const seen: unknown[] = [];
  const { admin } = await start({
    creation: ['invite', 'password'],
    write({ payload }) {
      seen.push(payload);
      return payload;
    },
  });
  const body = { connection, email: 'new@acme.example', password: 'Kestrel-58-orbit' };

  const response = await admin.call(createUser, { body });

  expect(await outcomeOf(response)).toBe('200');
  expect(JSON.stringify(seen)).not.toContain('Kestrel');
});

it('asks why before it does what the policy wants a reason for', async () => {
  const { admin, member, tenant } = await start({ reasons: ['block', 'createUser'] });
  const { user_id } = member();
  const input = { params: { userId: user_id }, body: { blocked: true } };

  const without = await outcomeOf(await admin.call(setUserBlocked, input));
  const blank = await outcomeOf(
    await admin.call(setUserBlocked, input, { headers: { [reasonHeader]: '%20' } }),
  );
  const blockedBefore = tenant.user(user_id)?.blocked;
  const withOne = await outcomeOf(
    await admin.call(setUserBlocked, input, { headers: { [reasonHeader]: 'has%20left' } }),
  );
  const added = await outcomeOf(
    await admin.call(createUser, { body: { connection, email: 'n@acme.example' } }),
  );

  expect([without, blank, withOne]).toEqual(['400 reason-required', '400 reason-required', '200']);
  expect(blockedBefore).toBeUndefined();
  expect(added).toBe('400 reason-required');
});

it('says the same on the page as in the act', async () => {
  const { admin, member } = await start({
    access: ({ action, user }) =>
      action !== 'block' || user.app_metadata?.department !== 'Finance' || deny('Ask Finance first.'),
  });
  const { user_id } = member({ app_metadata: { organization: 'Acme', department: 'Finance' } });
  const params = { userId: user_id };

  const { acts } = await (await admin.call(getUser, { params })).json();
  const refused = await (await admin.call(setUserBlocked, { params, body: { blocked: true } })).json();

  expect(acts.block).toEqual({ allowed: false, rule: 'policy', reason: 'Ask Finance first.' });
  expect(acts.unblock).toEqual({ allowed: true });
  expect(refused.detail).toBe('Ask Finance first.');
});

it('tells the settings in the language of the browser', async () => {
  const { admin } = await start({
    settings: { links: [{ label: { de: 'Hilfe' }, href: 'https://o.example/' }] },
  });

  const { settings } = await (
    await admin.call(getMe, {}, { headers: { 'accept-language': 'de-AT,en;q=0.5' } })
  ).json();

  expect(settings.fields).toMatchObject([
    {
      name: 'department',
      label: 'Abteilung',
      options: [{ value: 'Sales', label: 'Sales (de)' }, {}],
      editable: true,
    },
    { name: 'plan', type: 'text', editable: false },
  ]);
  expect(settings.links).toEqual([{ label: 'Hilfe', href: 'https://o.example/' }]);
});

it('lists the fields that show there, and narrows the list by those that filter', async () => {
  const { admin, member } = await start({});
  member({ name: 'Sally', app_metadata: { organization: 'Acme', department: 'Sales', plan: 'gold' } });
  member({ name: 'Fiona', app_metadata: { organization: 'Acme', department: 'Finance' } });
  const filter = writeFieldFilters({ department: 'Sales' });

  const { users } = await (await admin.call(listUsers, { query: { filter } })).json();

  expect(users).toMatchObject([{ name: 'Sally' }]);
  expect(users[0].fields).toEqual({ department: 'Sales' });
});

it.each([
  ['plan:gold', 'a field that is no filter'],
  ['department:Legal', 'a value that is none of its'],
  ['department', 'half a pair'],
  ['department:Sales;department:Sales', 'a field twice'],
  ['department:%', 'a broken escape'],
  ['__proto__:x', 'what every object has'],
  [';', 'nothing'],
])('refuses to filter by %s: %s', async (filter) => {
  const { admin } = await start({});

  const response = await admin.call(listUsers, { query: { filter } });

  expect(await outcomeOf(response)).toBe('400 invalid-request');
  expect(await response.json()).toMatchObject({ errors: [{ pointer: '?filter' }] });
});

it.each([
  ['department:sales', ['Sally']],
  ['department:"Finance (de)"', ['Fiona']],
  ['plan:gold', ['Sally']],
])('finds by %s whoever has it', async (q, expected) => {
  const { admin, member } = await start({});
  member({ name: 'Sally', app_metadata: { organization: 'Acme', department: 'Sales', plan: 'gold' } });
  member({ name: 'Fiona', app_metadata: { organization: 'Acme', department: 'Finance' } });

  const { users } = await (await admin.call(listUsers, { query: { q } })).json();

  expect(users.map(({ name }: { name: string }) => name)).toEqual(expected);
});

const twoDomains = {
  ...noUsersSeed({ spaUrls: [appOrigin] }),
  customDomains: [{ domain: 'login.acme.example' }, { domain: 'login.globex.example' }],
};

it('has mails sent by the domain that the policy names', async () => {
  const { admin, member, tenant } = await start(
    { customDomain: ({ admin }) => `login.${admin.organization.toLowerCase()}.example` },
    { seed: twoDomains },
  );
  const { user_id } = member({ email: 'old@acme.example' });

  const response = await admin.call(changeEmail, {
    params: { userId: user_id },
    body: { email: 'new@acme.example' },
  });

  expect(await outcomeOf(response)).toBe('200');
  expect(tenant.mails()).toMatchObject([{ to: 'new@acme.example', domain: 'login.acme.example' }]);
});

it('sends no mail when the policy cannot name the domain, and still blocks', async () => {
  const { admin, member, tenant } = await start({ customDomain: () => Promise.reject(new Error('down')) });
  const { user_id } = member({ email: 'old@acme.example' });
  const params = { userId: user_id };

  const mailed = await outcomeOf(
    await admin.call(changeEmail, { params, body: { email: 'new@acme.example' } }),
  );
  const reset = await outcomeOf(
    await admin.call(sendPasswordReset, { params, body: { application: spaClientId } }),
  );
  const blocked = await outcomeOf(await admin.call(setUserBlocked, { params, body: { blocked: true } }));

  expect([mailed, reset, blocked]).toEqual(['403 policy-refused', '403 policy-refused', '200']);
  expect(tenant.user(user_id)).toMatchObject({ email: 'old@acme.example', blocked: true });
  expect(tenant.mails()).toEqual([]);
});

it('answers an act with all that rows and pages show, and with nothing that is for searching alone', async () => {
  const { admin, member } = await start({
    fields: [
      { name: 'column', label: 'Column', path: 'user_metadata.column', shows: ['list'] },
      { name: 'fact', label: 'Fact', path: 'user_metadata.fact', shows: ['detail'] },
      { name: 'hidden', label: 'Hidden', path: 'user_metadata.hidden', shows: ['search'] },
    ],
  });
  const { user_id } = member({ user_metadata: { column: 'a', fact: 'b', hidden: 'c' } });

  const saved = await admin.call(setUserBlocked, { params: { userId: user_id }, body: { blocked: true } });
  const { users } = await (await admin.call(listUsers, {})).json();

  expect((await saved.json()).fields).toEqual({ column: 'a', fact: 'b' });
  expect(users.find((user: { user_id: string }) => user.user_id === user_id)?.fields).toEqual({
    column: 'a',
  });
});
