import type { UserRecord } from './model.ts';
import type { PasswordOwner } from './password-policy.ts';

/** As many as any policy may ask for. */
const longestMemory = 24;

/** How a policy sees the person. */
export function ownerOf({ profile, password, formerPasswords = [] }: UserRecord): PasswordOwner {
  return { profile, passwords: [...(password === undefined ? [] : [password]), ...formerPasswords] };
}

/**
 * The record with a new password, which also lifts brute-force blocks. Sessions end by it, because they are bound to
 * the password.
 *
 * @param at - epoch milliseconds.
 * @see https://auth0.com/docs/authenticate/database-connections/password-change
 */
export function withNewPassword(record: UserRecord, password: string, at: number): UserRecord {
  const date = new Date(at).toISOString();
  return {
    ...record,
    profile: { ...record.profile, updated_at: date, last_password_reset: date },
    password,
    formerPasswords: ownerOf(record).passwords.slice(0, longestMemory),
    bruteForceBlocks: [],
  };
}
