import { boundedCache } from '../bounded-cache.ts';
import { type Auth0Row, type Auth0User, auth0Row } from './answers.ts';

/** What this proxy wrote lately, laid over search results: Auth0's search lags behind its users. */
export interface RecentWrites {
  /** How he was before he is written to: as search still knows him. */
  before(user: Auth0User): void;
  remember(user: Auth0User): void;
  /** He was deleted, or has become part of another. */
  forget(userId: string): void;
  /** The row, or what was written since it was indexed; of one who is gone, a row that belongs to nobody. */
  latest(row: Auth0Row): Auth0Row;
  /** Those of whom it is true since we wrote to them, whom search cannot find by it yet; the last written first. */
  newly(holds: (row: Auth0Row) => boolean): Auth0Row[];
}

/** Auth0 promises no time; search has caught up by then. */
const lifeMs = 120_000;

/** Nobody vouches for a row that no search has found: someone else may have written since. */
const unfoundLifeMs = 30_000;

const maximumUsers = 2_000;

/**
 * @param now - epoch milliseconds.
 * @see https://auth0.com/docs/manage-users/user-search
 */
export function openRecentWrites(now: () => number): RecentWrites {
  const writes = boundedCache<Auth0Row | { goneAt: string }>({ maximum: maximumUsers, lifeMs, now });
  const indexed = boundedCache<Auth0Row>({ maximum: maximumUsers, lifeMs: unfoundLifeMs, now });
  return {
    before(user) {
      if (!indexed.get(user.user_id)) indexed.set(user.user_id, auth0Row.parse(user));
    },
    remember: (user) => writes.set(user.user_id, auth0Row.parse(user)),
    forget: (userId) => writes.set(userId, { goneAt: new Date(now()).toISOString() }),
    latest(row) {
      const written = writes.get(row.user_id);
      if (written && 'goneAt' in written)
        return written.goneAt >= momentOf(row) ? { ...row, app_metadata: undefined } : row;
      return written && momentOf(written) >= momentOf(row) ? written : row;
    },
    newly(holds) {
      const written = writes
        .setWithin(unfoundLifeMs)
        .filter((write): write is Auth0Row => !('goneAt' in write));
      const isNew = (row: Auth0Row) => {
        const known = indexed.get(row.user_id);
        return known !== undefined && holds(row) && !holds(known);
      };
      return written.filter(isNew).toReversed();
    },
  };
}

/** ISO 8601 in UTC sorts as text. */
function momentOf(row: Auth0Row): string {
  return row.updated_at ?? '';
}
