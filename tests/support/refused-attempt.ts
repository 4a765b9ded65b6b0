import { expect } from 'vitest';
import type { Route } from '#contract/route.ts';
import { roles } from '#mocks/seed/roles.ts';
import type { attackTally } from './attack-tally.ts';
import { requestFor } from './every-route.ts';
import { startAdding } from './people-adding.ts';
import type { Acting } from './possible-acts.ts';
import { outcomeOf, type StartOptions } from './start-proxy.ts';

/** A proxy whose policy allows as much as one can: every role of the tenant. */
export function startOpen(options: StartOptions = {}): Promise<Acting> {
  return startAdding({ ...options, policy: { roles: () => roles.map(({ name }) => name) } });
}

export interface Attempt {
  route: Route;
  userId?: string;
  body?: object;
  refusal: RegExp;
}

/** Sends what must be refused with nothing written, and counts it. */
export async function expectRefused(
  tally: ReturnType<typeof attackTally>,
  { acting, client }: { acting: Acting; client: Acting['admin'] },
  { route, userId = 'x', body, refusal }: Attempt,
): Promise<void> {
  const { path, init } = requestFor(route, { userId }, body && { body });
  const before = acting.sent.length;
  const outcome = await outcomeOf(await client.send(path, init));
  const wrote = acting.sent.slice(before).filter(({ method }) => method !== 'GET');
  const leak = !refusal.test(outcome) || wrote.length > 0;
  const what = `${route.name} ${userId} ${JSON.stringify(body)?.slice(0, 120)}: ${outcome}`;
  tally.attempt(leak ? what : null);
  expect.soft(leak, what).toBe(false);
}
