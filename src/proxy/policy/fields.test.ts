import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldValue, FieldValues } from '#contract/field.ts';
import type { Admin } from '../access/access.ts';
import { Problem } from '../problem.ts';
import type { Auth0User } from '../tenant/answers.ts';
import { readFields } from './field-reading.ts';
import { definePolicy, type PolicyInput } from './policy.ts';
import type { PolicyFieldInput } from './policy-field.ts';
import { type FieldWriter, openRules } from './rules.ts';

const admin: Admin = {
  profile: { user_id: 'auth0|ada', name: 'Ada', app_metadata: {} },
  organizations: ['Acme'],
  roles: [],
  rights: new Set(['update:users']),
  organization: 'Acme',
};
const asking = { admin, organization: 'Acme' };
const jane: Auth0User = {
  user_id: 'auth0|jane',
  created_at: '2026-01-01T00:00:00.000Z',
  identities: [],
  app_metadata: { organization: 'Acme' },
};
const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

function field(part: Partial<PolicyFieldInput> = {}): PolicyFieldInput {
  return {
    name: 'x',
    label: 'X',
    path: 'app_metadata.x',
    shows: ['create', 'edit', 'detail'],
    editable: true,
    ...part,
  };
}

async function write(
  fields: PolicyInput['fields'],
  values: FieldValues,
  { to = jane, ...writer }: Partial<FieldWriter> & { to?: Auth0User | null } = {},
) {
  const rules = openRules(definePolicy({ fields, deadlineMs: 20 }), {
    organizationKey: 'organization',
    report: () => {},
  });
  try {
    return await rules.writeFields(values, to, { ...asking, ...writer });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors?.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ') ?? error.type;
  }
}

const written = (value: unknown) => ({ app_metadata: { x: value } });

it.each<[PolicyFieldInput['type'], FieldValue, unknown]>([
  ['text', ' Team lead ', 'Team lead'],
  ['long-text', 'one\ntwo', 'one\ntwo'],
  ['number', -1.5, -1.5],
  ['number', 0, 0],
  ['date', '2024-02-29', '2024-02-29'],
  ['yes-no', false, false],
  ['choice', 'a', 'a'],
  ['choices', ['b', 'a'], ['b', 'a']],
  ['email', 'jane@acme.example', 'jane@acme.example'],
  ['phone', '+49 (30) 123-456', '+4930123456'],
  ['link', 'https://acme.example/x', 'https://acme.example/x'],
])('writes to a field of type %s the value %j', async (type, value, expected) => {
  const hasOptions = type === 'choice' || type === 'choices';

  const patch = await write([field({ type, ...(hasOptions && { options }) })], { x: value });

  expect(patch).toEqual(written(expected));
});

