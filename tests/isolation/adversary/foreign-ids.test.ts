import { expect, it } from 'vitest';
import { canary } from '#mocks/seed/names.ts';
import type { UserRecord } from '#tenant/model.ts';
import { answerOf } from '../../support/answer-of.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute, type RouteRequest, requestFor } from '../../support/every-route.ts';
import { startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Foreign and malformed ids',
  'read or change a user of another organization by naming him, or learn that he exists',
);

const nobody = 'auth0|63d17c4a8869daf88ed7db97';

/** Ids that no user has, and ids that say something else where they are pasted into an address. */
const malformed = [
  'x',
  '|x',
  'auth0|',
  'auth0|../../clients',
  'auth0|a/b',
  'auth0|a%2Fb',
  'auth0|x?fields=user_id',
  'auth0|x#y',
  'auth0|x\u0000y',
  'auth0|\u202ex',
  `auth0|${'x'.repeat(5_000)}`,
  'auth0|x" OR user_id:*',
  '__proto__',
  'constructor',
];

/** A tenant in which an outsider has all that a user can have. */
async function worldWithOutsiders() {
  const started = await startProxy({ adminOf: 'Acme' });
  const beside: Partial<UserRecord> = {
    bruteForceBlocks: [{ identifier: `${canary}@globex.example`, ip: '1.2.3.4' }],
    authenticationMethods: [{ id: 'totp|foreign', type: 'totp', confirmed: true, name: canary }],
  };
  const outsider = started.addPerson({
    memberOf: 'Globex',
    profile: { name: canary, email: 'outsider@globex.example' },
    record: beside,
  });
  const nowhere = started.addPerson({ profile: { name: canary, email: 'nowhere@example.com' } });
  const lookalike = started.addPerson({ memberOf: 'acme', profile: { name: canary } });
  const member = started.addPerson({ memberOf: 'Acme', profile: { name: 'Jane Member' } });
  return { ...started, member, outsiders: [outsider, nowhere, lookalike] };
}

type World = Awaited<ReturnType<typeof worldWithOutsiders>>;

/** What a request comes to: the whole answer, and which kinds of calls it made. */
async function traceOf({ admin, tenant }: World, { path, init }: RouteRequest) {
  const before = tenant.calls.length;
  const answer = await answerOf(await admin.send(path, init));
  const calls = tenant.calls.slice(before).map((call) => `${call.method} ${kindOf(call.path)}`);
  return { ...answer, calls: calls.toSorted() };
}

function kindOf(path: string): string {
  return path.split('/').slice(0, 4).join('/');
}

/** Every route of one user, by name, with the names of the other ids in its path. */
const routesOfUsers = everyRoute(nobody).filter(({ params }) => 'userId' in params);

it.each(routesOfUsers.map(({ route }) => [route.name, route] as const))(
  '%s answers an outsider’s id, and any other, as it answers that of nobody',
  async (_, route) => {
    const world = await worldWithOutsiders();
    await world.admin.send('/me');
    const records = () => world.outsiders.map(({ user_id }) => world.tenant.record(user_id));
    const untouched = records();
    const expected = await traceOf(world, requestFor(route, { userId: nobody }));
    const ids = [...world.outsiders.map(({ user_id }) => user_id), ...malformed];

    for (const userId of ids) {
      const answer = await traceOf(world, requestFor(route, { userId }));
      const same = JSON.stringify(answer) === JSON.stringify(expected);
      tally.attempt(same ? null : `${route.name} ${userId.slice(0, 60)}: ${answer.status} ${answer.calls}`);
      expect(answer).toEqual(expected);
    }

    expect(expected.status).toBe(404);
    expect(records()).toEqual(untouched);
  },
);

const routesOfItems = routesOfUsers.filter(({ params }) => Object.keys(params).length > 1);

it.each(routesOfItems.map(({ route, params }) => [route.name, route, params] as const))(
  '%s takes nothing that belongs to another user',
  async (_, route, params) => {
    const world = await worldWithOutsiders();
    await world.admin.send('/me');
    const items = Object.keys(params).filter((name) => name !== 'userId');
    const { member, outsiders } = world;
    const foreign = ['totp|foreign', ...outsiders.map(({ user_id }) => user_id), ...malformed.slice(3)];
    const withItem = (id: string) =>
      requestFor(route, { userId: member.user_id, ...Object.fromEntries(items.map((name) => [name, id])) });
    const untouched = outsiders.map(({ user_id }) => world.tenant.record(user_id));
    const expected = await traceOf(world, withItem('unknown'));

    for (const id of foreign) {
      const answer = await traceOf(world, withItem(id));
      const same = answer.status === expected.status && answer.text === expected.text;
      tally.attempt(same ? null : `${route.name} ${id.slice(0, 60)}: ${answer.status}`);
      expect(answer).toEqual(expected);
    }

    expect(expected.status).toBe(404);
    expect(outsiders.map(({ user_id }) => world.tenant.record(user_id))).toEqual(untouched);
  },
);
