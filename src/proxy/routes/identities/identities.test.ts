import { expect, it } from 'vitest';
import { linkIdentity, previewLink, unlinkIdentity } from '#contract/identities.ts';
import { getMe, listUsers } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { Identity, TenantUser } from '#tenant/model.ts';
import { writes } from '#tests/support/blocking.ts';
import { outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const firstId = 'auth0|000000000000000000000001' as UserId;
const secondId = 'auth0|000000000000000000000002' as UserId;

const policy = definePolicy({
  fields: [
    { name: 'department', label: { en: 'Department', de: 'Abteilung' }, path: 'app_metadata.department' },
    { name: 'secret', label: 'Secret', path: 'app_metadata.secret', shows: [] },
  ],
});

const database = (user_id: string): Identity => ({
  connection: 'Username-Password-Authentication',
  provider: 'auth0',
  user_id,
  isSocial: false,
});
const google: Identity = {
  connection: 'google-oauth2',
  provider: 'google-oauth2',
  user_id: '42',
  isSocial: true,
};

async function started(
  options: StartOptions & { first?: Partial<TenantUser>; second?: Partial<TenantUser> } = {},
) {
  const { first, second, ...rest } = options;
  const proxy = await startProxy({ ...rest, config: { policy } });
  proxy.addPerson({ memberOf: 'Acme', profile: { user_id: firstId, ...first } });
  proxy.addPerson({
    profile: {
      user_id: secondId,
      name: 'Second',
      email: 'second@acme.example',
      app_metadata: { organization: 'Acme', department: 'Sales', secret: 'CANARY', other: 'CANARY' },
      ...second,
    },
  });
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  const link = (id: string = secondId, to: string = firstId) =>
    proxy.admin.call(linkIdentity, { params: { userId: to as UserId }, body: { with: id as UserId } });
  const preview = (id: string = secondId) =>
    proxy.admin.call(previewLink, { params: { userId: firstId }, query: { with: id as UserId } });
  const unlink = (provider = 'google-oauth2', identityId = '42') =>
    proxy.admin.call(unlinkIdentity, { params: { userId: firstId, provider, identityId } });
  return { ...proxy, link, preview, unlink };
}

const linkedFirst = { identities: [database('000000000000000000000001'), google] };

it('tells what is lost before anything is', async () => {
  const started_ = await started();
  started_.addPerson({ role: 'auditor', profile: { user_id: 'auth0|000000000000000000000003' } });

  const preview = await (await started_.preview()).json();

  expect(preview).toMatchObject({
    second: { user_id: secondId, name: 'Second' },
    lost: [{ label: 'Department', value: 'Sales' }],
    lostRoles: [],
  });
  expect(JSON.stringify(preview)).not.toContain('CANARY');
  expect(writes(started_)).toEqual([]);
  expect(started_.tenant.calls).toHaveLength(5);
});

it('links a second account, which is no user of its own any more', async () => {
  const { admin, link, tenant, audit } = await started();
  tenant.faults.searchLagMs = 60_000;

  const profile = await (await link()).json();

  expect(profile.identities).toMatchObject([
    { primary: true },
    { primary: false, email: 'second@acme.example' },
  ]);
  expect(tenant.user(secondId)).toBeUndefined();
  expect(audit.entries).toMatchObject([
    {
      act: 'linkIdentity',
      target: firstId,
      before: { second: { user_id: secondId, email: 'second@acme.example' } },
      after: { linked: secondId },
      outcome: 'done',
    },
  ]);
  const { users } = await (await admin.call(listUsers, {})).json();
  expect(users.map(({ user_id }: TenantUser) => user_id)).not.toContain(secondId);
});

it('links by six calls', async () => {
  const { link, tenant } = await started();

  await link();

  expect(tenant.calls).toHaveLength(6);
});

it.each([
  ['a stranger', { app_metadata: { organization: 'Globex' } }],
  ['someone of no organization', { app_metadata: {} }],
  [
    'someone who was invited and never came',
    { app_metadata: { organization: 'Acme', steward_invited: true } },
  ],
])('takes %s for nobody', async (_, second) => {
  const started_ = await started({ second });
  const answer = async (response: Response) => {
    const { instance: _, ...problem } = await response.json();
    return problem;
  };

  const theirs = [await answer(await started_.link()), await answer(await started_.preview())];
  const nobody = 'auth0|000000000000000000000009';
  const nobodys = [await answer(await started_.link(nobody)), await answer(await started_.preview(nobody))];

  expect(theirs).toEqual(nobodys);
  expect(theirs[0].type).toMatch(/item-not-found$/);
  expect(writes(started_)).toEqual([]);
});

it.each([
  ['is blocked', { blocked: true }],
  ['is leaving', { app_metadata: { organization: 'Acme', steward_leaving: true } }],
  [
    'has a temporary password',
    { app_metadata: { organization: 'Acme', steward_temporary_password: { at: null } } },
  ],
  ['has linked identities of its own', { identities: [database('000000000000000000000002'), google] }],
])('links no account that %s', async (_, second) => {
  const started_ = await started({ second });

  const response = await started_.link();

  expect(await outcomeOf(response)).toBe('409 not-possible');
  expect((await response.json()).detail).toBeTruthy();
  expect(writes(started_)).toEqual([]);
});

it.each([
  ['is blocked', { blocked: true }],
  ['is leaving', { app_metadata: { organization: 'Acme', steward_leaving: true } }],
])('links nothing to a member who %s, and unlinks nothing', async (_, first) => {
  const started_ = await started({ first: { ...linkedFirst, ...first } });

  const outcomes = [await outcomeOf(await started_.link()), await outcomeOf(await started_.unlink())];

  expect(outcomes).toEqual(['409 not-possible', '409 not-possible']);
  expect(writes(started_)).toEqual([]);
});

it('lets nobody who has rights here vanish into another account', async () => {
  const started_ = await started();
  const auditor = started_.addPerson({ memberOf: 'Acme', role: 'auditor' });
  const above = started_.addPerson({ memberOf: 'Acme', permissions: ['vendor:everything'] });
  const shared = started_.addPerson({ memberOf: ['Acme', 'Globex'] });

  const outcomes = [
    await outcomeOf(await started_.link(auditor.user_id)),
    await outcomeOf(await started_.link(above.user_id)),
    await outcomeOf(await started_.link(shared.user_id)),
    await outcomeOf(await started_.link(started_.admin.person.user_id)),
    await outcomeOf(await started_.link(firstId)),
  ];

  expect(outcomes).toEqual([
    '409 not-possible',
    '403 outranked',
    '409 shared-user',
    '409 own-account',
    '409 not-possible',
  ]);
  expect(writes(started_)).toEqual([]);
});

it('links nothing to himself, to someone above him, to a shared person or to a stranger', async () => {
  const started_ = await started();
  const { addPerson, admin, link } = started_;
  const above = addPerson({ memberOf: 'Acme', permissions: ['vendor:everything'] });
  const shared = addPerson({ memberOf: ['Acme', 'Globex'] });
  const stranger = addPerson({ memberOf: 'Globex' });

  const outcomes = [
    await outcomeOf(await link(secondId, admin.person.user_id)),
    await outcomeOf(await link(secondId, above.user_id)),
    await outcomeOf(await link(secondId, shared.user_id)),
    await outcomeOf(await link(secondId, stranger.user_id)),
  ];

  expect(outcomes).toEqual(['409 own-account', '403 outranked', '409 shared-user', '404 user-not-found']);
  expect(writes(started_)).toEqual([]);
});

it('puts an unlinked identity into the organization', async () => {
  const { unlink, tenant, audit } = await started({ first: linkedFirst });

  const profile = await (await unlink()).json();

  expect(profile.identities).toHaveLength(1);
  expect(tenant.user('google-oauth2|42')?.app_metadata).toEqual({ organization: 'Acme' });
  expect(audit.entries).toMatchObject([
    {
      before: { identity: 'google-oauth2|42' },
      after: { unlinked: 'google-oauth2|42', organization: 'Acme' },
      outcome: 'done',
    },
  ]);
  expect(tenant.calls).toHaveLength(5);
});

it('says that an unlinked identity is nowhere when it could not be put into the organization', async () => {
  const { unlink, tenant, audit } = await started({
    first: linkedFirst,
    between: async (request, pass) =>
      request.method === 'PATCH'
        ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 })
        : pass(request),
  });

  const response = await unlink();

  expect(await outcomeOf(response)).toBe('502 auth0-refused');
  expect((await response.json()).detail).toMatch(/could not be put into your organization/);
  expect(tenant.user('google-oauth2|42')?.app_metadata).toBeUndefined();
  expect(audit.entries).toMatchObject([
    { after: { unlinked: 'google-oauth2|42', organization: null }, outcome: 'unknown' },
  ]);
});

