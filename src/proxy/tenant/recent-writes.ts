import { boundedCache } from '../bounded-cache.ts';
import { type Auth0Row, type Auth0User, auth0Row } from './answers.ts';

/** What this proxy wrote lately, laid over search results: Auth0's search lags behind its users. */
export interface RecentWrites {
  remember(user: Auth0User): void;
  /** He was deleted, or has become part of another. */
  forget(userId: string): void;
  /** The row, or what was written since it was indexed; of one who is gone, a row that belongs to nobody. */
  latest(row: Auth0Row): Auth0Row;
}

/** Auth0 promises no time; search has caught up by then. */
const lifeMs = 120_000;

const maximumUsers = 2_000;

/**
 * @param now - epoch milliseconds.
 * @see https://auth0.com/docs/manage-users/user-search
 */
export function openRecentWrites(now: () => number): RecentWrites {
  const writes = boundedCache<Auth0Row | { goneAt: string }>({ maximum: maximumUsers, lifeMs, now });
  return {
    remember: (user) => writes.set(user.user_id, auth0Row.parse(user)),
    forget: (userId) => writes.set(userId, { goneAt: new Date(now()).toISOString() }),
    latest(row) {
      const written = writes.get(row.user_id);
      if (written && 'goneAt' in written)
        return written.goneAt >= momentOf(row) ? { ...row, app_metadata: undefined } : row;
      return written && momentOf(written) >= momentOf(row) ? written : row;
    },
  };
}

/** ISO 8601 in UTC sorts as text. */
function momentOf(row: Auth0Row): string {
  return row.updated_at ?? '';
}
