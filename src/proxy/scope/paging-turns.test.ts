import { expect, it } from 'vitest';
import type { UserListQuery } from '#contract/search.ts';
import { codec, idsOf, listing, member, startTenant, walk } from '#tests/support/paged-tenant.ts';
import { planPage, type UserListing } from './paging.ts';

it('shows nobody twice when users come and go while an admin turns pages', async () => {
  const { tenant, list } = await startTenant(
    Array.from({ length: 200 }, (_, number) => member(number, number)),
  );
  const first = await list({});
  tenant.addUser(member(900, -5));
  tenant.addUser(member(901, -6));
  for (const user of first.users.slice(0, 10)) tenant.removeUser(user.user_id);

  const second = await list({ cursor: first.next ?? '' });
  const rest = await walk(list, {}, second, 'next');
  const back = await walk(list, {}, second, 'previous');

  expect(idsOf(rest)).toHaveLength(150);
  expect(new Set([...idsOf([first]), ...idsOf(rest)]).size).toBe(200);
  const top = back.at(-1);
  expect(idsOf([top ?? first])).toHaveLength(42);
  expect(top).toMatchObject({ start: 0, total: 192, previous: null });
});

it('shows an empty page with a way back when all behind it are gone', async () => {
  const { tenant, list } = await startTenant(
    Array.from({ length: 60 }, (_, number) => member(number, number)),
  );
  const first = await list({});
  for (let number = 50; number < 60; number += 1) tenant.removeUser(member(number, 0).profile.user_id);

  const second = await list({ cursor: first.next ?? '' });
  const back = await list({ cursor: second.previous ?? '' });

  expect(second).toMatchObject({ users: [], total: 50, start: 50, next: null });
  expect(idsOf([back])).toEqual(idsOf([first]));
});

it.each<[string, Partial<UserListing>, UserListQuery]>([
  ['another admin', { subject: 'auth0|other' }, {}],
  ['another organization', { organization: 'Globex' }, {}],
  ['another scope', { scope: 'app_metadata.organization:"Globex"' }, {}],
  ['another search', { filter: 'blocked:true' }, {}],
  ['another order', {}, { sort: 'created_at:1' }],
  ['another page size', {}, { per_page: '25' }],
])('refuses a cursor that was made for %s', async (_, change, query) => {
  const { list } = await startTenant(Array.from({ length: 60 }, (_, number) => member(number, number)));
  const { next } = await list({});

  const answer = list({ ...query, cursor: next ?? '' }, change);

  await expect(answer).rejects.toMatchObject({ type: 'invalid-cursor' });
});

it.each(['', 'x', '💥', 'a'.repeat(8192)])('refuses the cursor %j', async (cursor) => {
  const answer = planPage({ ...listing, query: { cursor } }, codec);

  await expect(answer).rejects.toMatchObject({ type: 'invalid-cursor' });
});

it('makes no plan without a scope', async () => {
  const answer = planPage({ ...listing, scope: ' ', query: {} }, codec);

  await expect(answer).rejects.toThrow('without a scope');
});
