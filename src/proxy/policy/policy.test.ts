import { expect, it } from 'vitest';
import { z } from 'zod';
import { definePolicy, type PolicyInput } from './policy.ts';
import type { PolicyFieldInput } from './policy-field.ts';

const plain = { name: 'team', label: 'Team', path: 'app_metadata.team' };

/** Where a policy is wrong, and in which words. */
function faultsOf(input: object): string {
  try {
    // What a vendor may write who has no types.
    definePolicy(input as PolicyInput);
    return '';
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  }
}

it.each<[object, string]>([
  [{ name: 'Team' }, 'fields.0.name: use lower-case letters'],
  [{ name: 'email' }, 'fields.0.name: is a field that every search has already'],
  [{ label: '' }, 'fields.0.label'],
  [{ label: { xx_y: 'Team' } }, 'fields.0.label'],
  [{ path: 'team' }, 'fields.0.path: use app_metadata.x'],
  [{ path: 'app_metadata.a.b' }, 'fields.0.path: use app_metadata.x'],
  [{ path: 'app_metadata.__proto__' }, 'fields.0.path: cannot be a name'],
  [{ path: 'app_metadata.steward_leaving' }, 'fields.0.path: names beginning with steward_'],
  [{ path: 'user_metadata.steward_x' }, 'fields.0.path: names beginning with steward_'],
  [{ path: 'app_metadata.identities' }, 'fields.0.path: is a name that Auth0 keeps'],
  [{ type: 'colour' }, 'fields.0.type'],
  [{ type: 'choice' }, 'fields.0: needs options'],
  [{ options: [{ value: 'a', label: 'A' }] }, 'fields.0: has options'],
  [{ type: 'choice', options: [] }, 'fields.0.options'],
  [
    {
      type: 'choices',
      options: [
        { value: 'a', label: 'A' },
        { value: 'a', label: 'B' },
      ],
    },
    'fields.0.options: values repeat',
  ],
  [{ shows: ['filter'] }, 'fields.0: cannot be a filter'],
  [{ shows: ['page'] }, 'fields.0.shows'],
  [{ editable: 'yes' }, 'fields.0.editable: use true, false or a function'],
  [{ validate: 'x' }, 'fields.0.validate: must be a function'],
  [{ limits: { minimum: 1 } }, 'fields.0: limits: text has no minimum'],
  [{ type: 'number', limits: { minimum: '1' } }, 'fields.0: limits: use numbers'],
  [{ type: 'date', limits: { maximum: '2026-02-30' } }, 'fields.0: limits: use dates'],
  [{ type: 'number', limits: { minimum: 2, maximum: 1 } }, 'fields.0: limits: end before they begin'],
  [{ limits: { maxLength: -1 } }, 'fields.0: limits: use lengths'],
  [{ limits: { pattern: '(' } }, 'fields.0: limits: the pattern is no regular expression'],
  [{ limits: { pattern: '(a+)+' } }, 'the pattern repeats a group'],
  [{ limits: { pattern: '(?:a|a)*b' } }, 'the pattern repeats a group'],
  [{ limits: { pattern: '((ab)*c){2}' } }, 'the pattern repeats a group'],
  [{ limits: { pattern: '(a)\\1' } }, 'the pattern refers back'],
  [{ limits: { pattern: 'a*a*a*a*b' } }, 'the pattern repeats without end'],
  [{ limits: { pattern: '(a{1,9}){1,9}b' } }, 'the pattern can be tried in too many ways'],
  [{ limits: { pattern: `${'(?:a|aa)'.repeat(24)}b` } }, 'the pattern can be tried in too many ways'],
  [{ limits: { pattern: '(a?){24}b' } }, 'the pattern can be tried in too many ways'],
  [{ limits: { size: 1 } }, 'fields.0.limits'],
  [{ tpye: 'text' }, 'fields.0: Unrecognized key: "tpye"'],
])('names what is wrong with a field that has %j', (part, fault) => {
  const faults = faultsOf({ fields: [{ ...plain, ...part }] });

  expect(faults).toContain(fault);
});

it.each<[object, string]>([
  [{ fields: [plain, { ...plain, path: 'app_metadata.x' }] }, 'fields: names repeat'],
  [{ fields: [plain, { ...plain, name: 'other' }] }, 'fields: paths repeat'],
  [{ title: '' }, 'title'],
  [{ acess: () => true }, 'Unrecognized key: "acess"'],
  [{ access: true }, 'access: must be a function'],
  [{ settings: 5 }, 'settings: use settings or a function'],
  [{ creation: [] }, 'creation'],
  [{ creation: ['sign-up'] }, 'creation.0'],
  [{ passwords: true }, 'passwords'],
  [{ reasons: ['blok'] }, 'reasons.0'],
  [{ deadlineMs: 60_000 }, 'deadlineMs'],
])('names what is wrong with %j', (input, fault) => {
  const faults = faultsOf(input);

  expect(faults).toContain(fault);
});

it.each([
  '\\d{2,6}',
  '[a-z]+-\\d+',
  '(\\d{2}-){3}\\d',
  '(?:DE|AT)-\\d+',
  '[(+]*\\(',
  'a+b+c+',
  '(?:\\s?\\d){4,14}',
  '\\+?[0-9 ]{5,20}(x\\.? ?\\d{1,5})?',
])('takes %s for a pattern', (pattern) => {
  expect(faultsOf({ fields: [{ ...plain, limits: { pattern } }] })).toBe('');
});

it('takes a policy that was defined before, and one of fields without types', () => {
  const policy = definePolicy({ title: 'Orbit', fields: [plain], connections: () => [] });

  expect(definePolicy(policy)).toEqual(policy);
  expect(policy.fields).toMatchObject([
    { ...plain, type: 'text', required: false, shows: ['search', 'detail'], editable: false },
  ]);
});

it('lets hooks know the names of the fields', () => {
  definePolicy({
    fields: [{ ...plain, name: 'team', editable: ({ admin }) => admin.organization === 'Acme' }],
    write: (context) => {
      if (context.action !== 'editProfile') return context.payload;
      // @ts-expect-error there is no such field.
      const unknown = context.payload.fields?.tema;
      return { ...context.payload, fields: { team: context.payload.fields?.team ?? unknown ?? null } };
    },
  });

  const field: PolicyFieldInput<'team'> = { ...plain, name: 'team' };
  expect(field.name).toBe('team');
});
