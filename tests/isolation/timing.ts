import { setImmediate as nextTurn } from 'node:timers/promises';
import { linkIdentity, previewLink } from '#contract/identities.ts';
import { everyRoute, type RouteRequest, requestFor } from '../support/every-route.ts';
import { type MedianDifference, median, medianDifference } from '../support/median-difference.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

/** Whom an admin may ask for who is none of his. */
const kinds = ['nowhere', 'outside', 'large', 'malformed'] as const;
type Kind = (typeof kinds)[number];

/** Milliseconds from the request to the end of its answer, in one route. */
export interface TimingRow {
  route: string;
  /** Of each kind. */
  samples: number;
  /** Of an id that nobody has. */
  median: number;
  /** From that of nobody. */
  differences: Record<Exclude<Kind, 'nowhere'>, MedianDifference>;
  /** Calls to Auth0, of each kind. */
  calls: Record<Kind, number>;
}

/** Milliseconds that somebody at the other end of a network could hope to tell apart. */
export const worthTiming = 1;

/** In all routes together, however busy the machine is. */
const budgetMs = 40_000;
/** Once more for those where it was too busy to tell. */
const secondBudgetMs = 10_000;
const fewestSamples = 30;
const mostSamples = 400;
const warmUps = 10;

/** Near the most that Auth0 lets a profile hold. */
const largeProfile = { notes: Array.from({ length: 60 }, (_, index) => `${index} ${'x'.repeat(140)}`) };

/**
 * Compares how long a user of another organization, one with a large profile, and a malformed id take beside nobody, in
 * every route that takes a user's id. All kinds take turns in an order by chance, so that whatever else the machine does
 * meets them alike.
 */
export async function measureTiming(): Promise<TimingRow[]> {
  const subjects = [...routesOfUsers(), ...routesOfSeconds()];
  const rows = await measureAll(subjects, budgetMs);
  const isBlurred = (row: TimingRow | undefined) => row !== undefined && findableIn(row) > worthTiming;
  const again = subjects.filter((_, index) => isBlurred(rows[index]));
  const second = await measureAll(again, secondBudgetMs);
  return rows.map((row) => {
    const other = second.find(({ route }) => route === row.route);
    return other && findableIn(other) < findableIn(row) ? other : row;
  });
}

/** What is left of the time by routes that are quick is for the others. */
async function measureAll(subjects: readonly Subject[], withinMs: number): Promise<TimingRow[]> {
  const end = performance.now() + withinMs;
  const rows: TimingRow[] = [];
  for (const subject of subjects) {
    const left = subjects.length - rows.length;
    rows.push(await measure(subject, (end - performance.now()) / left));
  }
  return rows;
}

/** The smallest difference that would have been found for each kind, in milliseconds. */
export function findableIn({ differences }: TimingRow): number {
  return Math.max(...Object.values(differences).map(({ findable }) => findable));
}

/** A tenant of its own for each route: its limit, which the proxy heeds, is used up by none. */
async function startWorld() {
  const world = await startProxy({ adminOf: 'Acme' });
  const { addPerson, admin } = world;
  addPerson({ memberOf: 'Acme', profile: { user_id: memberId } });
  const ids: Record<Kind, string> = {
    nowhere: 'auth0|63d17c4a8869daf88ed7db97',
    outside: addPerson({ memberOf: 'Globex' }).user_id,
    large: addPerson({ memberOf: 'Globex', profile: { user_metadata: largeProfile } }).user_id,
    malformed: 'auth0|../x',
  };
  await admin.send('/me');
  return { ...world, ids };
}

const memberId = 'auth0|00000000000000000000000a';

interface Subject {
  name: string;
  requestFor: (userId: string) => RouteRequest;
}

function routesOfUsers(): Subject[] {
  return everyRoute('x')
    .filter(({ params }) => 'userId' in params)
    .map(({ route }) => ({ name: route.name, requestFor: (userId) => requestFor(route, { userId }) }));
}

/** The account to link is another id that a request may hold. */
function routesOfSeconds(): Subject[] {
  const params = { userId: memberId };
  return [
    {
      name: 'previewLink, the second account',
      requestFor: (id) => requestFor(previewLink, params, { query: { with: id } }),
    },
    {
      name: 'linkIdentity, the second account',
      requestFor: (id) => requestFor(linkIdentity, params, { body: { with: id } }),
    },
  ];
}

async function measure({ name, requestFor }: Subject, withinMs: number): Promise<TimingRow> {
  const { admin, tenant, ids } = await startWorld();
  const times: Record<Kind, number[]> = { nowhere: [], outside: [], large: [], malformed: [] };
  const calls: Record<Kind, number> = { nowhere: 0, outside: 0, large: 0, malformed: 0 };
  const began = performance.now();
  for (let round = -warmUps; round < mostSamples; round += 1) {
    const isLate = performance.now() - began > withinMs;
    if (isLate && round >= fewestSamples) break;
    for (const kind of shuffled(kinds)) {
      const { path, init } = requestFor(ids[kind]);
      const callsBefore = tenant.calls.length;
      // What the last request left to be done is not of this one.
      await nextTurn();
      const since = performance.now();
      const response = await admin.send(path, init);
      await response.clone().text();
      const ms = performance.now() - since;
      const outcome = round === -warmUps ? await outcomeOf(response) : '404';
      if (!outcome.startsWith('404')) throw new Error(`${name} of ${kind}: ${outcome}`);
      if (round < 0) calls[kind] = tenant.calls.length - callsBefore;
      else times[kind].push(ms);
    }
  }
  return {
    route: name,
    samples: times.nowhere.length,
    median: median(times.nowhere),
    differences: {
      outside: medianDifference(times.nowhere, times.outside),
      large: medianDifference(times.nowhere, times.large),
      malformed: medianDifference(times.nowhere, times.malformed),
    },
    calls,
  };
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, by: Math.random() }))
    .toSorted((one, other) => one.by - other.by)
    .map(({ item }) => item);
}
