import { expect, it } from 'vitest';
import { linkIdentity } from '#contract/identities.ts';
import { leave } from '#contract/leave.ts';
import { changeEmail } from '#contract/profile-edit.ts';
import { changeRoles } from '#contract/roles.ts';
import type { Route } from '#contract/route.ts';
import { setPassword } from '#contract/security.ts';
import { setUserBlocked } from '#contract/user-routes.ts';
import { roleNames } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { requestFor } from '../../support/every-route.ts';
import { possibleAct } from '../../support/possible-acts.ts';
import { guarded } from '../../support/racing-act.ts';
import { outcomeOf } from '../../support/start-proxy.ts';
import { startTwo } from '../../support/two-at-once.ts';

const tally = attackTally(
  'Races: two admins at once',
  'leave an organization without an administrator, or a member as no order of the two acts would leave him',
);

const administrator = roleId(roleNames.administrator);
const seeds = [1, 2, 3];

type Two = Awaited<ReturnType<typeof startTwo>>;
type Client = Two['ada'];

/** How one takes the other away. */
const takings: Record<string, (by: Client, other: Client) => Promise<Response>> = {
  block: (by, other) => send(by, setUserBlocked, other.person.user_id, { blocked: true }),
  demote: (by, other) => send(by, changeRoles, other.person.user_id, { roles: [], seen: [administrator] }),
  remove: (by, other) => send(by, leave, other.person.user_id, { way: 'remove' }),
  delete: (by, { person }) => send(by, leave, person.user_id, { way: 'delete-now', confirm: person.email }),
};

function send(by: Client, route: Route, userId: string, body: object): Promise<Response> {
  const { path, init } = requestFor(route, { userId }, { body });
  return by.send(path, init);
}

const pairs = Object.keys(takings).flatMap((one) =>
  Object.keys(takings).map((other) => [one, other] as const),
);

it.each(pairs)('of two administrators who %s and %s each other one stays', async (one, other) => {
  for (const proxies of [1, 2] as const) {
    for (const seed of seeds) {
      const { acting, ada, bob, together } = await startTwo({ seed, proxies });

      const outcomes = await together([
        async () => outcomeOf(await (takings[one]?.(ada, bob) ?? ada.send('/me'))),
        async () => outcomeOf(await (takings[other]?.(bob, ada) ?? bob.send('/me'))),
      ]);

      const standing = [ada, bob].filter(({ person }) => {
        const record = acting.tenant.record(person.user_id);
        const { app_metadata, blocked } = record?.profile ?? {};
        return record?.roles?.includes(administrator) && !blocked && app_metadata?.organization === 'Acme';
      });
      const moment = `${one} and ${other}, ${proxies} proxies, order ${seed}: ${outcomes}`;
      const leak = standing.length === 0 || outcomes.some((outcome) => outcome.startsWith('500'));
      tally.attempt(leak ? moment : null);
      expect.soft(standing.length, moment).toBeGreaterThan(0);
    }
  }
});

/** What is done to a member at the same moment. */
const acts: Record<string, [Route, object]> = {
  block: [setUserBlocked, { blocked: true }],
  unblock: [setUserBlocked, { blocked: false }],
  email: [changeEmail, { email: 'jo@acme.example' }],
  'other roles': [changeRoles, { roles: [roleId(roleNames.operator)], seen: [roleId(roleNames.helpdesk)] }],
  password: [setPassword, { password: 'Kestrel-58-orbit' }],
  removal: [leave, { way: 'remove' }],
  'deletion later': [leave, { way: 'delete-later', days: 30 }],
  deletion: [leave, { way: 'delete-now', confirm: 'mo@acme.example' }],
};

const couples = Object.keys(acts).flatMap((one, index) =>
  Object.keys(acts)
    .slice(index)
    .map((other) => [one, other] as const),
);

it.each(couples)('%s and %s leave a member as they would one after the other', async (one, other) => {
  const possible = [await after([one, other], null), await after([other, one], null)];

  for (const seed of seeds.slice(1)) {
    const { state, outcomes } = await after([one, other], seed);
    const isPossible = possible.some((reached) => reached.state === state);
    const hasFailed = outcomes.some((outcome) => outcome.startsWith('500'));
    const moment = `${one} and ${other}, order ${seed}: ${outcomes} ${state}, not ${possible.map((p) => p.state)}`;
    tally.attempt(isPossible && !hasFailed ? null : moment);
    expect.soft(isPossible && !hasFailed, moment).toBe(true);
  }
});

/** What becomes of a member; without a seed, of one act after the other. */
async function after(names: readonly [string, string], seed: number | null) {
  const { acting, ada, bob, together } = await startTwo({ seed: seed ?? 0, proxies: 1 });
  const { params } = await possibleAct(linkIdentity, acting);
  const userId = params.userId ?? '';
  const requests = [ada, bob].map((client, index) => {
    const [route, body] = acts[names[index] ?? ''] ?? [setUserBlocked, {}];
    return async () => outcomeOf(await send(client, route, userId, body));
  });
  const outcomes: string[] = [];
  if (seed === null) for (const request of requests) outcomes.push(await request());
  else outcomes.push(...(await together(requests)));
  const record = acting.tenant.record(userId);
  const { password: _, temporary_password, ...rest } = record ? guarded(record) : {};
  return {
    outcomes,
    state: JSON.stringify(record ? { ...rest, temporary: temporary_password !== null } : null),
  };
}
