import { bodyAs, type Endpoint, json } from './endpoint.ts';
import { badRequest, ManagementError } from './errors.ts';
import { sendMail } from './mail-sending.ts';
import type { Connection, UserRecord } from './model.ts';
import { type NewUserInput, newUserRecord } from './new-user.ts';
import { checkProfileSize } from './profile-size.ts';
import type { TenantStore } from './store.ts';
import { logUserEvent } from './user-log.ts';
import {
  attributesOf,
  checkMetadata,
  checkPassword,
  checkUsername,
  type Identifier,
  isTaken,
  kindOf,
  mustBeUnique,
} from './user-rules.ts';
import { commonUserProperties, userShape } from './user-shape.ts';

/** @see https://auth0.com/docs/manage-users/user-accounts/create-users */
export function userCreateEndpoint(store: TenantStore): Endpoint {
  return {
    method: 'POST',
    path: '/users',
    takesCustomDomain: true,
    scopes: [['create:users']],
    body: userShape(
      {
        ...commonUserProperties,
        user_id: {
          type: 'string',
          maxLength: 255,
          pattern: /^\S*$/,
          description: "The external user's id provided by the identity provider.",
        },
      },
      ['connection'],
    ),
    group: 'users_write',
    operation: 'Create a User',
    answer(call) {
      const input = bodyAs<NewUserInput>(call);
      const connection = store.connection(input.connection);
      if (!connection) throw badRequest('Connection does not exist.');
      if (connection.enabled_clients.length === 0) throw badRequest('Connection is disabled.');
      checkMetadata(input);
      checkIdentifiers(input, connection);
      const record = newUserRecord(input, connection, store.now());
      if (input.password)
        checkPassword(input.password, connection, { profile: record.profile, passwords: [] });
      checkProfileSize(record.profile);
      checkFree(store, record, connection);
      store.saveUser(record);
      // A user made through the API leaves a sign-up entry too, which says so.
      logUserEvent(store, call, record.profile, 'ss', { body: { is_signup: false } });
      const unverified = connection.strategy === 'auth0' && input.email_verified !== true;
      if (unverified && input.verify_email !== false)
        sendMail(store, 'verify_email', record, { base: call.linkBase });
      return json(record.profile, 201);
    },
  };
}

function checkIdentifiers(input: NewUserInput, connection: Connection): void {
  const kind = kindOf(connection);
  if (kind === 'social' || kind === 'enterprise')
    throw badRequest(
      'Connection does not support user creation through the API. It must either be a database or passwordless connection.',
    );
  for (const name of requiredOf(connection)) {
    if (input[name] === undefined || input[name] === null)
      throw badRequest(`Payload validation error: 'Missing required property: ${name}'.`, 'invalid_body');
  }
  if (connection.strategy !== 'auth0' && input.password)
    throw badRequest('Cannot set password for a passwordless connection.');
  if (input.username && !takesUsername(connection))
    throw badRequest('Cannot set username for connection without requires_username.');
  if (input.username) checkUsername(input.username, connection);
}

function requiredOf({ strategy, options }: Connection): (Identifier | 'password')[] {
  if (strategy === 'email') return ['email'];
  if (strategy === 'sms') return ['phone_number'];
  const attributes = attributesOf(options);
  if (!attributes)
    return ['email', 'password', ...(options.requires_username ? (['username'] as const) : [])];
  const identifiers: Identifier[] = ['email', 'username', 'phone_number'];
  return [...identifiers.filter((name) => attributes[name]?.signup?.status === 'required'), 'password'];
}

function takesUsername({ options }: Connection): boolean {
  if (options.requires_username === true) return true;
  const username = attributesOf(options)?.username;
  return username !== undefined && username.signup?.status !== 'inactive';
}

function checkFree(store: TenantStore, { profile }: UserRecord, connection: Connection): void {
  const identifiers: Identifier[] = ['email', 'username', 'phone_number'];
  const taken = identifiers.some((property) => {
    const value = profile[property];
    if (value === undefined || !mustBeUnique(property, connection)) return false;
    return isTaken(store, connection.name, property, value);
  });
  if (taken || store.peek.get(profile.user_id))
    throw new ManagementError(409, 'The user already exists.', 'auth0_idp_error');
}
