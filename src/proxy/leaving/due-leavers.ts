import { marks } from '../scope/member-scope.ts';
import { allOf, term } from '../scope/search-lucene.ts';
import type { Auth0Row } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import type { Gateway } from '../tenant/gateway.ts';
import { leavingMarkOf } from './leaving-marks.ts';

const pageSize = 100;
/** As many as a year's leavers of a large tenant. */
const maximumPages = 200;

/**
 * Everyone of the tenant whom search has as due, each once. Search cannot compare metadata and shows 1,000 at most, so
 * all leavers are walked through in the order in which their accounts were made.
 *
 * @param now - epoch milliseconds.
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export async function dueLeavers(
  gateway: Pick<Gateway, 'searchUsers'>,
  now: number,
  callerFor: () => Caller,
): Promise<Auth0Row[]> {
  const leaving = term(`app_metadata.${marks.leaving}`, 'true');
  const found = new Map<string, Auth0Row>();
  let since: string | undefined;
  for (let page = 0; page < maximumPages; page += 1) {
    const q = since === undefined ? leaving : allOf([leaving, `created_at:[${since} TO *]`]);
    const { users } = await gateway.searchUsers(
      { q, sort: 'created_at:1', page: 0, per_page: pageSize, include_totals: true },
      callerFor(),
    );
    for (const row of users) found.set(row.user_id, row);
    const last = users.at(-1)?.created_at;
    // A hundred accounts of the very same moment: those behind them are due another time.
    if (users.length < pageSize || last === undefined || last === since) break;
    since = last;
  }
  return [...found.values()].filter((row) => isDue(row, now));
}

/** @param now - epoch milliseconds. */
export function isDue(row: Pick<Auth0Row, 'app_metadata'>, now: number): boolean {
  const mark = leavingMarkOf(row);
  return mark !== null && Date.parse(mark.deleteAt) <= now;
}