it('puts an unlinked identity into the organization although the answer was lost', async () => {
  const { unlink, tenant, audit } = await started({
    first: linkedFirst,
    async between(request, pass) {
      const response = await pass(request);
      if (request.method === 'DELETE') throw new TypeError('fetch failed');
      return response;
    },
  });

  const outcome = await outcomeOf(await unlink());

  expect(outcome).toBe('200');
  expect(tenant.user('google-oauth2|42')?.app_metadata).toEqual({ organization: 'Acme' });
  expect(audit.entries).toMatchObject([{ outcome: 'done' }]);
});

it('does not say that an identity was unlinked which is still linked', async () => {
  const { unlink, tenant, audit } = await started({
    first: linkedFirst,
    between(request, pass) {
      if (request.method === 'DELETE') throw new TypeError('fetch failed');
      return pass(request);
    },
  });

  const outcome = await outcomeOf(await unlink());

  expect(outcome).toBe('503 auth0-unavailable');
  expect(tenant.user('google-oauth2|42')).toBeUndefined();
  expect(audit.entries).toMatchObject([{ after: { unlinked: null }, outcome: 'unknown' }]);
});

it.each([
  ['auth0', '000000000000000000000001', '409 not-possible'],
  ['auth0', '000000000000000000000002', '404 item-not-found'],
  ['google-oauth2', '43', '404 item-not-found'],
  ['github', '42', '404 item-not-found'],
  ['google-oauth2', '../42', '404 item-not-found'],
])('unlinks no identity %s|%s', async (provider, identityId, expected) => {
  const started_ = await started({ first: linkedFirst });

  const outcome = await outcomeOf(await started_.unlink(provider, identityId));

  expect(outcome).toBe(expected);
  expect(writes(started_)).toEqual([]);
});

it('says that linking is not possible when Auth0 says so', async () => {
  const { link, audit } = await started({
    between: async (request, pass) =>
      request.method === 'POST' && request.url.endsWith('/identities')
        ? Response.json(
            { statusCode: 409, error: 'Conflict', message: 'Specified identity already exists.' },
            { status: 409 },
          )
        : pass(request),
  });

  const outcome = await outcomeOf(await link());

  expect(outcome).toBe('409 not-possible');
  expect(audit.entries).toMatchObject([{ outcome: 'failed' }]);
});
