import { expect, it } from 'vitest';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute, type RouteRequest } from '../../support/every-route.ts';
import { outcomeOf, startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Sign-ins without the right',
  'use a route with a valid sign-in that does not carry the permission, any more or yet',
);

type Started = Awaited<ReturnType<typeof startProxy>>;
type Client = Started['admin'];

/** Sends every route of the contract as someone, and says what each came to. */
async function outcomesOf(
  client: Client,
  userId: string,
  organization?: string,
): Promise<{ request: RouteRequest; outcome: string }[]> {
  const outcomes = [];
  for (const request of everyRoute(userId)) {
    const { path, init } = request;
    outcomes.push({ request, outcome: await outcomeOf(await client.send(path, { ...init, organization })) });
  }
  return outcomes;
}

/** Every route must answer this. */
async function expectAll(client: Client, userId: string, expected: string, organization?: string) {
  for (const { request, outcome } of await outcomesOf(client, userId, organization)) {
    tally.attempt(outcome === expected ? null : `${request.route.name}: ${outcome}`);
    expect(`${request.route.name} ${outcome}`).toBe(`${request.route.name} ${expected}`);
  }
}

it('lets a person without any permission use no route', async () => {
  const { addPerson, as } = await startProxy();
  const plain = await as(addPerson({ memberOf: 'Acme' }));

  await expectAll(plain, plain.person.user_id, '403 not-an-admin');
});

it('lets an admin of no organization use no route', async () => {
  const { addPerson, as } = await startProxy();
  const homeless = await as(addPerson({ role: 'administrator' }));

  await expectAll(homeless, homeless.person.user_id, '403 not-an-admin');
});

it('lets a former admin use no route, from a minute after he was demoted on', async () => {
  const { addPerson, as, tenant, clock } = await startProxy();
  const former = await as(addPerson({ memberOf: 'Acme', role: 'administrator' }));
  await former.send('/me');
  const record = tenant.record(former.person.user_id);
  if (record) tenant.addUser({ ...record, roles: [] });
  clock.now += 60_000;

  await expectAll(former, former.person.user_id, '403 not-an-admin');
});

it('lets a blocked admin use no route, from a minute on', async () => {
  const { addPerson, as, tenant, clock } = await startProxy();
  const blocked = await as(addPerson({ memberOf: 'Acme', role: 'administrator' }));
  await blocked.send('/me');
  tenant.changeUser(blocked.person.user_id, { blocked: true });
  clock.now += 60_000;

  await expectAll(blocked, blocked.person.user_id, '403 not-an-admin');
});

it('lets an admin of Acme use no route in the name of another organization', async () => {
  const { admin, addPerson } = await startProxy({ adminOf: 'Acme' });
  const outsider = addPerson({ memberOf: 'Globex' });

  for (const name of ['Globex', 'acme', 'Acme ', 'Acme Labs', '*', '']) {
    const outcomes = await outcomesOf(admin, outsider.user_id, name);
    for (const { request, outcome } of outcomes) {
      const refused = /^(403 organization-refused|400 invalid-request)$/.test(outcome);
      tally.attempt(refused ? null : `${request.route.name} as ${name}: ${outcome}`);
      expect(`${request.route.name} ${outcome}`).toMatch(/organization-refused|invalid-request/);
    }
  }
});

it('lets an admin of two organizations reach a member of one only in its name', async () => {
  const { addPerson, as } = await startProxy();
  const both = await as(addPerson({ memberOf: ['Acme', 'Globex'], role: 'administrator' }));
  const member = addPerson({ memberOf: 'Globex' });

  const routesOfUsers = everyRoute(member.user_id).filter(({ params }) => 'userId' in params);
  for (const { route, path, init } of routesOfUsers) {
    const outcome = await outcomeOf(await both.send(path, { ...init, organization: 'Acme' }));
    tally.attempt(outcome === '404 user-not-found' ? null : `${route.name}: ${outcome}`);
    expect(`${route.name} ${outcome}`).toBe(`${route.name} 404 user-not-found`);
  }
});

it('lets someone who may do all but one thing do all but that', async () => {
  const { addPerson, as } = await startProxy();
  const member = addPerson({ memberOf: 'Acme' });
  const permissions = [...new Set(everyRoute('x').flatMap(({ route }) => route.permission ?? []))];

  for (const lacking of permissions) {
    const held = permissions.filter((permission) => permission !== lacking);
    const client = await as(addPerson({ memberOf: 'Acme', permissions: held }));
    const closed = everyRoute(member.user_id).filter(({ route }) => route.permission === lacking);
    for (const { route, path, init } of closed) {
      const outcome = await outcomeOf(await client.send(path, init));
      tally.attempt(outcome === '403 permission-missing' ? null : `${route.name}: ${outcome}`);
      expect(`${route.name} ${outcome}`).toBe(`${route.name} 403 permission-missing`);
    }
  }
});

it('lets an auditor write nothing at all', async () => {
  const { addPerson, as, tenant } = await startProxy();
  const auditor = await as(addPerson({ memberOf: 'Acme', role: 'auditor' }));
  const member = addPerson({ memberOf: 'Acme' });
  const writes = everyRoute(member.user_id).filter(({ route }) => route.method !== 'GET');

  for (const { route, path, init } of writes) {
    const outcome = await outcomeOf(await auditor.send(path, init));
    tally.attempt(outcome === '403 permission-missing' ? null : `${route.name}: ${outcome}`);
    expect(`${route.name} ${outcome}`).toBe(`${route.name} 403 permission-missing`);
  }
  expect(tenant.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});
