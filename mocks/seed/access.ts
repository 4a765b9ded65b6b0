import type { RefreshToken, Session, TenantUser, UserRecord } from '#tenant/model.ts';
import { drawDevice } from './devices.ts';
import { canary, productAudience, productClients, spaClientId } from './names.ts';
import { type Random, randomFrom } from './random.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Auth0's lives of a session and of a refresh token. Whatever is made here lives to the end of the day at least. */
const session = { idleMs: 3 * dayMs, wholeMs: 7 * dayMs };
const refreshToken = { idleMs: 15 * dayMs, wholeMs: 30 * dayMs };

const iso = (ms: number) => new Date(ms).toISOString();

/**
 * The person with what a sign-in leaves behind, as far as it still lives: sessions of the last days, refresh tokens of
 * the last weeks, browsers that are remembered. A block ends none of it.
 *
 * @param today - epoch milliseconds.
 */
export function withAccess(record: UserRecord, today: number): UserRecord {
  const { user_id, last_login } = record.profile;
  if (last_login === undefined) return record;
  const random = randomFrom(`access of ${user_id}`);
  const sessions = drawSessions(random, record, today);
  const refreshTokens = drawRefreshTokens(random, record.profile, sessions, today);
  return {
    ...record,
    ...(sessions.length > 0 && { sessions }),
    ...(refreshTokens.length > 0 && { refreshTokens }),
    ...secondFactorTraces(random, record),
  };
}

function drawSessions(random: Random, record: UserRecord, today: number): Session[] {
  const newest = Date.parse(record.profile.last_login ?? '');
  const oldest = Math.max(today - session.wholeMs + dayMs, Date.parse(record.profile.created_at));
  const earlier = Array.from(
    { length: random.between(0, 2) },
    () => newest - dayMs * (0.2 + 4 * random.next()),
  );
  return [newest, ...earlier]
    .filter((at) => at > oldest)
    .map((at) => drawSession(random, record, { at, today, isNewest: at === newest }));
}

interface Moment {
  at: number;
  today: number;
  isNewest: boolean;
}

function drawSession(random: Random, record: UserRecord, { at, today, isNewest }: Moment): Session {
  const { user_id, last_ip } = record.profile;
  // Used within the last two days, so that it does not end before the day does.
  const used = between(random, Math.max(at, today - 2 * dayMs), Math.max(at, today));
  return {
    id: random.hex(32),
    user_id,
    created_at: iso(at),
    updated_at: iso(used),
    authenticated_at: iso(at),
    last_interacted_at: iso(used),
    idle_expires_at: iso(used + session.idleMs),
    expires_at: iso(at + session.wholeMs),
    device: drawDevice(random, isNewest ? last_ip : undefined),
    clients: drawClients(random).map((client_id) => ({ client_id })),
    authentication: { methods: methodsOf(record, iso(at)) },
    cookie: { mode: 'persistent', name: `${canary}-cookie` },
    session_metadata: { risk_note: `${canary}: watch this one` },
  };
}

function drawRefreshTokens(
  random: Random,
  { user_id, created_at, last_login, last_ip }: TenantUser,
  sessions: Session[],
  today: number,
): RefreshToken[] {
  const newest = Date.parse(last_login ?? '');
  const oldest = Math.max(today - refreshToken.wholeMs + dayMs, Date.parse(created_at));
  const moments = Array.from({ length: random.between(0, 3) }, () => newest - dayMs * 12 * random.next());
  return moments
    .filter((at) => at > oldest)
    .map((at) => {
      const used = between(random, Math.max(at, today - 13 * dayMs), Math.max(at, today));
      return {
        id: random.hex(24),
        user_id,
        client_id: random.pick([productClients.mobile.id, productClients.portal.id, spaClientId]),
        // The session it came from may have ended long ago.
        session_id: random.chance(0.5) && sessions.length > 0 ? random.pick(sessions).id : null,
        created_at: iso(at),
        last_exchanged_at: iso(used),
        idle_expires_at: iso(used + refreshToken.idleMs),
        expires_at: iso(at + refreshToken.wholeMs),
        rotating: random.chance(0.8),
        resource_servers: [{ audience: productAudience, scopes: 'read:invoices offline_access' }],
        device: drawDevice(random, last_ip),
        refresh_token_metadata: { note: `${canary}: issued by support` },
      };
    });
}

function drawClients(random: Random): string[] {
  const { portal, mobile } = productClients;
  return random.pick([[portal.id], [portal.id], [portal.id, spaClientId], [mobile.id]]);
}

const firstSteps: Record<string, string> = { auth0: 'pwd', sms: 'sms', email: 'email' };

function methodsOf(
  { profile, authenticationMethods = [] }: UserRecord,
  timestamp: string,
): Session['authentication']['methods'] {
  const name = firstSteps[profile.identities[0]?.provider ?? ''] ?? 'federated';
  const factor = authenticationMethods.find(({ type }) => type === 'totp' || type === 'phone');
  return [{ name, timestamp }, ...(factor ? [{ name: 'mfa', type: factor.type, timestamp }] : [])];
}

function secondFactorTraces(random: Random, { authenticationMethods = [] }: UserRecord): Partial<UserRecord> {
  if (authenticationMethods.length === 0) return {};
  const hasCode = authenticationMethods.some(({ type }) => type === 'recovery-code');
  return {
    rememberedBrowsers: random.between(0, 3),
    ...(hasCode && { recoveryCode: `${canary}${random.hex(18).toUpperCase()}` }),
  };
}

function between(random: Random, from: number, to: number): number {
  return from + Math.round((to - from) * random.next());
}
