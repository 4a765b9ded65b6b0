import { expect, it } from 'vitest';
import { editProfile, type ProfileEdit } from '#contract/profile-edit.ts';
import { getMe } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { TenantUser } from '#tenant/model.ts';
import { accountIn } from '#tests/support/accounts.ts';
import { writes } from '#tests/support/blocking.ts';
import { appOrigin, outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const policy = definePolicy({
  fields: [
    {
      name: 'department',
      label: 'Department',
      path: 'app_metadata.department',
      shows: ['detail', 'edit'],
      editable: true,
    },
    {
      name: 'teams',
      label: 'Teams',
      path: 'user_metadata.teams',
      type: 'choices',
      options: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
      shows: ['detail', 'edit'],
      editable: true,
    },
    { name: 'plan', label: 'Plan', path: 'app_metadata.plan', shows: ['detail'], editable: false },
    { name: 'secret', label: 'Secret', path: 'app_metadata.secret', shows: ['create'], editable: true },
  ],
});

async function started(options: StartOptions & { person?: Partial<TenantUser> } = {}) {
  const { person, ...rest } = options;
  const proxy = await startProxy({ ...rest, config: { policy, ...rest.config } });
  const member = proxy.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Doe', nickname: 'jane', given_name: 'Jane', ...person },
  });
  const userId = member.user_id as UserId;
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  const edit = (body: ProfileEdit, id = userId) =>
    proxy.admin.call(editProfile, { params: { userId: id }, body });
  return { ...proxy, userId, edit, user: () => proxy.tenant.user(userId) };
}

async function pointersOf(response: Response): Promise<string[]> {
  const { errors = [] } = await response.json();
  return errors.map(({ pointer }: { pointer: string }) => pointer);
}

