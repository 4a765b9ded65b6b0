import { expect, it } from 'vitest';
import type { Field } from '#contract/field.ts';
import { listUsers } from '#contract/routes.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { outcomeOf, startProxy } from '#tests/support/start-proxy.ts';
import { searchExamples } from './search-examples.ts';

const fields = [{ name: 'department', label: 'Department', path: 'app_metadata.department' as const }];
const connections = [{ name: 'Globex "Nord" ADFS', label: 'Globex', strategy: 'adfs' }];
const shown: Field = {
  name: 'department',
  label: 'Department',
  type: 'text',
  required: false,
  shows: ['search'],
  editable: false,
};
const settings = { fields: [shown], connections };

const examples = searchExamples({
  me: { email: 'ada@acme.example', settings },
  fieldValue: 'Sales',
  year: 2026,
});

it.each(examples)('offers $text, which the API understands', async ({ text }) => {
  const { admin } = await startProxy({
    config: { policy: definePolicy({ fields, connections: () => connections }) },
  });

  const response = await admin.call(listUsers, { query: { q: text } });

  expect(await outcomeOf(response)).toBe('200');
});
