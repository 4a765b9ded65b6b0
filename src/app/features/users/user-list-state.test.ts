import { expect, it } from 'vitest';
import { listQueryOf } from './user-list-state.ts';

const connections = [{ name: 'sms', label: 'Text message', strategy: 'sms' }];

it('asks the same question for what is written in two ways', () => {
  expect(listQueryOf({ q: '  ', sort: 'created_at:-1', per_page: '50' }, connections)).toEqual({});
});

it('leaves out a connection that cannot be chosen', () => {
  expect(listQueryOf({ connection: 'elsewhere' }, connections)).toEqual({});
  expect(listQueryOf({ connection: 'sms' }, connections)).toEqual({ connection: 'sms' });
});

it('takes any connection while it is not known which can be chosen', () => {
  expect(listQueryOf({ connection: 'sms', sort: 'created_at:-1' })).toEqual({ connection: 'sms' });
});
