import { expect, it } from 'vitest';
import { leave } from '#contract/leave.ts';
import { changeEmail } from '#contract/profile-edit.ts';
import { listUsers } from '#contract/routes.ts';
import type { UserListQuery, UserStatus } from '#contract/search.ts';
import { setUserBlocked } from '#contract/user-routes.ts';
import { startProxy } from '#tests/support/start-proxy.ts';

/** An organization whose search knows nothing of what is written now. */
async function startLagging() {
  const started = await startProxy({ adminOf: 'Acme' });
  const { admin, tenant, addPerson } = started;
  tenant.faults.searchLagMs = 0;
  const person = addPerson({ memberOf: 'Acme', profile: { name: 'Pia' } });
  tenant.faults.searchLagMs = 600_000;
  async function list(query: UserListQuery = {}) {
    const { users, total } = await (await admin.call(listUsers, { query })).json();
    return { names: users.map(({ name }: { name: string }) => name), total };
  }
  const block = (blocked: boolean) =>
    admin.call(setUserBlocked, { params: { userId: person.user_id }, body: { blocked } });
  return { ...started, person, list, block };
}

const by = (status: UserStatus) => ({ status });

it('finds among the blocked whom we have just blocked, and not among the active', async () => {
  const { list, block } = await startLagging();
  const before = await list(by('blocked'));

  await block(true);

  expect(before).toEqual({ names: [], total: 0 });
  expect(await list(by('blocked'))).toEqual({ names: ['Pia'], total: 1 });
  expect((await list(by('active'))).names).not.toContain('Pia');
});

it('finds among those who leave whom we have just let leave', async () => {
  const { admin, person, list } = await startLagging();

  await admin.call(leave, {
    params: { userId: person.user_id },
    body: { way: 'delete-later', days: 30 },
  });

  expect(await list(by('leaving'))).toEqual({ names: ['Pia'], total: 1 });
});

it('does not show again whom we have blocked and unblocked', async () => {
  const { list, block } = await startLagging();

  await block(true);
  await block(false);

  expect(await list(by('blocked'))).toEqual({ names: [], total: 0 });
  expect((await list()).names.filter((name: string) => name === 'Pia')).toHaveLength(1);
});

it('shows him once when search has caught up, and believes search after half a minute', async () => {
  const { list, block, tenant, clock } = await startLagging();
  await block(true);

  clock.now += 30_000;
  const unseen = await list(by('blocked'));
  tenant.faults.searchLagMs = 0;
  const seen = await list(by('blocked'));

  expect(unseen.names).toEqual([]);
  expect(seen).toEqual({ names: ['Pia'], total: 1 });
});

it('leaves what was typed to Auth0’s search', async () => {
  const { list, block } = await startLagging();

  await block(true);

  expect((await list({ q: 'zoe', status: 'blocked' })).names).toEqual([]);
});

it('shows an admin nothing of what was written in another organization', async () => {
  const { list, block, addPerson, as } = await startLagging();
  const other = await as(addPerson({ memberOf: 'Globex', role: 'administrator' }));

  await block(true);
  const { users, total } = await (await other.call(listUsers, { query: by('blocked') })).json();

  expect([users, total]).toEqual([[], 0]);
  expect((await list(by('blocked'))).total).toBe(1);
});

it('keeps those in their place of whom nothing has changed that the filter asks for', async () => {
  const { admin, person, list } = await startLagging();

  await admin.call(changeEmail, {
    params: { userId: person.user_id },
    body: { email: 'pia@acme.example' },
  });

  expect((await list(by('active'))).names.filter((name: string) => name === 'Pia')).toHaveLength(1);
});
