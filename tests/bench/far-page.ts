import { listUsers } from '#contract/routes.ts';
import type { UserListQuery } from '#contract/search.ts';
import type { UserPage } from '#contract/user.ts';
import { demoSeed } from '#mocks/seed/demo-seed.ts';
import { createCursorCodec } from '#proxy/scope/cursor.ts';
import { memberScope } from '#proxy/scope/member-scope.ts';
import { planPage, readPage } from '#proxy/scope/paging.ts';
import { appOrigin, startProxy } from '../support/start-proxy.ts';
import { type Figure, median, withSpread } from './figure.ts';

const size = 100_000;
const repetitions = 15;
const perPage = '100';
/** About 1: the first page has no cursor to open, and every other one has, wherever it is. */
const reach = 1.25;

/**
 * The last page of 100,000 users, about the thousandth, over the first: in the proxy, and with its tenant. The emulator
 * remembers equal searches, so this is about the proxy; what it asks of Auth0 is one call of the same size for both.
 */
export async function measureFarPage(): Promise<Figure> {
  const upstream = { ms: 0, calls: 0 };
  const started = await startProxy({
    seed: demoSeed({ spaUrls: [appOrigin], size }),
    async between(request, pass) {
      const since = performance.now();
      const response = await pass(request);
      upstream.ms += performance.now() - since;
      upstream.calls += 1;
      return response;
    },
  });
  const list = async (query: UserListQuery): Promise<UserPage> => {
    const response = await started.admin.call(listUsers, { query: { per_page: perPage, ...query } });
    if (!response.ok) throw new Error(`The proxy answers ${response.status}.`);
    return response.json();
  };
  const cursor = await cursorOfLast(started, list);
  const pages: UserListQuery[] = [{}, { cursor }];

  const all: [number[], number[]] = [[], []];
  const own: [number[], number[]] = [[], []];
  const rows = new Set<number>();
  const costs = { first: all[0], last: all[1], firstOwn: own[0], lastOwn: own[1] };
  for (let turn = 0; turn < repetitions + 3; turn += 1) {
    for (const which of [0, 1] as const) {
      Object.assign(upstream, { ms: 0, calls: 0 });
      const since = performance.now();
      const page = await list(pages[which] ?? {});
      const took = performance.now() - since;
      rows.add(page.users.length);
      if (upstream.calls !== 1) throw new Error(`A page costs ${upstream.calls} upstream calls.`);
      // The first few warm up.
      if (turn < 3) continue;
      all[which].push(took);
      own[which].push(took - upstream.ms);
    }
  }
  if (rows.size !== 1) throw new Error(`The pages are not of one size: ${[...rows]}.`);
  return figureOf(costs);
}

/** What turning a thousand pages would end with: sealed behind the last rows but one page, read from the other end. */
async function cursorOfLast(
  { config, admin }: Awaited<ReturnType<typeof startProxy>>,
  list: (query: UserListQuery) => Promise<UserPage>,
): Promise<string> {
  const end = await list({ sort: 'created_at:1' });
  const before = await list({ sort: 'created_at:1', cursor: end.next ?? '' });
  const organization = 'Acme';
  const listing = {
    query: { per_page: perPage },
    scope: memberScope(organization, config.organizationKey).query,
    filter: null,
    subject: admin.person.user_id,
    organization,
  } as const;
  const plan = await planPage(listing, createCursorCodec(config.cursorSecret));
  const { next } = await readPage(plan, { users: before.users.toReversed(), total: before.total });
  if (next === null) throw new Error('The list ends too early.');
  return next;
}

type Costs = Record<'first' | 'last' | 'firstOwn' | 'lastOwn', number[]>;

function figureOf({ first, last, firstOwn, lastOwn }: Costs): Figure {
  const ratio = median(last) / median(first);
  const ownRatio = median(lastOwn) / median(firstOwn);
  const times = `${withSpread(first, 'ms', 1)} and ${withSpread(last, 'ms', 1)}`;
  return {
    what: `${size.toLocaleString('en')} users: the last page of 100 over the first`,
    measured: `${ratio.toFixed(2)} ×, in the proxy ${ownRatio.toFixed(2)} ×; ${times}`,
    reach: `≤ ${reach} ×`,
    met: ratio <= reach && ownRatio <= reach,
    values: { first, last, firstOwn, lastOwn },
  };
}
