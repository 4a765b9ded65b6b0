import { expect, it } from 'vitest';
import { defaultLimits } from '../config.ts';
import type { UpstreamCall } from './attempt.ts';
import type { Caller } from './caller.ts';
import { deadlineIn } from './deadline.ts';
import { openUpstream } from './upstream.ts';

const now = Date.parse('2026-10-01T09:00:00.000Z');

function callerIn(lane: string): Caller {
  return {
    requestId: lane,
    turn: { lane, priority: 'interactive' },
    deadline: deadlineIn(2_000),
    signal: new AbortController().signal,
    onCall: () => {},
  };
}

it('asks nothing more at the limit, however many wait for their turn', async () => {
  const limited = Promise.withResolvers<void>();
  let asked = 0;
  const upstream = openUpstream(
    { url: 'https://tenant.example', clientId: 'id', clientSecret: 'secret' },
    { ...defaultLimits, deadlineMs: 2_000, attemptMs: 2_000, concurrency: 1 },
    {
      now: () => now,
      async fetch(input) {
        if (String(input).endsWith('/oauth/token'))
          return Response.json({ access_token: 'x', expires_in: 1000 });
        asked += 1;
        await limited.promise;
        return new Response(null, { status: 429, headers: { 'x-ratelimit-reset': String(now / 1000 + 30) } });
      },
    },
  );
  const call: UpstreamCall = { method: 'GET', template: '/users', path: '/users', idempotent: true };
  const calls = ['a', 'b', 'c', 'd', 'e'].map((lane) => upstream.call(call, callerIn(lane)));
  await new Promise(setImmediate);

  limited.resolve();
  const ends = await Promise.allSettled(calls);

  expect(ends.map((end) => end.status === 'rejected' && end.reason.type)).toEqual(Array(5).fill('busy'));
  expect(asked).toBe(1);
});
