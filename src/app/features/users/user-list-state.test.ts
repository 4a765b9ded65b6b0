import { expect, it } from 'vitest';
import type { Field } from '#contract/field.ts';
import { listQueryOf } from './user-list-state.ts';

const department: Field = {
  name: 'department',
  label: 'Department',
  type: 'choice',
  required: false,
  shows: ['filter'],
  editable: false,
};
const choices = {
  connections: [{ name: 'sms', label: 'Text message', strategy: 'sms' }],
  fields: [department, { ...department, name: 'plan', shows: [] }],
};

it('asks the same question for what is written in two ways', () => {
  expect(listQueryOf({ q: '  ', sort: 'created_at:-1', per_page: '50' }, choices)).toEqual({});
});

it('leaves out a connection that cannot be chosen', () => {
  expect(listQueryOf({ connection: 'elsewhere' }, choices)).toEqual({});
  expect(listQueryOf({ connection: 'sms' }, choices)).toEqual({ connection: 'sms' });
});

it('leaves out a field that cannot be filtered by', () => {
  expect(listQueryOf({ filter: 'plan:team;department:Sales' }, choices)).toEqual({
    filter: 'department:Sales',
  });
  expect(listQueryOf({ filter: 'plan:team' }, choices)).toEqual({});
  expect(listQueryOf({ filter: 'department' }, choices)).toEqual({});
});

it('takes any connection while it is not known which can be chosen', () => {
  expect(listQueryOf({ connection: 'sms', sort: 'created_at:-1' })).toEqual({ connection: 'sms' });
});
