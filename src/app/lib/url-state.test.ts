import { expect, it } from 'vitest';
import { userListQuery } from '#contract/search.ts';
import { readUrlState, writeUrlState } from './url-state.ts';

it('reads what the schema knows', () => {
  const state = readUrlState(userListQuery, 'q=name%3A%22Zo%C3%AB%20%26%20Co%22&status=blocked&per_page=100');

  expect(state).toEqual({ q: 'name:"Zoë & Co"', status: 'blocked', per_page: '100' });
});

it('leaves out what does not fit, and keeps the rest', () => {
  const state = readUrlState(
    userListQuery,
    'q=jane&status=asleep&sort=picture:1&constructor=x&utm_source=crm',
  );

  expect(state).toEqual({ q: 'jane' });
});

it('changes its own parameters and leaves those of others', () => {
  const written = writeUrlState('q=jane&cursor=abc&demo=size:5000', { status: 'blocked', cursor: undefined });

  expect(new URLSearchParams(written)).toEqual(
    new URLSearchParams({ q: 'jane', demo: 'size:5000', status: 'blocked' }),
  );
});

it('gives back what it has written', () => {
  const q = 'a%2Fb + "c&d" 😀 #?=';

  expect(readUrlState(userListQuery, writeUrlState('', { q }))).toEqual({ q });
});
