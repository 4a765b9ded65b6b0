import { bodyAs, type Endpoint, json } from './endpoint.ts';
import { badRequest, ManagementError } from './errors.ts';
import type { Connection, TenantUser, UserRecord } from './model.ts';
import { completeProfile, newId } from './new-user.ts';
import type { TenantStore } from './store.ts';
import { checkMetadata, checkPassword, checkUsername, isTaken, kindOf } from './user-rules.ts';
import { commonUserProperties, type UserInput, userShape } from './user-shape.ts';

type NewUserInput = UserInput & { connection: string; user_id?: string };

/** @see https://auth0.com/docs/manage-users/user-accounts/create-users */
export function userCreateEndpoint(store: TenantStore): Endpoint {
  return {
    method: 'POST',
    path: '/users',
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
      const record = recordOf(input, connection, store.now());
      checkFree(store, record, connection);
      store.saveUser(record);
      logSignup(store, record.profile, connection);
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
  if (input.password) checkPassword(input.password, connection);
}

type Identifier = 'email' | 'username' | 'phone_number';

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
  return options.requires_username === true || attributesOf(options)?.username !== undefined;
}

type Attributes = Partial<Record<Identifier, { signup?: { status?: string } }>>;

/** Flexible identifiers; the model leaves options open, as Auth0's many strategies do. */
function attributesOf({ attributes }: Connection['options']): Attributes | undefined {
  return typeof attributes === 'object' && attributes !== null ? (attributes as Attributes) : undefined;
}

function recordOf(input: NewUserInput, connection: Connection, now: number): UserRecord {
  const { password, verify_email: _, connection: name, user_id, ...given } = input;
  const provider = connection.strategy;
  const prefix = `${provider}|`;
  const id = user_id?.startsWith(prefix) ? user_id.slice(prefix.length) : (user_id ?? newId());
  const attributes = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && !isEmpty(value)),
  );
  const profile = completeProfile(
    {
      ...attributes,
      email: input.email?.toLowerCase(),
      username: input.username?.toLowerCase(),
      user_id: prefix + id,
      email_verified: input.email ? (input.email_verified ?? false) : undefined,
      identities: [{ connection: name, provider, user_id: id, isSocial: false }],
    },
    now,
  );
  return { profile: withoutAbsent(profile), ...(password ? { password } : {}) };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function withoutAbsent(profile: TenantUser): TenantUser {
  // Only undefined values go, and required ones are never undefined.
  return Object.fromEntries(
    Object.entries(profile).filter(([, value]) => value !== undefined),
  ) as unknown as TenantUser;
}

function checkFree(store: TenantStore, { profile }: UserRecord, { name }: Connection): void {
  const identifiers: Identifier[] = ['email', 'username', 'phone_number'];
  const taken = identifiers.some((property) => {
    const value = profile[property];
    return value !== undefined && isTaken(store, name, property, value);
  });
  if (taken || store.peek.get(profile.user_id))
    throw new ManagementError(409, 'The user already exists.', 'auth0_idp_error');
}

/** A user made through the API leaves a sign-up entry too, which says so. */
function logSignup(store: TenantStore, profile: TenantUser, connection: Connection): void {
  store.addLog({
    type: 'ss',
    description: '',
    connection: connection.name,
    connection_id: connection.id,
    strategy: connection.strategy,
    strategy_type: 'database',
    user_id: profile.user_id,
    user_name: profile.email ?? profile.name,
    details: { body: { is_signup: false } },
  });
}
