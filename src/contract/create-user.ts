import * as z from 'zod/mini';
import { fieldValues } from './field.ts';
import { passwordRules } from './password.ts';
import { defineRoute } from './route.ts';
import { userId } from './user.ts';
import { actDecision } from './user-act.ts';

/** Whether an account of a connection has this identifier. */
const need = z.enum(['required', 'optional', 'none']);

/** What an account in a connection is made of. */
export const connectionRules = z.object({
  name: z.string(),
  label: z.string(),
  strategy: z.string(),
  /** Whether the policy lets this admin add people here. */
  creatable: z.boolean(),
  /** Without it only a temporary password is left: Auth0's mail finds no account here by its email. */
  invitable: z.boolean(),
  email: need,
  username: need,
  phone_number: need,
  /** Lengths of a username. */
  usernameLength: z.optional(z.object({ minimum: z.number(), maximum: z.number() })),
  /** For a temporary password; null where people have none. */
  password: z.nullable(passwordRules),
});
export type ConnectionRules = z.infer<typeof connectionRules>;

/** A choice that the vendor's policy offers when a person is added, such as a department or a site. */
export const membershipChoice = z.object({ value: z.string(), label: z.string() });

export const getCreationOptions = defineRoute({
  name: 'getCreationOptions',
  summary: 'The connections of the organization with their rules, and what else adding a person takes',
  method: 'GET',
  path: '/creation-options',
  response: z.object({
    connections: z.array(connectionRules),
    /** Empty when the policy asks for none. */
    memberships: z.array(membershipChoice),
    membershipRequired: z.boolean(),
    membershipSeveral: z.boolean(),
    /** What the vendor calls them. */
    membershipLabel: z.optional(z.string()),
    /** Whether this admin may add people, and what stands against it. */
    adding: actDecision,
  }),
  permission: 'read:users',
  problems: ['organization-required', 'permission-missing'],
});

const shortText = z.string().check(z.trim(), z.minLength(1), z.maxLength(150));

/** Without `password` the person is invited and chooses his own. */
export const newUser = z.strictObject({
  connection: z.string().check(z.minLength(1), z.maxLength(128)),
  email: z.optional(z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254))),
  username: z.optional(z.string().check(z.trim(), z.toLowerCase(), z.minLength(1), z.maxLength(128))),
  phone_number: z.optional(
    z.string().check(z.trim(), z.regex(/^\+[0-9]{1,15}$/, 'Begin with + and the country code, digits only.')),
  ),
  name: z.optional(shortText),
  given_name: z.optional(shortText),
  family_name: z.optional(shortText),
  fields: z.optional(fieldValues),
  memberships: z.optional(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(50))),
  password: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  /** The application that the mail leads to: one of `Settings.applications`. */
  application: z.optional(z.string().check(z.maxLength(128))),
});
export type NewUser = z.infer<typeof newUser>;

/**
 * `added` says no more than that the wish was taken: whether someone outside the organization has the address already
 * must not show. The person appears among the members when he first signs in, until then among the invitations.
 */
export const userAdded = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('added') }),
  z.object({ outcome: z.literal('already-member'), user_id: userId, name: z.string() }),
]);
export type UserAdded = z.infer<typeof userAdded>;

const addProblems = [
  'organization-required',
  'permission-missing',
  'policy-refused',
  'reason-required',
  'step-up-required',
  'not-possible',
  'outranked',
  'weak-password',
  'body-too-large',
  'unsupported-media-type',
  'audit-unavailable',
] as const;

export const createUser = defineRoute({
  name: 'createUser',
  summary: 'Invites a person to the organization, or adds him with a temporary password',
  method: 'POST',
  path: '/users',
  body: newUser,
  response: userAdded,
  permission: 'create:users',
  problems: addProblems,
});

/** Someone who was added and has not signed in yet. */
export const invitation = z.object({
  /** Sealed; it names no user. */
  id: z.string(),
  /** What he was added by: email, phone number or username. */
  identifier: z.string(),
  name: z.optional(z.string()),
  connection: z.string(),
  /** Whether a mail can be sent again. */
  mailed: z.boolean(),
  /** ISO 8601 in UTC: of the last mail. */
  invited_at: z.string(),
  invited_by: z.optional(z.string()),
});
export type Invitation = z.infer<typeof invitation>;

export const listInvitations = defineRoute({
  name: 'listInvitations',
  summary: 'Who was added to the organization and has not signed in yet, the newest first',
  method: 'GET',
  path: '/invitations',
  response: z.object({
    invitations: z.array(invitation),
    /** Whether this admin may do anything with them: it takes what adding someone takes. */
    adding: actDecision,
  }),
  permission: 'read:users',
  problems: ['organization-required', 'permission-missing', 'audit-unavailable'],
});

const invitationParams = z.strictObject({ invitationId: z.string() });
const invitationProblems = [...addProblems, 'item-not-found'] as const;

export const resendInvitation = defineRoute({
  name: 'resendInvitation',
  summary: 'Sends the mail of an invitation again',
  method: 'POST',
  path: '/invitations/:invitationId/mail',
  params: invitationParams,
  response: z.object({}),
  permission: 'create:users',
  problems: invitationProblems,
});

export const withdrawInvitation = defineRoute({
  name: 'withdrawInvitation',
  summary: 'Takes an invitation back; the account that was made for it is deleted',
  method: 'DELETE',
  path: '/invitations/:invitationId',
  params: invitationParams,
  response: z.object({}),
  permission: 'create:users',
  problems: invitationProblems,
});
