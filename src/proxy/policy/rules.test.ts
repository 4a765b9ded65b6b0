import { expect, it } from 'vitest';
import { emailChange } from '#contract/profile-edit.ts';
import type { Admin } from '../access/access.ts';
import type { Auth0User } from '../tenant/answers.ts';
import { PolicyFailure } from './ask-hook.ts';
import { deny } from './denial.ts';
import { definePolicy, type Policy, type PolicyInput } from './policy.ts';
import { openRules } from './rules.ts';

const profile = { user_id: 'auth0|ada', name: 'Ada', email: 'ada@acme.example', app_metadata: { team: 'A' } };
const admin: Admin = {
  profile,
  organizations: ['Acme'],
  roles: [],
  rights: new Set(['update:users']),
  organization: 'Acme',
};
const asking = { admin, organization: 'Acme' };
const user: Auth0User = {
  user_id: 'auth0|jane',
  created_at: '2026-01-01T00:00:00.000Z',
  identities: [],
  app_metadata: { organization: 'Acme', team: 'A' },
};

function rulesOf(input: PolicyInput) {
  const failures: unknown[] = [];
  const rules = openRules(definePolicy({ deadlineMs: 20, ...input }), {
    organizationKey: 'organization',
    report: (error) => void failures.push(error),
  });
  const codes = () =>
    failures.map((error) => (error instanceof PolicyFailure ? error.code : 'something else'));
  return { rules, failures, codes };
}

/** A hook that never answers, one that throws (at once, later, an odd thing), and answers that mean nothing. */
const bad: [string, string, () => never][] = [
  ['late', 'late', () => new Promise(() => {}) as never],
  [
    'throwing',
    'threw',
    () => {
      throw new Error('jane@acme.example');
    },
  ],
  ['rejecting', 'threw', () => Promise.reject(new Error('jane@acme.example')) as never],
  ['throwing no error', 'threw', () => Promise.reject(undefined) as never],
  ...[undefined, {}, 'yes', 5, [null], { allowed: true }, { denied: '' }].map(
    (answer): [string, string, () => never] => [
      `answering ${JSON.stringify(answer)}`,
      'nonsense',
      () => answer as never,
    ],
  ),
];

it.each<[string, Policy['access'], object]>([
  ['true', () => true, { allowed: true }],
  ['a promise of true', async () => true, { allowed: true }],
  ['false', () => false, { allowed: false, rule: 'policy', reason: undefined }],
  ['deny', () => deny('Ask Orbit.'), { allowed: false, rule: 'policy', reason: 'Ask Orbit.' }],
  [
    'a promise of deny',
    async () => deny('Ask Orbit.'),
    { allowed: false, rule: 'policy', reason: 'Ask Orbit.' },
  ],
])('takes %s from access for its word', async (_, access, expected) => {
  const { rules, codes } = rulesOf({ access });

  const decision = await rules.decide({ ...asking, user, act: 'block' });

  expect(decision).toEqual(expected);
  expect(codes()).toEqual([]);
});

it.each(bad)('denies when access is %s', async (_, fault, access) => {
  const { rules, codes } = rulesOf({ access });

  const decision = await rules.decide({ ...asking, user, act: 'block' });

  expect(decision).toMatchObject({ allowed: false, rule: 'policy' });
  expect(codes()).toEqual([`access ${fault}`]);
});

it.each(bad)('shows nobody when filter is %s', async (_, fault, filter) => {
  const { rules, codes } = rulesOf({ filter });

  const tree = await rules.filter(asking);

  expect(tree).toEqual({ kind: 'any', of: [] });
  expect(codes()).toEqual([`filter ${fault}`]);
});

it.each(bad)('lets no role be given when roles is %s', async (_, fault, roles) => {
  const { rules, codes } = rulesOf({ roles });

  const ruleOf = await rules.roles(asking);

  expect(ruleOf({ id: 'rol_1', name: 'yes' })).toEqual({ kind: 'hidden' });
  expect(codes()).toEqual([`roles ${fault}`]);
});

