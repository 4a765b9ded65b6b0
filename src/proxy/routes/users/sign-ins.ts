import type { SignIn } from '#contract/user.ts';
import type { Auth0LogEntry } from '../../tenant/answers.ts';

/**
 * The events in which a person tried to come in, and whether he did.
 *
 * @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
const outcomes = new Map([
  ['s', true],
  ['scoa', true],
  ['sens', true],
  ['f', false],
  ['fp', false],
  ['fu', false],
  ['fcoa', false],
  ['fens', false],
  ['limit_wc', false],
  ['limit_mu', false],
  ['limit_sul', false],
  ['pwd_leak', false],
]);

const maximum = 10;

/**
 * The newest sign-ins among a user's log entries. Entries of anyone else are dropped, as are descriptions and
 * details: they hold whatever the vendor's code put there.
 *
 * @param view.shared - of a person of several organizations neither foreign connections nor applications are named.
 */
export function signInsOf(
  userId: string,
  entries: readonly Auth0LogEntry[],
  view: { shared: boolean; shows: (connection: string | undefined) => boolean },
): SignIn[] {
  const signIns = entries.flatMap((entry) => {
    const succeeded = outcomes.get(entry.type);
    const shown = entry.user_id === userId && view.shows(entry.connection);
    return succeeded === undefined || !shown ? [] : [signInOf(entry, succeeded, view.shared)];
  });
  return signIns.slice(0, maximum);
}

function signInOf(entry: Auth0LogEntry, succeeded: boolean, shared: boolean): SignIn {
  return {
    log_id: entry.log_id,
    date: entry.date,
    type: entry.type,
    succeeded,
    client_name: shared ? undefined : entry.client_name,
    connection: entry.connection,
    ip: entry.ip,
    country: entry.location_info?.country_code,
    city: entry.location_info?.city_name,
    user_agent: entry.user_agent,
  };
}