it('changes names, picture and fields in one write, and unsets what is null', async () => {
  const { edit, user, tenant } = await started({
    person: { app_metadata: { organization: 'Acme', department: 'Sales', other: { kept: true } } },
  });

  const response = await edit({
    changes: {
      name: 'Jane Roe',
      given_name: null,
      picture: 'https://x.example/p.png',
      fields: { department: 'Legal', teams: ['a', 'b'] },
    },
    seen: { name: 'Jane Doe', given_name: 'Jane', picture: user()?.picture, fields: { department: 'Sales' } },
  });

  expect(await outcomeOf(response)).toBe('200');
  expect(await response.json()).toMatchObject({
    name: 'Jane Roe',
    nickname: 'jane',
    fields: { department: 'Legal', teams: ['a', 'b'] },
  });
  expect(user()).toMatchObject({
    name: 'Jane Roe',
    app_metadata: { organization: 'Acme', department: 'Legal', other: { kept: true } },
    user_metadata: { teams: ['a', 'b'] },
  });
  expect(user()).not.toHaveProperty('given_name');
  expect(tenant.calls.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
});

it('costs three calls, and two more for a connection that is not at hand', async () => {
  const { edit, tenant } = await started();
  await edit({ changes: { nickname: 'j1' }, seen: { nickname: 'jane' } });
  const first = tenant.calls.length;

  await edit({ changes: { nickname: 'j2' }, seen: { nickname: 'j1' } });

  expect([first, tenant.calls.length - first]).toEqual([5, 3]);
});

it('writes nothing over what someone else has changed, and points at it', async () => {
  const stage = await started({ person: { user_metadata: { teams: ['c'] } } });
  const { edit, audit } = stage;

  const response = await edit({
    changes: { name: 'New', nickname: 'new', fields: { teams: ['a'], department: 'Legal' } },
    seen: { name: 'Jane D.', nickname: 'jane', fields: { teams: ['b'] } },
  });

  expect(await outcomeOf(response)).toBe('409 changed-meanwhile');
  expect(await pointersOf(response)).toEqual(['#/changes/name', '#/changes/fields/teams']);
  expect(writes(stage)).toEqual([]);
  expect(audit.entries).toMatchObject([
    { act: 'editProfile', outcome: 'refused', problem: 'changed-meanwhile' },
  ]);
});

it('takes it for no conflict when both wanted the same', async () => {
  const stage = await started({ person: { name: 'Jane Roe' } });

  const response = await stage.edit({ changes: { name: 'Jane Roe' }, seen: { name: 'Jane Doe' } });

  expect(await outcomeOf(response)).toBe('200');
  expect(writes(stage)).toEqual([]);
});

it('takes null, nothing and absence for the same', async () => {
  const { edit } = await started();

  const outcomes = [
    await outcomeOf(await edit({ changes: { family_name: 'Doe' }, seen: { family_name: null } })),
    await outcomeOf(await edit({ changes: { fields: { teams: ['a'] } }, seen: { fields: { teams: [] } } })),
    await outcomeOf(
      await edit({ changes: { fields: { department: 'x' } }, seen: { fields: { department: null } } }),
    ),
    await outcomeOf(
      await edit({ changes: { fields: { department: null } }, seen: { fields: { department: 'x' } } }),
    ),
  ];

  expect(outcomes).toEqual(['200', '200', '200', '200']);
});

it.each([
  ['undeclared', { nothing: 'x' }],
  ['not editable', { plan: 'enterprise' }],
  ['not shown for editing', { secret: 'x' }],
  ['of the wrong type', { teams: 'a' }],
  ['not among the choices', { teams: ['z'] }],
  ['an inherited property', { toString: 'x' }],
  ['the organization', { organization: 'Globex' }],
  ['a path', { 'app_metadata.organization': 'Globex' }],
  ['a mark', { steward_invited: true }],
])('refuses a field that is %s, and writes nothing', async (_, fields) => {
  const stage = await started();

  const response = await stage.edit({ changes: { name: 'X', fields }, seen: { name: 'Jane Doe' } });

  expect(await outcomeOf(response)).toBe('400 invalid-request');
  expect(await pointersOf(response)).toEqual([`#/changes/fields/${Object.keys(fields)[0]}`]);
  expect(writes(stage)).toEqual([]);
});

it('tells nothing of the value of a field that the admin may not write', async () => {
  const { edit } = await started({ person: { app_metadata: { organization: 'Acme', secret: 'xyz' } } });
  const guesses = ['xyz', 'other'];

  const answers = await Promise.all(
    guesses.map(async (guess) => {
      const response = await edit({
        changes: { fields: { secret: 'new' } },
        seen: { fields: { secret: guess } },
      });
      return [await outcomeOf(response), await pointersOf(response)];
    }),
  );

  expect(answers[0]).toEqual(answers[1]);
});

it.each([
  ['an enterprise connection', accountIn('acmeOkta')],
  ['a social connection', accountIn('google')],
  ['a database of the vendor’s own', accountIn('partners')],
])('refuses names of %s, and still writes fields', async (_, person) => {
  const stage = await started({ person });

  const names = await stage.edit({
    changes: { name: 'X', picture: null, fields: { department: 'Legal' } },
    seen: { name: 'Jane Doe' },
  });
  const fields = await stage.edit({ changes: { fields: { department: 'Legal' } }, seen: {} });

  expect(await outcomeOf(names)).toBe('409 not-possible');
  expect(await pointersOf(names)).toEqual(['#/changes/name', '#/changes/picture']);
  expect(await outcomeOf(fields)).toBe('200');
  expect(stage.user()?.name).toBe('Jane Doe');
  expect(stage.user()?.app_metadata).toEqual({ organization: 'Acme', department: 'Legal' });
});

it('lets the policy’s write change the payload, and its own changes never conflict', async () => {
  const stamped = definePolicy({
    fields: policy.fields,
    write: (context) =>
      context.action === 'editProfile'
        ? { ...context.payload, fields: { ...context.payload.fields, plan: 'team' } }
        : context.payload,
  });
  const { edit, user } = await started({
    config: { policy: stamped },
    person: { app_metadata: { organization: 'Acme', plan: 'old' } },
  });

  const outcome = await outcomeOf(await edit({ changes: { nickname: 'jj' }, seen: { nickname: 'jane' } }));

  expect(outcome).toBe('200');
  expect(user()).toMatchObject({ nickname: 'jj', app_metadata: { organization: 'Acme', plan: 'team' } });
});

it.each([
  ['a stranger', { memberOf: 'Globex' }, '404 user-not-found'],
  ['someone of several organizations', { memberOf: ['Acme', 'Globex'] }, '409 shared-user'],
  ['someone of no organization', {}, '404 user-not-found'],
  [
    'someone who was added and has not come yet',
    { profile: { app_metadata: { organization: 'Acme', steward_invited: true } } },
    '404 user-not-found',
  ],
] as const)('does not change %s', async (_, words, outcome) => {
  const stage = await started();
  const { user_id } = stage.addPerson(words as Parameters<typeof stage.addPerson>[0]);

  const response = await stage.edit({ changes: { name: 'X' }, seen: {} }, user_id as UserId);

  expect(await outcomeOf(response)).toBe(outcome);
  expect(writes(stage)).toEqual([]);
});

it('does not let an operator rename an administrator', async () => {
  const stage = await started({ role: 'operator' });
  const boss = stage.addPerson({ memberOf: 'Acme', role: 'administrator' });

  const response = await stage.edit({ changes: { name: 'X' }, seen: {} }, boss.user_id as UserId);

  expect(await outcomeOf(response)).toBe('403 outranked');
  expect(writes(stage)).toEqual([]);
});

it('lets an admin change his own name', async () => {
  const { edit, admin, tenant } = await started();

  const outcome = await outcomeOf(
    await edit({ changes: { name: 'Ada L.' }, seen: { name: 'Ada Admin' } }, admin.person.user_id as UserId),
  );

  expect(outcome).toBe('200');
  expect(tenant.user(admin.person.user_id)?.name).toBe('Ada L.');
});

it('tells nothing of a person who was moved away between the check and the write', async () => {
  const stage = await started({
    between(request, pass) {
      if (request.method === 'PATCH')
        stage.tenant.changeUser(stage.userId, { app_metadata: { organization: 'Globex' } });
      return pass(request);
    },
  });

  const response = await stage.edit({ changes: { nickname: 'x' }, seen: { nickname: 'jane' } });

  expect(await outcomeOf(response)).toBe('404 user-not-found');
  expect(stage.user()?.app_metadata?.organization).toBe('Globex');
});

it('puts on record what was and what is, for each name and field that changes', async () => {
  const { edit, audit, userId } = await started({ person: { user_metadata: { teams: ['a'] } } });

  await edit({
    changes: { name: 'Jane Roe', nickname: 'jane', fields: { teams: null, department: 'Legal' } },
    seen: { name: 'Jane Doe', nickname: 'jane', fields: { teams: ['a'] } },
  });

  expect(audit.entries).toMatchObject([
    {
      act: 'editProfile',
      target: userId,
      before: { name: 'Jane Doe', 'fields.teams': ['a'], 'fields.department': null },
      after: { name: 'Jane Roe', 'fields.teams': null, 'fields.department': 'Legal' },
      outcome: 'done',
    },
  ]);
});

it.each([
  ['an enterprise connection', accountIn('acmeOkta'), 'identity-provider'],
  ['a social connection', accountIn('google'), 'identity-provider'],
  ['a database of the vendor’s own', accountIn('partners'), 'custom-database'],
])('tells on the page of %s what is read only, and why', async (_, person, reason) => {
  const { admin, userId } = await started({ person });

  const { readOnly, acts } = await (await admin.call(getUser, { params: { userId } })).json();

  expect(readOnly).toEqual(
    ['name', 'nickname', 'given_name', 'family_name', 'picture'].map((attribute) => ({ attribute, reason })),
  );
  expect(acts.editProfile).toEqual({ allowed: true });
});

it('has nothing to edit of an enterprise user where no field is declared', async () => {
  const stage = await started({ person: accountIn('acmeOkta'), config: { policy: definePolicy({}) } });
  const { acts } = await (await stage.admin.call(getUser, { params: { userId: stage.userId } })).json();

  const outcome = await outcomeOf(await stage.edit({ changes: {}, seen: {} }));

  expect(outcome).toBe('409 not-possible');
  expect(acts.editProfile).toEqual({ allowed: false, rule: 'connection' });
});

it('lets names be changed that a connection takes at the first sign-in only', async () => {
  const seed = noUsersSeed({ spaUrls: [appOrigin] });
  const connections = seed.connections.map((connection) => ({
    ...connection,
    options: { ...connection.options, set_user_root_attributes: 'on_first_login' },
  }));
  const { edit, user } = await started({ person: accountIn('acmeOkta'), seed: { ...seed, connections } });

  const outcome = await outcomeOf(await edit({ changes: { name: 'Jane Roe' }, seen: { name: 'Jane Doe' } }));

  expect(outcome).toBe('200');
  expect(user()?.name).toBe('Jane Roe');
});

it('still shows a page whose connection cannot be read, and refuses only what depends on it', async () => {
  const { admin, userId, edit } = await started({
    between: (request, pass) =>
      request.url.includes('/connections')
        ? Promise.resolve(
            Response.json({ statusCode: 403, errorCode: 'insufficient_scope' }, { status: 403 }),
          )
        : pass(request),
  });

  const page = await admin.call(getUser, { params: { userId } });

  expect(await outcomeOf(page)).toBe('200');
  expect(await outcomeOf(await edit({ changes: { name: 'X' }, seen: { name: 'Jane Doe' } }))).toBe(
    '502 auth0-refused',
  );
  expect(
    await outcomeOf(await admin.call(setUserBlocked, { params: { userId }, body: { blocked: true } })),
  ).toBe('200');
});
