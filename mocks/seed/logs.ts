import type { BruteForceBlock, LogEntry, TenantUser } from '#tenant/model.ts';
import { drawAddress } from './circumstances.ts';
import { organizationsOf } from './known-people.ts';
import { entryOf, type LogEvent, type Surroundings } from './log-entry.ts';
import { places } from './log-places.ts';
import { auth0Organizations } from './organizations.ts';
import { type Random, randomFrom } from './random.ts';

const dayMs = 86_400_000;
/** Auth0's longest retention. */
const retentionDays = 30;
const mostSignIns = 40;

/**
 * What the tenant log holds of a user, newest first: it agrees with his last sign-in, his count and his state.
 *
 * @param today - epoch milliseconds; nothing is newer, nothing older than the retention of 30 days.
 * @param blocksOf - by which brute-force protection keeps a user out.
 */
export function logsBefore(
  today: number,
  blocksOf: (userId: string) => readonly BruteForceBlock[],
): (user: TenantUser) => LogEntry[] {
  return (user) => {
    const random = randomFrom(`log of ${user.user_id}`);
    const surroundings = drawSurroundings(random, user);
    return historyOf(random, user, today)
      .concat(blocksOf(user.user_id).flatMap((block) => lockOut(today, block)))
      .filter(({ at }) => at >= today - retentionDays * dayMs)
      .sort((one, other) => other.at - one.at)
      .map((event) => entryOf(random, user, event, surroundings));
  };
}

function historyOf(random: Random, user: TenantUser, today: number): LogEvent[] {
  const events: LogEvent[] = [];
  const born = Date.parse(user.created_at);
  if (born >= today - retentionDays * dayMs) events.push({ at: born, type: 'ss', description: 'Signed up' });
  if (user.last_password_reset !== undefined) {
    const at = Date.parse(user.last_password_reset);
    events.push({ at: at - 240_000, type: 'scpr' }, { at, type: 'scp' });
  }
  return user.last_login === undefined ? events : [...events, ...signInsOf(random, user, today)];
}

/** Ten wrong passwords from the address that is blocked now, and brute-force protection stepping in. */
function lockOut(today: number, { ip }: BruteForceBlock): LogEvent[] {
  const at = today - 3 * 3_600_000;
  const guesses = Array.from({ length: 10 }, (_, number) => ({
    at: at - number * 4_000,
    ip,
    ...wrongPassword,
  }));
  return [{ at: at + 20, ip, type: 'limit_wc', description: 'Too many failed login attempts' }, ...guesses];
}

const wrongPassword = { type: 'fp', description: 'Wrong email or password.' };

function signInsOf(random: Random, user: TenantUser, today: number): LogEvent[] {
  const count = Math.min(user.logins_count ?? 0, mostSignIns);
  const born = Date.parse(user.created_at);
  const usesSecondFactor = random.chance(0.2);
  const rhythmMs = dayMs * (0.3 + 6 * random.next());
  const events: LogEvent[] = [];
  let at = newestSignIn(user, today, random);
  for (let number = 0; number < count && at > born; number += 1) {
    events.push(...signIn(random, user, { at, isNewest: number === 0, usesSecondFactor }));
    at -= Math.round(rhythmMs * (0.2 + 1.6 * random.next()));
  }
  return events;
}

/** Whoever has signed in since the seed was laid has those entries from the tenant; his history ends before today. */
function newestSignIn(user: TenantUser, today: number, random: Random): number {
  const last = Date.parse(user.last_login ?? '');
  const earlier = today - Math.round(dayMs * random.next());
  return last < today ? last : earlier;
}

interface Moment {
  at: number;
  isNewest: boolean;
  usesSecondFactor: boolean;
}

function signIn(random: Random, user: TenantUser, { at, isNewest, usesSecondFactor }: Moment): LogEvent[] {
  // Auth0 counts the attempts of a blocked user as sign-ins, and refuses them.
  if (isNewest && user.blocked) return [{ at, type: 'f', description: 'user is blocked' }];
  const events: LogEvent[] = [{ at, type: 's', description: 'Successful login' }];
  if (usesSecondFactor)
    events.push({ at: at - 9_000, type: 'gd_auth_succeed', description: 'Guardian - Second factor' });
  if (random.chance(0.6)) events.push({ at: at + 1_400, type: 'seacft' });
  if (random.chance(0.12)) events.push({ at: at - 41_000, ...failureOf(user) });
  if (random.chance(0.1))
    events.push({ at: at - 90_000_000, type: 'slo', description: 'User successfully logged out' });
  return events;
}

function failureOf(user: TenantUser): Pick<LogEvent, 'type' | 'description'> {
  return user.identities[0]?.provider === 'auth0'
    ? wrongPassword
    : { type: 'f', description: 'access_denied' };
}

function drawSurroundings(random: Random, user: TenantUser): Surroundings {
  const customers = organizationsOf(user);
  return {
    home: user.last_ip ?? drawAddress(random),
    place: random.pick(places),
    organizations: auth0Organizations.filter(({ display_name }) => customers.includes(display_name)),
  };
}
