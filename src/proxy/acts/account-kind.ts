import type { ActRule, UserAct } from '#contract/user-act.ts';
import { type AccountKind, accountKind } from '../accounts/account-kind.ts';
import { attributeNeed, findsByEmail } from '../accounts/connection-attributes.ts';
import { readOnlyAttributes } from '../accounts/read-only.ts';
import { deletionFrom } from '../leaving/leaving-marks.ts';
import type { PolicyField } from '../policy/policy-field.ts';
import { marks } from '../scope/member-scope.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Auth0Connection } from '../tenant/answers-connections.ts';

/** The account of one user, and the connection that it is in, null where that is not known. */
interface Account {
  user: Auth0User;
  kind: AccountKind;
  connection: Auth0Connection | null;
  /** The vendor declares fields that can be edited. */
  hasFields: boolean;
}

type Fault = (account: Account) => ActRule | null;

/**
 * What stands against acts that change what Auth0 keeps of an account.
 *
 * @see https://auth0.com/docs/api/management/v2/users/patch-users-by-id
 */
const faults: Partial<Record<UserAct, Fault>> = {
  editProfile: ({ user, connection, hasFields }) =>
    hasFields || readOnlyAttributes(user, connection).length === 0 ? null : 'connection',
  changeEmail: ({ kind, connection }) =>
    kind !== 'database' || !isEnabled(connection) || attributeNeed('email', connection) === 'none'
      ? 'connection'
      : null,
  changeUsername({ user, kind, connection }) {
    if (kind !== 'database' || attributeNeed('username', connection) === 'none') return 'connection';
    return user.username === undefined ? 'state' : null;
  },
  changePhone: ({ kind, connection }) =>
    kind === 'sms' || (kind === 'database' && attributeNeed('phone_number', connection) !== 'none')
      ? null
      : 'connection',
  sendVerificationEmail({ user, kind }) {
    if (!isDatabase(kind)) return 'connection';
    return user.email === undefined || user.email_verified === true ? 'state' : null;
  },
  sendPasswordReset({ user, kind, connection }) {
    if (!isDatabase(kind) || !isEnabled(connection) || !findsByEmail(connection)) return 'connection';
    return user.email === undefined ? 'state' : null;
  },
  setPassword({ user, kind, connection }) {
    if (kind !== 'database' || !isEnabled(connection)) return 'connection';
    // He chooses his own by a ticket, which Auth0 makes only for an email.
    return user.email === undefined ? 'state' : null;
  },
};

/** What has no use for a person in this state, or would let him out of it. */
const stateFaults: Partial<Record<UserAct, (user: Auth0User, organization: string) => boolean>> = {
  cancelLeave: (user, organization) => deletionFrom(organization, user) === undefined,
  // Who leaves is let in again by keeping him first.
  unblock: (user, organization) => deletionFrom(organization, user) !== undefined,
  // A block, a leave and a temporary password hold for an account: its identities would carry others in and out.
  linkIdentity: isHeld,
  unlinkIdentity: isHeld,
};

/**
 * What Auth0 does not allow for this kind of account (`connection`), or what has no use for a user in this state.
 *
 * @param place.organization - the one that acts.
 * @param place.fields - those that the vendor declares.
 */
export async function kindFault(
  act: UserAct,
  { user, connection: connectionOf }: { user: Auth0User; connection(): Promise<Auth0Connection | null> },
  { organization, fields: declared }: { organization: string; fields: readonly PolicyField[] },
): Promise<ActRule | null> {
  if (stateFaults[act]?.(user, organization)) return 'state';
  const fault = faults[act];
  if (!fault) return null;
  // Read for acts that depend on it alone.
  const connection = await connectionOf();
  const hasFields = declared.some(({ shows }) => shows.includes('edit'));
  return fault({ user, connection, hasFields, kind: accountKind(user, connection) });
}

/** Whether he is to be deleted, whoever has decided it. */
function isLeaving({ app_metadata = {} }: Pick<Auth0User, 'app_metadata'>): boolean {
  return app_metadata[marks.leaving] === true;
}

/** Whether the person is kept out of his account for now. */
export function isHeld(user: Auth0User): boolean {
  const hasTemporaryPassword = user.app_metadata?.[marks.temporaryPassword] !== undefined;
  return user.blocked === true || isLeaving(user) || hasTemporaryPassword;
}

function isDatabase(kind: AccountKind): boolean {
  return kind === 'database' || kind === 'custom-database';
}

function isEnabled(connection: Auth0Connection | null): boolean {
  return connection?.enabled ?? true;
}