it.each<[Partial<PolicyFieldInput>, FieldValue | null, string]>([
  [{}, 5, 'Write a text.'],
  [{}, true, 'Write a text.'],
  [{}, ['a'], 'Write a text.'],
  [{}, 'one\ntwo', 'cannot be written'],
  [{}, 'half \ud800', 'cannot be written'],
  [{}, 'x'.repeat(201), 'too long'],
  [{ limits: { minLength: 3 } }, 'ab', 'too short'],
  [{ limits: { maxLength: 3 } }, 'abcd', 'too long'],
  [{ limits: { pattern: '\\d+', patternHelp: 'Digits only.' } }, '1a', 'Digits only.'],
  [{ limits: { pattern: 'a|b' } }, 'ab', 'not valid'],
  [{ type: 'long-text' }, 'x'.repeat(2001), 'too long'],
  [{ type: 'long-text' }, 'bell \u0007', 'cannot be written'],
  [{ type: 'number' }, '5', 'Write a number.'],
  [{ type: 'number', limits: { minimum: 1 } }, 0, 'Not below 1.'],
  [{ type: 'number', limits: { maximum: 1 } }, 2, 'Not above 1.'],
  [{ type: 'date' }, '2026-02-30', 'Write a date'],
  [{ type: 'date' }, '2026-1-1', 'Write a date'],
  [{ type: 'date', limits: { minimum: '2026-01-01' } }, '2025-12-31', 'Not below 2026-01-01.'],
  [{ type: 'yes-no' }, 'true', 'Choose yes or no.'],
  [{ type: 'choice', options }, 'd', 'Choose one'],
  [{ type: 'choice', options }, ['a'], 'Choose one'],
  [{ type: 'choices', options }, 'a', 'Choose from'],
  [{ type: 'choices', options }, ['a', 'a'], 'Choose from'],
  [{ type: 'choices', options }, ['a', 'd'], 'Choose from'],
  [{ type: 'email' }, 'jane', 'Write an email'],
  [{ type: 'phone' }, '12', 'Write a phone'],
  [{ type: 'link' }, 'javascript:alert(1)', 'Write a web address'],
  [{ type: 'link' }, 'acme.example', 'Write a web address'],
  [{ required: true }, null, 'Fill this in.'],
  [{ required: true }, '  ', 'Fill this in.'],
  [{ type: 'choices', options, required: true }, [], 'Fill this in.'],
  [{ editable: false }, 'y', 'You cannot change this.'],
  [{ editable: () => false }, 'y', 'You cannot change this.'],
  [{ editable: () => Promise.reject(new Error('x')) }, 'y', 'You cannot change this.'],
  [{ shows: ['create', 'detail'] }, 'y', 'You cannot change this.'],
  [{ validate: () => 'Not this one.' }, 'y', 'Not this one.'],
  [{ validate: async () => false }, 'y', 'This is not valid.'],
])('refuses to write to a field with %j the value %j', async (part, value, fault) => {
  const refused = await write([field(part)], { x: value });

  expect(refused).toMatch(/^#\/fields\/x /);
  expect(refused).toContain(fault);
});

it.each([
  ['a name that is not declared', 'y'],
  ['the organization', 'organization'],
  ['a mark of Steward’s', 'steward_invited'],
  ['a path', 'app_metadata.x'],
  ['what every object has', 'constructor'],
  ['the prototype', '__proto__'],
])('refuses to write to %s', async (_, name) => {
  const values: FieldValues = JSON.parse(`{"${name}":"z"}`);

  const refused = await write([field()], values);

  expect(refused).toBe(`#/fields/${name} This is not known here.`);
});

it.each<[FieldValue | null]>([[null], [''], [' ']])('empties a field by %j', async (value) => {
  const patch = await write([field()], { x: value }, { to: { ...jane, app_metadata: { x: 'old' } } });

  expect(patch).toEqual(written(null));
});

it('sends nothing for what is so already', async () => {
  const to = { ...jane, app_metadata: { x: ['a', 'b'] } };

  const patch = await write([field({ type: 'choices', options })], { x: ['a', 'b'] }, { to });

  expect(patch).toEqual({});
});

it('refuses what a failing check did not allow', async () => {
  const refused = await write([field({ validate: () => Promise.reject(new Error('x')) })], { x: 'y' });

  expect(refused).toBe('policy-refused');
});

it('asks for what is required when a person is added, of whoever may fill it in', async () => {
  const fields = [
    field({ required: true }),
    field({ name: 'y', path: 'app_metadata.y', required: true, editable: false }),
    field({ name: 'z', path: 'user_metadata.z' }),
  ];

  const missing = await write(fields, {}, { to: null });
  const whole = await write(fields, { x: '1', z: '2' }, { to: null });

  expect(missing).toBe('#/fields/x Fill this in.');
  expect(whole).toEqual({ app_metadata: { x: '1' }, user_metadata: { z: '2' } });
});

it('tells the vendor’s own values from the admin’s', async () => {
  const fields = [field({ editable: false })];

  const vendors = await write(fields, { x: 'vendor' }, { asked: {} });
  const admins = await write(fields, { x: 'admin' }, { asked: { x: 'admin' } });
  const replaced = await write(fields, { x: 'vendor' }, { asked: { x: 'admin' } });

  expect(vendors).toEqual(written('vendor'));
  expect([admins, replaced]).toEqual([
    '#/fields/x You cannot change this.',
    '#/fields/x You cannot change this.',
  ]);
});

it('lets nobody write about himself what may decide what he sees', async () => {
  const fields = [field(), field({ name: 'y', path: 'user_metadata.y' })];
  const to = { ...jane, user_id: 'auth0|ada' };

  const refused = await write(fields, { x: '1' }, { to });
  const vendors = await write(fields, { x: '1' }, { to, asked: {} });
  const own = await write(fields, { y: '1' }, { to });

  expect(refused).toBe('#/fields/x You cannot change this about yourself.');
  expect(vendors).toEqual(written('1'));
  expect(own).toEqual({ user_metadata: { y: '1' } });
});

it('counts what is stored in another type as absent, and never fails', () => {
  const types = ['text', 'long-text', 'number', 'date', 'yes-no', 'email', 'phone', 'link'] as const;
  const { fields } = definePolicy({
    fields: [
      ...types.map((type, index) => field({ name: `f${index}`, type, path: `app_metadata.f${index}` })),
      field({ name: 'g', type: 'choice', options, path: 'app_metadata.g' }),
      field({ name: 'h', type: 'choices', options, path: 'user_metadata.h' }),
    ],
  });
  const stored = fc.dictionary(
    fc.constantFrom(...fields.map(({ path }) => path.split('.')[1] ?? '')),
    fc.anything(),
  );

  fc.assert(
    fc.property(stored, stored, (app_metadata, user_metadata) => {
      const read = readFields({ app_metadata, user_metadata }, fields);

      for (const { name, type } of fields) {
        const value = Object.hasOwn(read, name) ? read[name] : undefined;
        if (value === undefined) continue;
        if (type === 'number') expect(value).toBeTypeOf('number');
        else if (type === 'yes-no') expect(value).toBeTypeOf('boolean');
        else if (type === 'choices')
          expect((value as unknown[]).every((item) => typeof item === 'string')).toBe(true);
        else expect(value).toBeTypeOf('string');
      }
    }),
  );
});

it('shows no link that runs', () => {
  const { fields } = definePolicy({ fields: [field({ type: 'link' })] });

  const read = readFields({ app_metadata: { x: 'javascript:alert(1)' } }, fields);

  expect(read).toEqual({});
});
