import type { Store } from '../store.ts';
import { openShelf } from './shelf.ts';

interface Bucket {
  left: number;
  /** Epoch milliseconds of the last look. */
  at: number;
}

const burst = 10;
const refillMs = 60_000;

/**
 * Whether one more request to change the password of this email from this address is allowed: ten at once, then one a
 * minute.
 *
 * @see https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export function takeResetRequest(store: Store, email: string, ip: string): boolean {
  const shelf = openShelf<Bucket>(store, 'reset-requests/');
  const id = JSON.stringify([email.toLowerCase(), ip]);
  const now = store.now();
  const bucket = shelf.get(id) ?? { left: burst, at: now };
  const left = Math.min(burst, bucket.left + (now - bucket.at) / refillMs);
  const isAllowed = left >= 1;
  shelf.put(id, { left: isAllowed ? left - 1 : left, at: now }, (burst * refillMs) / 1000);
  return isAllowed;
}
