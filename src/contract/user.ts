import * as z from 'zod/mini';
import { fieldValue } from './field.ts';
import type { userDetail } from './user-detail.ts';

/** Auth0's `user_id`, such as `auth0|63d17c4a8869daf88ed7db97`. Any text: a malformed one is a user who does not exist. */
export const userId = z.string().brand<'UserId'>();
export type UserId = z.infer<typeof userId>;

/** ISO 8601 in UTC, as Auth0 writes it. */
const timestamp = z.string();

/** What a list shows of a user. Names are Auth0's; what a user does not have is absent. */
export const userSummary = z.object({
  user_id: userId,
  name: z.string(),
  email: z.optional(z.string()),
  email_verified: z.optional(z.boolean()),
  username: z.optional(z.string()),
  phone_number: z.optional(z.string()),
  picture: z.optional(z.string()),
  /** The connection of the primary identity, and Auth0's name for its kind (`auth0`, `google-oauth2`, `samlp`). */
  connection: z.string(),
  provider: z.string(),
  /** Blocked by an administrator. Brute-force protection is told apart in `UserDetail.bruteForceBlocks`. */
  blocked: z.boolean(),
  created_at: timestamp,
  last_login: z.optional(timestamp),
  logins_count: z.number(),
  /** By the names in `Settings.fields`, those that lists show; on his own page all. One that he has not is absent. */
  fields: z.record(z.string(), fieldValue),
  /** He leaves: when he will be deleted. */
  delete_at: z.optional(timestamp),
});
export type UserSummary = z.infer<typeof userSummary>;

export const userPage = z.object({
  users: z.array(userSummary),
  /** How many users match in all. */
  total: z.number(),
  /** How many match before the first of this page. */
  start: z.number(),
  next: z.nullable(z.string()),
  previous: z.nullable(z.string()),
  /** True when more match than this order can reach: Auth0 gives 1,000 unless sorted by `created_at`. */
  truncated: z.boolean(),
});
export type UserPage = z.infer<typeof userPage>;

/**
 * A part of a page that Auth0 keeps apart and that can fail alone.
 *
 * - `forbidden`: the admin lacks the permission; `unentitled`: the vendor's Auth0 plan lacks it
 * - `failed`: Auth0 did not answer; asking again may help
 */
export function part<Item extends z.ZodMiniType>(item: Item) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('ready'), items: z.array(item) }),
    z.object({ state: z.enum(['forbidden', 'unentitled', 'failed']) }),
  ]);
}

export const identity = z.object({
  connection: z.string(),
  provider: z.string(),
  user_id: z.string(),
  isSocial: z.boolean(),
  primary: z.boolean(),
  /** From `profileData` of a linked identity. */
  name: z.optional(z.string()),
  email: z.optional(z.string()),
});
export type Identity = z.infer<typeof identity>;

export const role = z.object({ id: z.string(), name: z.string(), description: z.optional(z.string()) });

/** A sign-in that brute-force protection refuses; without `ip` it is refused from anywhere. */
export const bruteForceBlock = z.object({
  identifier: z.string(),
  ip: z.optional(z.string()),
  connection: z.optional(z.string()),
});
export type BruteForceBlock = z.infer<typeof bruteForceBlock>;

export const authenticationMethod = z.object({
  id: z.string(),
  /** Auth0's word: `phone`, `totp`, `webauthn-platform`, `passkey` and so on. */
  type: z.string(),
  name: z.optional(z.string()),
  /** The address or number it goes to, masked by Auth0. */
  hint: z.optional(z.string()),
  created_at: z.optional(timestamp),
  last_auth_at: z.optional(timestamp),
});
export type AuthenticationMethod = z.infer<typeof authenticationMethod>;

export const userProfile = z.extend(userSummary, {
  given_name: z.optional(z.string()),
  family_name: z.optional(z.string()),
  nickname: z.optional(z.string()),
  phone_verified: z.optional(z.boolean()),
  updated_at: z.optional(timestamp),
  last_ip: z.optional(z.string()),
  last_password_reset: z.optional(timestamp),
  identities: z.array(identity),
  /** He has a password that an admin gave him, and has not chosen his own. */
  temporary_password: z.boolean(),
  /** True when this is the admin himself. */
  self: z.boolean(),
});
export type UserProfile = z.infer<typeof userProfile>;

/** What Auth0 calls the root attributes of a profile, as far as a person may edit them. */
export const profileAttribute = z.enum(['name', 'nickname', 'given_name', 'family_name', 'picture']);
export type ProfileAttribute = z.infer<typeof profileAttribute>;

/**
 * Why an attribute cannot be changed here: it comes from the person's identity provider whenever he signs in, or from a
 * database of the vendor's own.
 */
export const readOnlyReason = z.enum(['identity-provider', 'custom-database']);
export type ReadOnlyReason = z.infer<typeof readOnlyReason>;

export type UserDetail = z.infer<typeof userDetail>;

export const blockedEdit = z.strictObject({ blocked: z.boolean() });
