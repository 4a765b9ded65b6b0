import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultLimits } from '#proxy/config.ts';
import { deadlineIn } from '#proxy/tenant/deadline.ts';
import { openUpstream, type Upstream } from '#proxy/tenant/upstream.ts';
import { type Faults, noFaults } from '#tenant/faults.ts';
import { rateLimiter } from '#tenant/rate-limit.ts';
import { faultTally } from '../support/fault-tally.ts';

const tally = faultTally();

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const latencyMs = 50;

/** A tenant that counts writes as Auth0 does, and any number of proxies before it. */
function limitedTenant(plan: Faults['plan']) {
  const limiter = rateLimiter({ ...noFaults, plan }, Date.now);
  const seen = { answered: 0, refused: 0, running: 0, mostRunning: 0 };
  async function fetch(input: string | URL | Request) {
    if (String(input).endsWith('/oauth/token'))
      return Response.json({ access_token: 'x', expires_in: 86_400 });
    const { allowed, headers } = limiter.take('users_write');
    seen[allowed ? 'answered' : 'refused'] += 1;
    seen.running += 1;
    seen.mostRunning = Math.max(seen.mostRunning, seen.running);
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    seen.running -= 1;
    return Response.json({}, { status: allowed ? 200 : 429, headers });
  }
  const credentials = { url: 'https://tenant.example', clientId: 'id', clientSecret: 'secret' };
  const proxy = () => openUpstream(credentials, defaultLimits, { fetch, now: Date.now });
  return { seen, proxy };
}

function ask(upstream: Upstream, lane: string): Promise<string> {
  const call = { method: 'PUT', template: '/users/{id}', path: '/users/x', idempotent: true } as const;
  const answer = upstream.call(call, {
    requestId: 'r',
    turn: { lane, priority: 'interactive' },
    deadline: deadlineIn(defaultLimits.deadlineMs),
    signal: new AbortController().signal,
    onCall: () => {},
  });
  return answer.then(
    ({ kind }) => kind,
    (error) => error.type,
  );
}

/** Ten seconds of asking, so many times each quarter of a second, and the time until the last is answered. */
async function tenSecondsOf(perTick: Record<string, number>, proxies: readonly Upstream[]) {
  const asked = Object.entries(perTick).map(([lane, count]) => ({
    lane,
    count,
    outcomes: [] as Promise<string>[],
  }));
  for (let tick = 0; tick < 40; tick += 1) {
    for (let time = 0; time < 20; time += 1) {
      for (const { lane, count, outcomes } of asked) {
        const due = Math.floor((tick + 1) * count) - Math.floor(tick * count);
        if (time < due) outcomes.push(...proxies.map((proxy) => ask(proxy, lane)));
      }
    }
    await vi.advanceTimersByTimeAsync(250);
  }
  await vi.advanceTimersByTimeAsync(20_000);
  return Promise.all(asked.map(({ outcomes }) => Promise.all(outcomes)));
}

const shareOf = (outcomes: string[]) => outcomes.filter((outcome) => outcome === 'answer').length;

it.each(['free', 'professional', 'enterprise'] as const)(
  'answers all of an organization that asks little, while another floods the %s plan',
  async (plan) => {
    const { proxy } = limitedTenant(plan);

    const [loud = [], quiet = []] = await tenSecondsOf({ loud: 20, quiet: 0.125 }, [proxy()]);

    tally.seen({ fault: 'one organization floods', admin: '429 busy, in the flood alone', recovered: true });
    expect(shareOf(quiet)).toBe(quiet.length);
    expect(new Set(loud)).toEqual(new Set(['answer', 'busy']));
  },
);

it('gives two organizations that flood the same share', async () => {
  const { proxy } = limitedTenant('professional');

  const [one = [], other = []] = await tenSecondsOf({ one: 20, other: 10 }, [proxy()]);

  tally.seen({ fault: 'two organizations flood', admin: '429 busy', recovered: true });
  expect(Math.abs(shareOf(one) - shareOf(other))).toBeLessThanOrEqual(2);
});

it.each([
  // Two calls a second for all, and each proxy asks again by itself.
  ['free', 1],
  ['professional', 0.15],
  ['enterprise', 0.15],
] as const)(
  'keeps two proxies together within the limit of the %s plan, but for what was under way',
  async (plan, most) => {
    const { proxy, seen } = limitedTenant(plan);

    await tenSecondsOf({ one: 5, other: 5 }, [proxy(), proxy()]);

    tally.seen({ fault: 'two proxies share one limit', admin: '429 busy', recovered: true });
    expect(seen.refused / seen.answered).toBeLessThanOrEqual(most);
    expect(seen.mostRunning).toBeLessThanOrEqual(2 * defaultLimits.concurrency);
  },
);

it.each(['professional', 'enterprise'] as const)(
  'asks one proxy’s tenant of the %s plan for nothing that it would refuse',
  async (plan) => {
    const { proxy, seen } = limitedTenant(plan);

    await tenSecondsOf({ one: 5, other: 5 }, [proxy()]);

    expect(seen.refused).toBe(0);
  },
);
