import { expect, it } from 'vitest';
import { editProfile } from '#contract/profile-edit.ts';
import { listUsers } from '#contract/routes.ts';
import { canary } from '#mocks/seed/names.ts';
import { createProxy } from '#proxy/app.ts';
import { answerOf } from '../../support/answer-of.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute } from '../../support/every-route.ts';
import { startActing } from '../../support/possible-acts.ts';
import { clientOf } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Poisoned caches',
  'have another admin answered by what one has made the proxy, or a cache on the way, remember',
);

/** One tenant, two customers, and somebody of each kind who may have filled the caches before. */
async function world() {
  const acting = await startActing();
  const { addPerson, as } = acting;
  const people = [
    addPerson({ memberOf: 'Acme', role: 'helpdesk', profile: { name: 'Of Acme' } }),
    addPerson({ memberOf: 'Globex', profile: { name: 'Of Globex' } }),
    addPerson({ memberOf: ['Acme', 'Globex'], profile: { name: 'Shared' } }),
  ];
  // Two whose ids differ by capitals alone.
  const lower = addPerson({
    memberOf: 'Acme',
    role: 'auditor',
    profile: { user_id: 'auth0|abcdefabcdefabcdefabcdef' },
  });
  const upper = addPerson({
    memberOf: 'Globex',
    role: 'administrator',
    profile: { user_id: 'auth0|ABCDEFABCDEFABCDEFABCDEF' },
  });
  const both = await as(addPerson({ memberOf: ['Acme', 'Globex'], role: 'administrator' }));
  const askers = {
    'admin of Acme': { client: acting.admin, organization: 'Acme' },
    'auditor of Acme': { client: await as(lower), organization: 'Acme' },
    'admin of Globex': { client: await as(upper), organization: 'Globex' },
    'admin of both in Acme': { client: both, organization: 'Acme' },
    'admin of both in Globex': { client: both, organization: 'Globex' },
  };
  return { ...acting, people, askers };
}

type World = Awaited<ReturnType<typeof world>>;
type Asker = World['askers'][keyof World['askers']];

/** Everything that can be asked, about everyone. */
function questions({ people }: World, isWriting: boolean) {
  const all = people.flatMap(({ user_id }) => everyRoute(user_id));
  const wanted = all.filter(
    ({ route }) => (route.method === 'GET') !== isWriting && route.name !== 'createUser',
  );
  return [...new Map(wanted.map((request) => [`${request.route.method} ${request.path}`, request])).values()];
}

async function ask(client: Pick<Asker['client'], 'send'>, organization: string, path: string) {
  return answerOf(await client.send(path, { organization }));
}

const names = ['admin of Acme', 'auditor of Acme', 'admin of Globex', 'admin of both in Globex'] as const;

it.each(names)(
  'answers everyone, after the %s has done all that he can, as a proxy that remembers nothing',
  async (poisoner) => {
    const here = await world();
    const { client, organization } = here.askers[poisoner];
    for (const asker of Object.values(here.askers)) await ask(asker.client, asker.organization, '/me');
    for (const isWriting of [false, true])
      for (const { path, init } of questions(here, isWriting))
        for (const header of [organization, 'Acme', 'Globex'])
          await client.send(path, { ...init, organization: header });
    here.tenant.settle();
    // Standings may be a minute old; what is kept of the tenant as well, and nothing of that has changed.
    here.clock.now += 30_000;

    for (const [name, victim] of Object.entries(here.askers)) {
      const fresh = clientOf(createProxy(here.config, here.world), here.config, victim.client.token);
      await ask(fresh, victim.organization, '/me');
      for (const { path } of questions(here, false)) {
        const [seen, expected] = [
          await ask(victim.client, victim.organization, path),
          await ask(fresh, victim.organization, path),
        ];
        const leak = JSON.stringify(seen) !== JSON.stringify(expected);
        tally.attempt(leak ? `${name} after ${poisoner}: ${path}` : null);
        expect.soft(seen, `${name} ${path}`).toEqual(expected);
      }
    }
  },
);

it('lays over a search that lags behind nothing that another organization wrote', async () => {
  const here = await world();
  const { tenant, admin } = here;
  const moved = here.addPerson({ memberOf: 'Acme', profile: { name: 'Moved' } });
  const rival = here.askers['admin of Globex'];
  await rival.client.send('/me');
  tenant.faults.searchLagMs = 600_000;
  tenant.changeUser(moved.user_id, { app_metadata: { organization: 'Globex' } });
  const body = { changes: { name: canary }, seen: { name: 'Moved' } };
  const edited = await rival.client.call(editProfile, { params: { userId: moved.user_id }, body });

  for (const sort of ['created_at:-1', 'name:1', 'logins_count:-1'] as const)
    for (const q of [undefined, 'Moved', canary, 'status:blocked']) {
      const text = await (await admin.call(listUsers, { query: { sort, ...(q && { q }) } })).text();
      tally.attempt(text.includes(canary) ? `${sort} ${q}` : null);
      expect(text).not.toContain(canary);
    }
  expect(edited.status).toBe(200);
});

/** What asks a cache, or lets itself be answered by one. */
const conditions: Record<string, string>[] = [
  {},
  { 'if-none-match': '*' },
  { 'if-modified-since': 'Thu, 01 Jan 2099 00:00:00 GMT' },
  { 'if-match': '"x"' },
  { range: 'bytes=0-10' },
  { 'cache-control': 'only-if-cached' },
];

it.each(['his own', 'nobody', 'no token', 'a fault'])(
  'lets no answer about %s be kept on its way',
  async (who) => {
    const here = await world();
    const { admin, tenant, people } = here;
    await admin.send('/me');
    const userId = who === 'his own' ? (people[0]?.user_id ?? '') : 'auth0|000000000000000000000001';
    if (who === 'a fault')
      Object.assign(tenant.faults, { failRate: 1, failWith: { kind: 'status', status: 400 } });

    for (const { route, path, init } of everyRoute(userId))
      for (const condition of conditions) {
        const headers: Record<string, string> = {
          ...Object.fromEntries(new Headers(init.headers)),
          ...condition,
        };
        if (who === 'no token') headers.authorization = 'Bearer x';
        const response = await admin.send(path, { ...init, headers });
        const stored = ['etag', 'last-modified', 'expires', 'age'].filter((name) =>
          response.headers.has(name),
        );
        const isKept = response.headers.get('cache-control') !== 'no-store' || stored.length > 0;
        const isPart = [206, 304, 412, 416].includes(response.status);
        const moment = `${route.name} ${Object.keys(condition)}: ${response.status} ${stored}`;
        tally.attempt(isKept || isPart ? moment : null);
        expect.soft(isKept || isPart, moment).toBe(false);
      }
  },
);
