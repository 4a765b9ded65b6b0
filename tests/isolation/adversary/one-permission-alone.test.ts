import { expect, it } from 'vitest';
import { permission } from '#contract/permission.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute } from '../../support/every-route.ts';
import { possibleAct, startActing, writingRoutes } from '../../support/possible-acts.ts';
import { outcomeOf, startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'One permission alone',
  'use a route of another permission with one that is one’s own, or with all but the one that it takes',
);

const held = permission.options;

it.each(held)('opens with %s its own routes and no other', async (name) => {
  const { addPerson, as, tenant } = await startProxy();
  const client = await as(addPerson({ memberOf: 'Acme', permissions: [name] }));
  const member = addPerson({ memberOf: 'Acme' });
  await client.send('/me');
  tenant.calls.length = 0;

  for (const { route, path, init } of everyRoute(member.user_id)) {
    const before = tenant.calls.length;
    const outcome = await outcomeOf(await client.send(path, init));
    const isOpen = route.permission === null || route.permission === name;
    const wasRefused = outcome === '403 permission-missing';
    const calls = tenant.calls.slice(before);
    const leak = isOpen ? wasRefused : !wasRefused || calls.length > 0;
    tally.attempt(leak ? `${route.name} with ${name}: ${outcome}, ${calls.length} calls` : null);
    expect.soft(leak, `${route.name} with ${name}: ${outcome}`).toBe(false);
  }
});

it.each(writingRoutes.map((route) => [route.name, route] as const))(
  '%s is done with all permissions, and not without the one that it takes',
  async (_, route) => {
    const acting = await startActing();
    const { path, init } = await possibleAct(route, acting);
    const others = held.filter((name) => name !== route.permission);
    const without = await acting.as(acting.addPerson({ memberOf: 'Acme', permissions: others }));
    await without.send('/me');
    const before = acting.sent.length;

    const outcome = await outcomeOf(await without.send(path, init));
    const wrote = acting.sent.slice(before).some(({ method }) => method !== 'GET');
    const done = await outcomeOf(await acting.admin.send(path, init));

    const leak = outcome !== '403 permission-missing' || wrote;
    tally.attempt(leak ? `${route.name} without ${route.permission}: ${outcome}` : null);
    expect([outcome, wrote, done]).toEqual(['403 permission-missing', false, '200']);
  },
);
