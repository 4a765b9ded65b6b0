import { expect, it } from 'vitest';
import { block, writes } from '../support/blocking.ts';
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

it('tells nothing of a user who left while he was being blocked', async () => {
  const started = await startProxy({
    between(request, pass) {
      if (request.method === 'PATCH') {
        started.tenant.changeUser(member.user_id, { app_metadata: { organization: 'Globex' } });
      }
      return pass(request);
    },
  });
  const member = started.addPerson({ memberOf: 'Acme' });

  const outcome = await outcomeOf(await block(started.admin, member.user_id));

  expect(outcome).toBe('404 user-not-found');
  expect(started.audit.entries).toMatchObject([{ target: member.user_id, outcome: 'done' }]);
});
