import type { TenantUser, UserRecord } from '#tenant/model.ts';
import { type ConnectionName, identityKinds } from './connections.ts';
import { connectionNames, demoPassword, organizationKey } from './names.ts';
import { randomFrom } from './random.ts';
import { roleId } from './roles.ts';

/** A made-up person, told briefly; what is left out, Auth0 leaves out too. */
export interface Person {
  name: string;
  given?: string;
  family?: string;
  email?: string;
  username?: string;
  phone?: string;
  picture?: string;
  connection?: ConnectionName;
  /** What stands at `app_metadata.organization`, whatever its type; left out, the key is absent. */
  organization?: unknown;
  /** The rest of `app_metadata`. */
  app?: Record<string, unknown>;
  /** `user_metadata`. */
  own?: Record<string, unknown>;
  /** True unless told; an SMS user has no address to verify. */
  verified?: boolean;
  blocked?: boolean;
  /** Days before today. */
  created: number;
  /** Days before today; left out: never signed in. */
  lastLogin?: number;
  logins?: number;
  ip?: string;
  /** Days before today. */
  passwordReset?: number;
  /** By name. */
  roles?: readonly string[];
  linked?: TenantUser['identities'];
  beside?: Pick<UserRecord, 'permissions' | 'organizations' | 'bruteForceBlocks' | 'authenticationMethods'>;
  /** Auth0's id without the provider; left out, it is derived from what he signs in with. */
  id?: string;
}

const dayMs = 86_400_000;

/** A moment so many days before another, as Auth0 writes it. */
export function daysBefore(today: number, days: number): string {
  return new Date(Math.round(today - days * dayMs)).toISOString();
}

/**
 * The person as the tenant holds him.
 *
 * @param today - epoch milliseconds; all that has happened to him is counted back from here.
 */
export function recordOf(person: Person, today: number): UserRecord {
  const connection = person.connection ?? connectionNames.database;
  const record: UserRecord = { profile: profileOf(person, connection, today), ...person.beside };
  if (identityKinds[connection].provider === 'auth0') record.password = demoPassword;
  if (person.roles) record.roles = person.roles.map(roleId);
  return record;
}

function profileOf(person: Person, connection: ConnectionName, today: number): TenantUser {
  const { provider, isSocial } = identityKinds[connection];
  const id = person.id ?? derivedId(person, connection);
  const profile: TenantUser = {
    user_id: `${provider}|${id}`,
    name: person.name,
    created_at: daysBefore(today, person.created),
    updated_at: daysBefore(today, person.lastLogin ?? person.created),
    identities: [{ connection, provider, user_id: id, isSocial }, ...(person.linked ?? [])],
  };
  addNames(profile, person);
  addState(profile, person, today);
  if (person.organization !== undefined) {
    profile.app_metadata = { [organizationKey]: person.organization, ...person.app };
  } else if (person.app) profile.app_metadata = person.app;
  if (person.own) profile.user_metadata = person.own;
  return profile;
}

function addNames(profile: TenantUser, person: Person): void {
  if (person.given !== undefined) profile.given_name = person.given;
  if (person.family !== undefined) profile.family_name = person.family;
  if (person.username !== undefined) profile.username = person.username;
  if (person.picture !== undefined) profile.picture = person.picture;
  if (person.email !== undefined) {
    profile.email = person.email;
    profile.email_verified = person.verified ?? true;
    profile.nickname = person.email.slice(0, person.email.indexOf('@'));
  }
  if (person.phone !== undefined) {
    profile.phone_number = person.phone;
    profile.phone_verified = true;
  }
}

function addState(profile: TenantUser, person: Person, today: number): void {
  if (person.blocked !== undefined) profile.blocked = person.blocked;
  if (person.lastLogin !== undefined) {
    profile.last_login = daysBefore(today, person.lastLogin);
    profile.last_ip = person.ip ?? '192.0.2.10';
    profile.logins_count = person.logins ?? 1;
  }
  if (person.passwordReset !== undefined) {
    profile.last_password_reset = daysBefore(today, person.passwordReset);
  }
}

/** Auth0's ids: 24 hexadecimal digits, Google's 21 decimal ones, an enterprise user's his connection and name there. */
function derivedId(person: Person, connection: ConnectionName): string {
  const login = person.email ?? person.phone ?? person.username ?? person.name;
  if (connection === connectionNames.acmeOkta || connection === connectionNames.globexAdfs) {
    return `${connection}|${login}`;
  }
  const random = randomFrom(`${connection} ${login}`);
  if (connection !== connectionNames.google) return random.hex(24);
  return `1${Array.from({ length: 20 }, () => random.between(0, 9)).join('')}`;
}
