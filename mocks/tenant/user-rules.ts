import { badRequest } from './errors.ts';
import type { Connection, UserRecord } from './model.ts';
import { type PasswordOwner, passwordErrors, passwordFault } from './password-policy.ts';
import type { TenantStore } from './store.ts';
import type { UserInput } from './user-shape.ts';

export type ConnectionKind = 'database' | 'custom-database' | 'email' | 'sms' | 'social' | 'enterprise';

const socialStrategies = /^(google-oauth2|facebook|github|apple|windowslive|twitter|linkedin|amazon|oauth2)$/;

/** `custom-database`: the vendor's own, whose users are not imported; Auth0 may then change metadata only. */
export function kindOf(connection: Connection): ConnectionKind {
  const { strategy, options } = connection;
  if (strategy === 'auth0')
    return options.enabledDatabaseCustomization === true && options.import_mode !== true
      ? 'custom-database'
      : 'database';
  if (strategy === 'email' || strategy === 'sms') return strategy;
  return socialStrategies.test(strategy) ? 'social' : 'enterprise';
}

const reservedKeys = new Set(
  '__tenant _id blocked clientID created_at email_verified email globalClientID global_client_id identities lastIP lastLogin loginsCount metadata multifactor_last_modified multifactor updated_at user_id'.split(
    ' ',
  ),
);

/** @throws ManagementError 400. @see https://auth0.com/docs/manage-users/user-accounts/metadata/metadata-fields-data */
export function checkMetadata(input: UserInput): void {
  for (const name of ['app_metadata', 'user_metadata'] as const) {
    const keys = Object.keys(input[name] ?? {});
    const wrong = keys.filter(
      (key) => /[.$]/.test(key) || (name === 'app_metadata' && reservedKeys.has(key)),
    );
    if (wrong.length > 0)
      throw badRequest(
        `Payload validation error: 'Invalid property names: ${wrong.join(',')}' on property ${name}.`,
        'invalid_body',
      );
  }
}

/** @throws ManagementError 400 */
export function checkUsername(username: string, connection: Connection): void {
  const fault = usernameFault(username, connection);
  if (fault) throw badRequest(`Payload validation error: '${fault}' on property username.`, 'invalid_body');
}

/** What is wrong with a username in this connection, or null. */
export function usernameFault(username: string, { options }: Connection): string | null {
  const { min, max } = usernameLimits(options);
  const { length } = username;
  if (length < min) return `String is too short (${length} chars), minimum ${min}`;
  if (length > max) return `String is too long (${length} chars), maximum ${max}`;
  const looksLikeEmail = /^[^@]+@[^@]+\.[^@]+$/.test(username);
  if (!looksLikeEmail && /^[\p{L}\p{N}@^$.!`\-#+'~_,]+$/u.test(username)) return null;
  return `Object didn't pass validation for format username: ${username}`;
}

function usernameLimits(options: Connection['options']): { min: number; max: number } {
  const { validation } = options;
  const limits = { min: 1, max: 15 };
  const flexible = attributesOf(options)?.username?.validation;
  if (flexible) return { min: flexible.min_length ?? limits.min, max: flexible.max_length ?? limits.max };
  if (typeof validation !== 'object' || validation === null || !('username' in validation)) return limits;
  return { ...limits, ...(validation.username ?? {}) };
}

/** @throws ManagementError 400; of a weak password it is not told which rule failed. */
export function checkPassword(password: string, connection: Connection, owner: PasswordOwner): void {
  const fault = passwordFault(password, connection, owner);
  if (fault) throw badRequest(passwordErrors[fault]);
}

export type Identifier = 'email' | 'username' | 'phone_number';

interface IdentifierOptions {
  identifier?: { active?: boolean };
  /** Of emails only. */
  unique?: boolean;
  signup?: { status?: 'required' | 'optional' | 'inactive' };
  /** Of usernames only. */
  validation?: { min_length?: number; max_length?: number };
}

/**
 * Flexible identifiers; the model leaves options open, as Auth0's many strategies do.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/flexible-identifiers-and-attributes
 */
export function attributesOf({
  attributes,
}: Connection['options']): Partial<Record<Identifier, IdentifierOptions>> | undefined {
  return typeof attributes === 'object' && attributes !== null ? attributes : undefined;
}

/** Two people of a database may share an email when its options say so. */
export function mustBeUnique(property: Identifier, { options }: Connection): boolean {
  return property !== 'email' || attributesOf(options)?.email?.unique !== false;
}

/** Another user of the same connection with this email or username (any letter case) or phone number. */
export function isTaken(
  store: TenantStore,
  connection: string,
  property: Identifier,
  value: string,
  exceptUserId?: string,
): boolean {
  const wanted = value.toLowerCase();
  for (const record of store.peek.all()) {
    const same = record.profile[property]?.toLowerCase() === wanted;
    if (same && record.profile.user_id !== exceptUserId && usesConnection(record, connection)) return true;
  }
  return false;
}

function usesConnection({ profile }: UserRecord, connection: string): boolean {
  return profile.identities[0]?.connection === connection;
}
