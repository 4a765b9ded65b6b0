import type { Connection, Identity, TenantUser, UserRecord } from './model.ts';
import type { UserInput } from './user-shape.ts';

export type NewUserInput = UserInput & { connection: string; user_id?: string };

/** 24 hexadecimal digits, as the ids of database users are. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Fills in what Auth0 fills in when a user comes to be: the id, the identity, `name` from the email, `nickname` from its
 * local part, a picture, both dates.
 *
 * @see https://auth0.com/docs/manage-users/user-accounts/user-profiles/user-profile-structure
 */
export function completeProfile(given: Partial<TenantUser>, nowMs: number): TenantUser {
  const date = new Date(nowMs).toISOString();
  const user_id = given.user_id ?? `auth0|${newId()}`;
  const name = given.name ?? given.email ?? given.phone_number ?? given.username ?? '';
  return {
    nickname: given.email?.split('@')[0] ?? name,
    picture: `https://s.gravatar.com/avatar/${pictureKey(given.email ?? name)}?s=480&r=pg&d=identicon`,
    ...given,
    user_id,
    name,
    identities: given.identities ?? [databaseIdentity(user_id)],
    created_at: given.created_at ?? date,
    updated_at: given.updated_at ?? date,
  };
}

function databaseIdentity(userId: string): Identity {
  const [provider = 'auth0', ...rest] = userId.split('|');
  return {
    connection: 'Username-Password-Authentication',
    provider,
    user_id: rest.join('|'),
    isSocial: false,
  };
}

/** Gravatar wants a hash of the address; nobody fetches these, so any stable 32 digits serve. */
function pictureKey(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0').repeat(4);
}

/** The record of a user who is made in a connection; `null` and empty metadata count as not given. */
export function newUserRecord(input: NewUserInput, connection: Connection, nowMs: number): UserRecord {
  const { password, verify_email: _, connection: name, user_id: wanted, ...given } = input;
  const provider = connection.strategy;
  const prefix = `${provider}|`;
  const id = (wanted?.startsWith(prefix) ? wanted.slice(prefix.length) : wanted) || newId();
  const attributes = Object.fromEntries(
    Object.entries(given).filter(([, value]) => (value ?? null) !== null && !isEmpty(value)),
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
    nowMs,
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
