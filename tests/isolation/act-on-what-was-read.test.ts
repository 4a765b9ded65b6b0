import { expect, it } from 'vitest';
import { linkIdentity, unlinkIdentity } from '#contract/identities.ts';
import { changeEmail, changePhone, changeUsername } from '#contract/profile-edit.ts';
import { changeRoles } from '#contract/roles.ts';
import type { Route } from '#contract/route.ts';
import { setPassword } from '#contract/security.ts';
import { setUserBlocked } from '#contract/user-routes.ts';
import { block, writes } from '../support/blocking.ts';
import { possibleAct, startActing, writingRoutes } from '../support/possible-acts.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

it('blocks and unblocks a member, and tells how he is now', async () => {
  const started = await startProxy();
  const { user_id } = started.addPerson({ memberOf: 'Acme' });

  const blocked = await (await block(started.admin, user_id)).json();
  const unblocked = await (await block(started.admin, user_id, false)).json();

  expect([blocked.blocked, unblocked.blocked]).toEqual([true, false]);
  expect(started.tenant.user(user_id)?.blocked).toBe(false);
});

it('acts on the user as he is, not as search has him', async () => {
  const started = await startProxy();
  const member = started.addPerson({ memberOf: 'Acme' });
  started.tenant.faults.searchLagMs = 600_000;
  started.tenant.changeUser(member.user_id, { app_metadata: { organization: 'Globex' } });

  const outcome = await outcomeOf(await block(started.admin, member.user_id));

  expect(outcome).toBe('404 user-not-found');
  expect(writes(started)).toEqual([]);
});

it('does not act on what another request read before the user left', async () => {
  let moved = false;
  const hold = Promise.withResolvers<void>();
  const reading = Promise.withResolvers<void>();
  const started = await startProxy({
    async between(request, pass) {
      const response = await pass(request);
      const isFirstRead = !moved && request.method === 'GET' && request.url.endsWith(member.user_id.slice(6));
      if (isFirstRead) {
        reading.resolve();
        await hold.promise;
      }
      return response;
    },
  });
  const member = started.addPerson({ memberOf: 'Acme' });
  const earlier = started.admin.send(`/users/${encodeURIComponent(member.user_id)}`);
  await reading.promise;

  moved = true;
  started.tenant.changeUser(member.user_id, { app_metadata: { organization: 'Globex' } });
  const acting = block(started.admin, member.user_id);
  const outcome = await outcomeOf(await acting);
  hold.resolve();
  await earlier;

  expect(outcome).toBe('404 user-not-found');
  expect(writes(started)).toEqual([]);
});

/** The act of a route on a person who is moved to another organization at its first write. */
async function movedDuring(route: Route) {
  let moveAt: string | null = null;
  const acting = await startActing({
    between(request, pass) {
      const isWrite = request.method !== 'GET' && !request.url.endsWith('/oauth/token');
      if (moveAt !== null && isWrite) {
        acting.tenant.changeUser(moveAt, { app_metadata: { organization: 'Globex' } });
        moveAt = null;
      }
      return pass(request);
    },
  });
  const { path, init, params } = await possibleAct(route, acting);
  const userId = params.userId ?? '';
  const before = structuredClone(acting.tenant.record(userId));
  moveAt = userId;
  const response = await acting.admin.send(path, init);
  return { acting, userId, before, response, row: acting.audit.entries.at(-1) };
}

const onUsers = writingRoutes.filter(({ path }) => path.includes(':userId'));

it.each(onUsers.map((route) => [route.name, route] as const))(
  'tells nothing of a user who is moved away meanwhile, by %s',
  async (_, route) => {
    const { response } = await movedDuring(route);

    const text = await response.text();
    expect(text).not.toMatch(/@|Mo Member|Globex/);
    if (!response.ok) expect(JSON.parse(text)).toMatchObject({ status: 404, title: expect.any(String) });
  },
);

it.each([
  ['block', setUserBlocked],
  ['new email', changeEmail],
  ['new username', changeUsername],
  ['new phone number', changePhone],
  ['new roles', changeRoles],
] as const)('takes back the %s of a user who is moved away meanwhile', async (_, route) => {
  const { acting, userId, before, response, row } = await movedDuring(route);

  const { profile, roles } = acting.tenant.record(userId) ?? {};
  const { blocked = false, email, email_verified, username, phone_number } = profile ?? {};
  expect(await outcomeOf(response)).toBe('404 user-not-found');
  expect({ blocked, email, email_verified, username, phone_number }).toEqual({
    blocked: false,
    email: before?.profile.email,
    email_verified: before?.profile.email_verified,
    username: before?.profile.username,
    phone_number: before?.profile.phone_number,
  });
  expect(roles).toEqual(before?.roles);
  expect(row).toMatchObject({ target: userId, outcome: 'failed', problem: 'user-not-found' });
});

it('parts what was linked to a user who is moved away meanwhile', async () => {
  const { acting, userId, response, row } = await movedDuring(linkIdentity);

  const second = String(row?.after?.linked);
  expect(await outcomeOf(response)).toBe('404 user-not-found');
  expect(acting.tenant.user(userId)?.identities).toHaveLength(1);
  expect(acting.tenant.user(second)?.app_metadata).toMatchObject({ organization: 'Acme' });
  expect(row).toMatchObject({ outcome: 'failed', problem: 'user-not-found' });
});

it('keeps nothing that was parted from a user who is moved away meanwhile', async () => {
  const { acting, userId, response, row } = await movedDuring(unlinkIdentity);

  expect(await outcomeOf(response)).toBe('404 user-not-found');
  expect(acting.tenant.user(userId)?.identities).toHaveLength(2);
  expect(acting.tenant.user('google-oauth2|42')).toBeUndefined();
  expect(row).toMatchObject({ outcome: 'failed', problem: 'user-not-found', after: { unlinked: null } });
});

it('leaves no password that an admin knows to a user who is moved away meanwhile', async () => {
  const { acting, userId, before, response, row } = await movedDuring(setPassword);

  const after = acting.tenant.record(userId);
  expect(await outcomeOf(response)).toBe('404 user-not-found');
  expect(after?.password).not.toBe(before?.password);
  expect(after?.password).not.toBe('Kestrel-58-orbit');
  expect(after?.profile.app_metadata?.steward_temporary_password).toBeUndefined();
  expect(row).toMatchObject({ outcome: 'failed', problem: 'user-not-found' });
});