it.each(bad.filter(([name]) => !name.endsWith('{}')))(
  'falls back to the plain settings when settings is %s',
  async (_, fault, settings) => {
    const { rules, codes } = rulesOf({ title: 'Plain', settings });

    const given = await rules.settings(asking, []);

    expect(given).toMatchObject({ title: 'Plain', links: [], messages: {}, creation: ['invite'] });
    expect(codes()).toEqual([`settings ${fault}`]);
  },
);

it.each(bad)('writes nothing when write is %s', async (_, fault, write) => {
  const { rules } = rulesOf({ write });
  const payload = { email: 'new@acme.example' };

  const writing = rules.write({ ...asking, action: 'changeEmail', payload, user }, emailChange);

  await expect(writing).rejects.toMatchObject({ type: 'policy-refused', cause: { code: `write ${fault}` } });
});

it.each(bad)('sends no mail when customDomain is %s', async (_, fault, customDomain) => {
  const { rules } = rulesOf({ customDomain });

  const asked = rules.customDomain(asking);

  await expect(asked).rejects.toMatchObject({
    type: 'policy-refused',
    cause: { code: `customDomain ${fault}` },
  });
});

it.each(bad)('offers no memberships when memberships is %s', async (_, fault, memberships) => {
  const { rules } = rulesOf({ memberships });

  const asked = rules.memberships(asking);

  await expect(asked).rejects.toMatchObject({
    type: 'policy-refused',
    cause: { code: `memberships ${fault}` },
  });
});

it('tells the log once for each request, however often a page asks', async () => {
  const { rules, failures } = rulesOf({ access: () => Promise.reject(new Error('jane@acme.example')) });

  await Promise.all(
    (['block', 'unblock', 'leave'] as const).map((act) => rules.decide({ ...asking, user, act })),
  );

  expect(failures).toHaveLength(1);
  expect(String(failures[0])).not.toContain('jane');
});

it('gives hooks copies that they cannot change', async () => {
  const seen: unknown[] = [];
  const { rules } = rulesOf({
    access(context) {
      seen.push(context);
      Reflect.set(context.admin, 'organization', 'Globex');
      Reflect.set(context.user?.app_metadata ?? {}, 'team', 'B');
      return true;
    },
  });

  await rules.decide({ ...asking, user, act: 'block' });

  expect(seen).toMatchObject([
    { action: 'block', admin: { organization: 'Acme' }, user: { app_metadata: { team: 'A' } } },
  ]);
  expect(user.app_metadata).toEqual({ organization: 'Acme', team: 'A' });
});

it('shows no hook the ticket by which a password can be chosen', async () => {
  const seen: unknown[] = [];
  const { rules } = rulesOf({
    access(context) {
      seen.push(context);
      return true;
    },
  });
  const mark = {
    steward_temporary_password: { at: null, ticket: 'https://tenant.example/lo/reset?ticket=x' },
  };

  await rules.decide({
    admin: { ...admin, profile: { ...profile, app_metadata: mark } },
    organization: 'Acme',
    user: { ...user, app_metadata: mark },
    act: 'block',
  });

  expect(seen).toMatchObject([{ user: { app_metadata: { steward_temporary_password: true } } }]);
  expect(JSON.stringify(seen)).not.toContain('ticket');
});

it('asks about adding a person without a person', async () => {
  const { rules } = rulesOf({ access: ({ action, user }) => action === 'createUser' && user === null });

  const decision = await rules.decide({ ...asking, user: null, act: 'createUser' });

  expect(decision).toEqual({ allowed: true });
});

it('lets no password be set unless the policy says so, and tells what is better', async () => {
  const strict = await rulesOf({}).rules.decide({ ...asking, user, act: 'setPassword' });
  const open = await rulesOf({ passwords: 'temporary' }).rules.decide({
    ...asking,
    user,
    act: 'setPassword',
  });

  expect(strict).toMatchObject({ allowed: false, rule: 'policy', reason: expect.stringContaining('mail') });
  expect(open).toEqual({ allowed: true });
});

