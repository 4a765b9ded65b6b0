import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Admin } from '../access/access.ts';
import { deny } from './denial.ts';
import { field } from './filter.ts';
import { definePolicy, type PolicyInput } from './policy.ts';
import { openRules } from './rules.ts';

// The regions are the examples of from-delegated-administration.md.

// #region filter
const filter = definePolicy({
  filter: ({ admin }) => field('app_metadata.department').is(String(admin.app_metadata.department)),
});
// #endregion

// #region access
const access = definePolicy({
  access({ action, user, admin }) {
    if (action !== 'leave' && action !== 'delete') return true;
    return user.app_metadata?.department === admin.app_metadata.department || deny('Ask his own department.');
  },
});
// #endregion

// #region write
const write = definePolicy({
  fields: [{ name: 'department', label: 'Department', path: 'app_metadata.department' }],
  write(context) {
    if (context.action !== 'createUser') return context.payload;
    const department = String(context.admin.app_metadata.department);
    return { ...context.payload, fields: { ...context.payload.fields, department } };
  },
});
// #endregion

// #region memberships
const memberships = definePolicy({
  memberships: async () => ({
    label: 'Departments',
    path: 'app_metadata.department',
    choices: [
      { value: 'finance', label: 'Finance' },
      { value: 'it', label: 'IT' },
    ],
    required: true,
  }),
});
// #endregion

// #region settings
const settings = definePolicy({
  connections: () => [{ name: 'Username-Password-Authentication', label: 'Password', strategy: 'auth0' }],
  settings: ({ admin }) => ({
    title: { en: `${admin.organization}: people`, de: `${admin.organization}: Leute` },
    logo: '/customer-logo.svg',
    accent: { light: '#005e84', dark: '#5fc0dd' },
    links: [{ label: { en: 'Help', de: 'Hilfe' }, href: 'https://vendor.example/help' }],
  }),
  // canCreateUser
  access: ({ action, admin }) => action !== 'createUser' || admin.app_metadata.department === 'IT',
});
// #endregion

// #region customDomain
const customDomain = definePolicy({
  customDomain: ({ admin }) => (admin.organization === 'Acme' ? 'login.acme.example' : null),
});
// #endregion

// #region userFields
const userFields = definePolicy({
  fields: [
    {
      name: 'date_of_birth', // for searches and addresses
      label: { en: 'Date of birth', de: 'Geburtstag' }, // label
      path: 'user_metadata.dateOfBirth', // property
      type: 'date', // edit.type, edit.component
      required: true, // create.required
      limits: { minimum: '1900-01-01', maximum: '2020-12-31' }, // edit.validationFunction
      shows: ['create', 'edit', 'detail'], // create, edit, display
      editable: true, // not edit.disabled
    },
    {
      name: 'sites',
      label: 'Sites',
      path: 'app_metadata.sites',
      type: 'choices', // component: 'InputMultiCombo'
      options: [
        { value: 'ber', label: 'Berlin' },
        { value: 'lis', label: 'Lisbon' },
      ], // edit.options
      shows: ['list', 'search', 'filter', 'edit', 'detail'], // search.display, search.filter
      editable: ({ admin }) => admin.permissions.includes('manage:roles'), // edit.disabled, by admin
      validate: (value) => !Array.isArray(value) || value.length < 2 || 'One site is enough.',
    },
  ],
});
// #endregion

const examples = { filter, access, write, memberships, settings, customDomain, userFields };

const admin: Admin = {
  profile: { user_id: 'auth0|kelly', name: 'Kelly', app_metadata: { department: 'Finance' } },
  organizations: ['Acme'],
  roles: [],
  rights: new Set(['create:users']),
  organization: 'Acme',
};
const asking = { admin, organization: 'Acme' };
const user = {
  user_id: 'auth0|jane',
  created_at: '2026-01-01T00:00:00.000Z',
  identities: [],
  app_metadata: { department: 'IT' },
};

function rulesOf(policy: PolicyInput) {
  const report = (error: unknown) => {
    throw error;
  };
  return openRules(definePolicy(policy), { organizationKey: 'organization', report });
}

it('does what the extension’s hooks did', async () => {
  const leave = await rulesOf(access).decide({ ...asking, user, act: 'leave' });
  const creation = await rulesOf(settings).decide({ ...asking, user: null, act: 'createUser' });

  expect(await rulesOf(filter).filter(asking)).toEqual({
    kind: 'is',
    path: 'app_metadata.department',
    value: 'Finance',
  });
  expect(leave).toMatchObject({ allowed: false, reason: 'Ask his own department.' });
  expect(creation).toMatchObject({ allowed: false });
  expect(await rulesOf(memberships).writeMemberships(['it'], asking)).toEqual({
    app_metadata: { department: 'it' },
  });
  expect(await rulesOf(settings).settings(asking, ['de'])).toMatchObject({
    title: 'Acme: Leute',
    logo: '/customer-logo.svg',
  });
  expect(await rulesOf(customDomain).customDomain(asking)).toBe('login.acme.example');
  expect(userFields.fields.map(({ type }) => type)).toEqual(['date', 'choices']);
  expect(write.write).toBeTypeOf('function');
});

it('quotes its examples in the note as they are tested here', async () => {
  const source = await readFile(new URL(import.meta.url), 'utf8');
  const note = await readFile(new URL('./from-delegated-administration.md', import.meta.url), 'utf8');
  const regions = [...source.matchAll(/^\/\/ #region (\w+)\n([\s\S]*?)^\/\/ #endregion$/gm)];

  expect(regions.map(([, name]) => name).sort()).toEqual(Object.keys(examples).sort());
  for (const [, , code = ''] of regions) expect(note).toContain(`\`\`\`ts\n${code}\`\`\``);
});
