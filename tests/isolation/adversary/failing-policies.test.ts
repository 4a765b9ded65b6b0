import { expect, it } from 'vitest';
import { canary, roleNames } from '#mocks/seed/names.ts';
import { field } from '#proxy/policy/filter.ts';
import type { PolicyInput } from '#proxy/policy/policy.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute, type RouteRequest } from '../../support/every-route.ts';
import { startAdding } from '../../support/people-adding.ts';
import { type Acting, possibleAct, writingRoutes } from '../../support/possible-acts.ts';
import { outcomeOf } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Failing policies',
  'get something done or shown while the vendor’s rules throw, are late or answer nonsense',
);

/** How a hook fails; what it says must reach nobody. */
const failures: Record<string, () => never> = {
  throws() {
    throw new Error(canary);
  },
  'is late': () => new Promise(() => {}) as never,
  'answers nonsense': () => [42, canary] as never,
};

/** All but `customDomain`: without it no mail goes out, but a person can still be blocked. */
const working = {
  filter: () => field('app_metadata.organization').is('Acme'),
  access: () => true,
  write: ({ payload }) => payload,
  memberships: () => null,
  roles: () => Object.values(roleNames),
  stepUp: () => null,
} satisfies PolicyInput;

type Hook = keyof typeof working;
const hooks = Object.keys(working) as Hook[];

/** A policy whose hook works until it is told to fail. */
async function started(hook: Hook) {
  const state = { failure: '', asked: 0 };
  const usual: (context: never) => unknown = working[hook];
  const policy = {
    ...working,
    deadlineMs: 10,
    [hook](context: never) {
      const fail = failures[state.failure];
      if (!fail) return usual(context);
      state.asked += 1;
      return fail();
    },
  };
  const acting: Acting = await startAdding({ policy });
  return { acting, state };
}

/** Sends a request once for each way to fail. */
async function failed({ acting, state }: Awaited<ReturnType<typeof started>>, { path, init }: RouteRequest) {
  const seen = [];
  for (const failure of Object.keys(failures)) {
    Object.assign(state, { failure, asked: 0 });
    const before = acting.sent.length;
    const response = await acting.admin.send(path, init);
    const wrote = acting.sent.slice(before).filter(({ method }) => method !== 'GET');
    seen.push({
      failure,
      asked: state.asked,
      outcome: await outcomeOf(response),
      text: await response.text(),
      wrote,
    });
    state.failure = '';
  }
  return seen.filter(({ asked }) => asked > 0);
}

it.each(hooks.flatMap((hook) => writingRoutes.map((route) => [hook, route.name, route] as const)))(
  'with a %s that fails, %s writes nothing',
  async (hook, name, route) => {
    const world = await started(hook);
    const request = await possibleAct(route, world.acting);

    for (const { failure, outcome, text, wrote } of await failed(world, request)) {
      const leak = /^[25]/.test(outcome) || wrote.length > 0 || text.includes(canary);
      const moment = `${name}, ${hook} ${failure}: ${outcome}, ${wrote.map(({ path }) => path)}`;
      tally.attempt(leak ? moment : null);
      expect.soft(leak, moment).toBe(false);
    }
  },
);

it.each(hooks)('with a %s that fails, no route shows more', async (hook) => {
  const world = await started(hook);
  const { acting } = world;
  const { user_id } = acting.addPerson({ memberOf: 'Acme', profile: { email: 'mo@acme.example' } });
  const reads = everyRoute(user_id).filter(({ route }) => route.method === 'GET');

  for (const request of reads) {
    const usual = await (await acting.admin.send(request.path, request.init)).text();
    for (const { failure, outcome, text } of await failed(world, request)) {
      const isHidden = hook === 'filter' || (hook === 'access' && 'userId' in request.params);
      const leak =
        text.includes(canary) || allowedIn(text) > allowedIn(usual) || (isHidden && text.includes('mo@acme'));
      const moment = `${request.route.name}, ${hook} ${failure}: ${outcome}`;
      tally.attempt(leak ? moment : null);
      expect.soft(leak, `${moment} ${text}`).toBe(false);
    }
  }
});

/** How many acts an answer calls allowed. */
function allowedIn(text: string): number {
  return text.split('"allowed":true').length;
}
