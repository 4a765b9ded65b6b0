import { getMe } from '#contract/routes.ts';
import type { Fault } from '#tenant/faults.ts';
import { startProxy } from './start-proxy.ts';

const limits = { deadlineMs: 400, attemptMs: 80, concurrency: 8 };

/** A proxy with little patience, whose admin is known already. */
export async function impatient(options: Parameters<typeof startProxy>[0] = {}) {
  const started = await startProxy({ ...options, config: { limits } });
  const member = started.addPerson({ memberOf: 'Acme' });
  await started.admin.call(getMe, {});
  started.tenant.calls.length = 0;
  return { ...started, member };
}

/** Faults that are over when one asks again. */
export const passing: [string, Fault][] = [
  ['an error', { kind: 'status', status: 500 }],
  ['a bad gateway', { kind: 'status', status: 502 }],
  ['being away', { kind: 'status', status: 503 }],
  ['a cut connection', { kind: 'drop' }],
  ['silence', { kind: 'silence' }],
  ['a limit that is over at once', { kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '0' } }],
];