it('tells roles by name or id, and which are locked', async () => {
  const { rules } = rulesOf({ roles: () => ['Auditor', { role: 'rol_2', locked: 'Ask Orbit.' }] });

  const ruleOf = await rules.roles(asking);

  expect(ruleOf({ id: 'rol_1', name: 'Auditor' })).toEqual({ kind: 'free' });
  expect(ruleOf({ id: 'rol_2', name: 'Owner' })).toEqual({ kind: 'locked', reason: 'Ask Orbit.' });
  expect(ruleOf({ id: 'rol_3', name: 'auditor' })).toEqual({ kind: 'hidden' });
});

it.each([
  ['a link that runs', { links: [{ label: 'x', href: 'javascript:alert(1)' }] }],
  ['a link in the clear', { links: [{ label: 'x', href: 'http://orbit.example' }] }],
  ['a logo of another site without https', { logo: '//orbit.example/x.png' }],
  ['an accent that cannot be read', { accent: { light: '#ffff00', dark: '#5fc0dd' } }],
  ['an accent that cannot be read in the dark', { accent: { light: '#005e84', dark: '#005e84' } }],
  ['an accent that is more than a colour', { accent: { light: 'red;--x:1', dark: '#5fc0dd' } }],
  ['a language that is none', { locale: 'no language' }],
])('refuses settings with %s, at once or when asked', async (_, settings) => {
  const { rules, codes } = rulesOf({ settings: () => settings });

  const given = await rules.settings(asking, []);

  expect(given).toMatchObject({ title: 'Steward', links: [] });
  expect(codes()).toEqual(['settings nonsense']);
  expect(() => definePolicy({ settings })).toThrow();
});

it('speaks the language that the admin’s browser asks for, and the vendor’s own before it', async () => {
  const settings = {
    title: { en: 'People', de: 'Leute' },
    links: [{ label: 'Help', href: 'https://o.example/' }],
  };
  const fields = [
    {
      name: 'team',
      label: { en: 'Team', de: 'Gruppe' },
      path: 'app_metadata.team',
      type: 'choice',
      options: [{ value: 'A', label: { de: 'Erste' } }],
    },
  ] as const;

  const german = await rulesOf({ settings, fields }).rules.settings(asking, ['de-CH', 'en']);
  const french = await rulesOf({ settings, fields }).rules.settings(asking, ['fr']);
  const fixed = await rulesOf({ settings: { ...settings, locale: 'de' }, fields }).rules.settings(asking, [
    'en',
  ]);

  expect(german).toMatchObject({
    title: 'Leute',
    fields: [{ label: 'Gruppe', options: [{ label: 'Erste' }] }],
  });
  expect(french).toMatchObject({
    title: 'People',
    fields: [{ label: 'Team', options: [{ label: 'Erste' }] }],
  });
  expect(fixed).toMatchObject({ title: 'Leute', locale: 'de' });
});

it('asks no hook on behalf of an admin who has not chosen his organization', async () => {
  const { rules, codes } = rulesOf({
    settings: bad[1]?.[2],
    fields: [{ name: 'team', label: 'Team', path: 'app_metadata.team', editable: () => true }],
  });

  const given = await rules.settings({ admin, organization: null }, []);

  expect(given.fields).toMatchObject([{ name: 'team', editable: false }]);
  expect(codes()).toEqual([]);
});

it.each(['orbit.example:443', 'orbit.example/x', 'orbit', 'a b.example', 'x\r\ny: z', ''])(
  'takes %j for no domain',
  async (domain) => {
    const { rules } = rulesOf({ customDomain: () => domain });

    await expect(rules.customDomain(asking)).rejects.toMatchObject({ type: 'policy-refused' });
  },
);
