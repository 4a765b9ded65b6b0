import type { PasswordRules } from '#contract/password.ts';
import { type PasswordDemand, unmetDemands } from '#contract/password-check.ts';
import type { FieldError } from '#contract/problem.ts';
import { putBack } from '../acts/put-back.ts';
import { Problem } from '../problem.ts';
import { marks } from '../scope/member-scope.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Auth0Connection } from '../tenant/answers-connections.ts';
import type { Caller } from '../tenant/caller.ts';
import { mailDomain } from '../tenant/custom-domain.ts';
import type { Gateway } from '../tenant/gateway.ts';
import { UpstreamFailure } from '../tenant/upstream-failure.ts';
import { temporaryPasswordRules } from './password-rules.ts';
import { randomPassword } from './random-password.ts';

/** Of whom a password may hold nothing. */
type Owner = Pick<
  Partial<Auth0User>,
  'name' | 'given_name' | 'family_name' | 'nickname' | 'username' | 'email' | 'user_metadata'
>;

/**
 * Refuses a temporary password before Auth0 sees it, and names what it lacks, which Auth0 does not tell.
 *
 * @throws Problem `weak-password` at `#/password`.
 */
export function refuseWeak(password: string, connection: Auth0Connection | null, owner: Owner): void {
  if (!connection) return;
  const rules = temporaryPasswordRules(connection.options);
  const errors: FieldError[] = unmetDemands(password, rules, personalWords(owner)).map((demand) => ({
    pointer: '#/password',
    detail: wordsFor(demand, rules),
  }));
  if (rules.min_length <= longest && new TextEncoder().encode(password).byteLength > longest) {
    errors.push({ pointer: '#/password', detail: `Use at most ${longest} characters.` });
  }
  if (isForbidden(password, connection)) {
    errors.push({ pointer: '#/password', detail: 'This is one of the words that may not be used.' });
  }
  if (errors.length > 0) throw new Problem('weak-password', { errors });
}

/** Bytes: Auth0 ignores what comes after, or refuses it. */
const longest = 72;

function wordsFor(demand: PasswordDemand, { min_length, kinds, kinds_needed }: PasswordRules): string {
  switch (demand) {
    case 'length':
      return `Use at least ${min_length} characters.`;
    case 'kinds':
      return `Use ${kinds_needed} of these: ${kinds.map((kind) => kindWords[kind]).join(', ')}.`;
    case 'repeats':
      return 'Use no character more than twice in a row.';
    case 'sequences':
      return 'Use no sequence such as abc or 321.';
    case 'personal':
      return 'Use nothing of the name, username or email.';
  }
}

const kindWords = {
  lower: 'lower-case letters',
  upper: 'upper-case letters',
  digit: 'digits',
  special: 'special characters (!@#$%^&*)',
} as const;

/** @see https://auth0.com/docs/authenticate/database-connections/password-options */
function personalWords({ user_metadata: own = {}, ...owner }: Owner): (string | undefined)[] {
  const { name, given_name, family_name, nickname, username, email } = owner;
  const told = [own.name, own.first, own.last].map((word) => (typeof word === 'string' ? word : undefined));
  return [name, given_name, family_name, nickname, username, email, ...told];
}

/** Whether it is one of the vendor's own words; the common ones Auth0 alone knows. */
function isForbidden(password: string, { options }: Auth0Connection): boolean {
  const older = options.password_dictionary;
  const newer = options.password_options?.dictionary;
  const words = [...(older?.enable ? older.dictionary : []), ...(newer?.active ? newer.custom : [])];
  return words.some((word) => word.toLowerCase() === password.toLowerCase());
}

/** The mark of someone who has not chosen a password of his own: see `src/auth0`, where it is enforced. */
export function temporaryMark(at: string | null, ticket?: string): Record<string, unknown> {
  return { [marks.temporaryPassword]: { at, ticket } };
}

/**
 * Gives someone a password that he must change: in one write the password and a mark by which nobody gets in, then the
 * moment and the link by which he chooses his own. Whatever fails on the way leaves him outside. Auth0's documentation
 * says that a password set so takes away an administrator's block: it is put back.
 *
 * @param means.isOurs - whether he still is whom it was meant for; of someone else nobody may know the password.
 * @throws Problem `weak-password`, `not-possible`, `user-not-found`, `policy-refused`; one that says that he cannot
 * sign in, when the second half failed.
 */
export async function giveTemporaryPassword(
  user: Auth0User,
  password: string,
  means: { gateway: Gateway; clientId: string; caller: Caller; isOurs: (user: Auth0User) => boolean },
): Promise<Auth0User> {
  const { gateway, caller, isOurs } = means;
  // The link at the end needs it: should the policy fail, the password that he has must still be his.
  await mailDomain('POST /tickets/password-change', caller);
  const connection = user.identities[0]?.connection;
  const patch = { password, connection, app_metadata: temporaryMark(null) };
  const closed = await gateway.updateUser(user.user_id, patch, caller);
  if (!closed) throw new Problem('user-not-found');
  if (!isOurs(closed)) return putBack(() => makeVoid(user, means));
  const open = await opened(user, closed, means).catch((error: unknown) => {
    throw halfDone(error);
  });
  // From now on it lets somebody in.
  return isOurs(open) ? open : putBack(() => makeVoid(user, means));
}

/** The second half: the moment from which it counts, and the link. */
async function opened(
  user: Auth0User,
  closed: Auth0User,
  { gateway, clientId, caller }: { gateway: Gateway; clientId: string; caller: Caller },
): Promise<Auth0User> {
  const ticket = await gateway.passwordTicket(user.user_id, clientId, caller);
  const at = closed.last_password_reset;
  if (!ticket || at === undefined) throw new Problem('auth0-refused');
  const block = user.blocked && closed.blocked !== true ? { blocked: true } : {};
  const mark = temporaryMark(at, ticket);
  const open = await gateway.updateUser(user.user_id, { app_metadata: mark, ...block }, caller);
  if (!open) throw new Problem('user-not-found');
  return open;
}

/** Nobody knows the password of one who was moved away meanwhile; he chooses a new one by mail. */
async function makeVoid(
  { user_id, identities, blocked, app_metadata }: Auth0User,
  { gateway, caller }: { gateway: Gateway; caller: Caller },
): Promise<void> {
  const patch = {
    password: randomPassword(0),
    connection: identities[0]?.connection,
    app_metadata: { [marks.temporaryPassword]: app_metadata?.[marks.temporaryPassword] ?? null },
    ...(blocked && { blocked }),
  };
  await gateway.updateUser(user_id, patch, caller);
}

/** The password is set, and by it nobody gets in. */
function halfDone(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const cause = new UpstreamFailure({ call: 'after a password', uncertain: true, cause: error });
  const { type, retryAfterSeconds } = error;
  return new Problem(type, {
    detail: 'The old password is void, and the new one lets nobody in yet. Set it once more.',
    retryAfterSeconds,
    cause,
  });
}
