import { badRequest } from './errors.ts';
import type { Connection, UserRecord } from './model.ts';
import { ownerOf } from './new-password.ts';
import type { TenantStore } from './store.ts';
import {
  type ConnectionKind,
  checkPassword,
  checkUsername,
  type Identifier,
  isTaken,
  kindOf,
  mustBeUnique,
} from './user-rules.ts';
import type { UserInput } from './user-shape.ts';

const refusedPairs = [
  ['password', 'email'],
  ['password', 'email_verified'],
  ['username', 'password'],
  ['username', 'email'],
  ['username', 'email_verified'],
] as const;

const syncedAttributes = ['family_name', 'given_name', 'name', 'nickname', 'picture'] as const;
const identifiers = [
  'email',
  'email_verified',
  'phone_number',
  'phone_verified',
  'username',
  'password',
] as const;

/**
 * Refuses what Auth0 would.
 *
 * @returns the index of the identity that the change is for; 0 is the main one.
 * @throws ManagementError 400
 */
export function checkUpdate(store: TenantStore, record: UserRecord, input: UserInput): number {
  for (const [one, other] of refusedPairs)
    if (one in input && other in input) throw badRequest(`Cannot update ${one} and ${other} simultaneously.`);
  const { identities } = record.profile;
  const index = input.connection
    ? identities.findIndex(({ connection }) => connection === input.connection)
    : 0;
  const name = identities[index]?.connection ?? '';
  const connection = store.connection(name);
  if (!connection) throw badRequest('Connection does not exist.');
  const kind = kindOf(connection);
  checkAttributes(input, connection, kind);
  if (!identifiers.some((property) => property in input)) return index;
  checkKind(input, kind);
  if (connection.enabled_clients.length === 0 && ('email' in input || 'password' in input))
    throw badRequest('Cannot change email or password for users in a disabled connection.');
  checkValues(store, record, input, connection);
  return index;
}

/** Names and picture come from the identity provider at each login, unless the connection says otherwise. */
function checkAttributes(input: UserInput, { options }: Connection, kind: ConnectionKind): void {
  const sent = syncedAttributes.filter((property) => property in input);
  const ours = kind === 'database' || kind === 'email' || kind === 'sms';
  if (sent.length === 0 || ours) return;
  if (kind !== 'custom-database' && options.set_user_root_attributes === 'on_first_login') return;
  throw badRequest(
    `The following user attributes cannot be updated: ${sent.join(', ')}. The connection must either be a database connection (using the Auth0 store), a passwordless connection (email or sms) or has disabled 'Sync user profile attributes at each login'. For more information, see https://auth0.com/docs/dashboard/guides/connections/configure-connection-sync`,
  );
}

function checkKind(input: UserInput, kind: ConnectionKind): void {
  const sent = identifiers.filter((property) => property in input);
  if (kind === 'custom-database')
    throw badRequest(
      `The following user attributes cannot be updated: ${sent.join(', ')}. The connection must import users to Auth0.`,
    );
  if (kind === 'database') return;
  if ('email_verified' in input && kind === 'enterprise')
    throw badRequest('Email verification is not supported for enterprise users.');
  if ('email_verified' in input && kind === 'sms')
    throw badRequest('Email verification is not supported for passwordless sms users.');
  for (const property of ['email', 'password', 'username'] as const)
    if (property in input) throw badRequest(`Cannot update ${property} for non-database user.`);
  const phone = 'phone_number' in input || 'phone_verified' in input;
  if (phone && kind !== 'sms') throw badRequest('Cannot update phone_number for non-database user.');
}

function checkValues(store: TenantStore, record: UserRecord, input: UserInput, connection: Connection): void {
  const { user_id, username } = record.profile;
  const taken = (property: Identifier, value: string) =>
    mustBeUnique(property, connection) && isTaken(store, connection.name, property, value, user_id);
  if (input.email && taken('email', input.email)) throw badRequest('The specified new email already exists');
  if (input.phone_number && taken('phone_number', input.phone_number))
    throw badRequest('The specified new phone_number already exists');
  if (input.username) {
    if (username === undefined)
      throw badRequest('Cannot update username for users without an username already set');
    checkUsername(input.username, connection);
    if (taken('username', input.username)) throw badRequest('The username provided is in use already.');
  }
  if (input.password) checkPassword(input.password, connection, ownerOf(record));
}
