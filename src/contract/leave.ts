import * as z from 'zod/mini';
import { activityEntry } from './activity.ts';
import { defineRoute } from './route.ts';
import { refreshToken, session } from './security.ts';
import { authenticationMethod, bruteForceBlock, role, userProfile } from './user.ts';
import { actProblems, userParams } from './user-route.ts';

/** How a person leaves. Each way first blocks, ends sessions and drops roles, but for a person shared with others. */
export const leaveWish = z.discriminatedUnion('way', [
  /** He stays an account of the vendor's, of no organization or of his others. */
  z.strictObject({ way: z.literal('remove') }),
  /** Deleted after so many days; until then it can be undone. */
  z.strictObject({
    way: z.literal('delete-later'),
    days: z.number().check(z.int(), z.minimum(1), z.maximum(365)),
  }),
  /** `confirm` is what the person is known by: his email, or else username, phone number or name. */
  z.strictObject({ way: z.literal('delete-now'), confirm: z.string().check(z.maxLength(300)) }),
]);
export type LeaveWish = z.infer<typeof leaveWish>;

export const leaveStep = z.object({
  step: z.enum(['block', 'end-access', 'drop-roles', 'remove', 'schedule-deletion', 'delete']),
  /**
   * `unentitled`: the vendor's Auth0 plan lacks it; `skipped`: it does not apply to this person; `stopped`: not tried,
   * because a step before it failed. The flow may be gone through again: what is done stays done.
   */
  state: z.enum(['done', 'failed', 'unentitled', 'skipped', 'stopped']),
});
export type LeaveStep = z.infer<typeof leaveStep>;

/** What was done, to keep or print; after an erasure, its certificate. */
export const leaveReceipt = z.object({
  /** The request id: the audit log has the same. */
  id: z.string(),
  way: z.enum(['remove', 'delete-later', 'delete-now']),
  /** ISO 8601 in UTC. */
  at: z.string(),
  by: z.object({ name: z.string(), email: z.optional(z.string()) }),
  organization: z.string(),
  person: z.object({ user_id: z.string(), name: z.string(), email: z.optional(z.string()) }),
  steps: z.array(leaveStep),
  delete_at: z.optional(z.string()),
  /** As he is now; absent when he is gone from the organization. */
  user: z.optional(userProfile),
});
export type LeaveReceipt = z.infer<typeof leaveReceipt>;

export const leave = defineRoute({
  name: 'leave',
  summary: 'Sees one member out: block, end access, drop roles, and remove or delete',
  method: 'POST',
  path: '/users/:userId/leave',
  params: userParams,
  body: leaveWish,
  response: leaveReceipt,
  permission: 'delete:users',
  problems: [...actProblems, 'confirmation-wrong'],
});

export const cancelLeave = defineRoute({
  name: 'cancelLeave',
  summary: 'Keeps one member who was to be deleted; he stays blocked until he is unblocked',
  method: 'DELETE',
  path: '/users/:userId/leave',
  params: userParams,
  response: userProfile,
  permission: 'delete:users',
  problems: actProblems,
});

/** All that is held about a person: his right of access (GDPR, article 15). */
export const userData = z.object({
  about: z.object({ organization: z.string(), exported_at: z.string(), by: z.string() }),
  profile: userProfile,
  roles: z.array(role),
  authenticationMethods: z.array(authenticationMethod),
  bruteForceBlocks: z.array(bruteForceBlock),
  sessions: z.array(session),
  refreshTokens: z.array(refreshToken),
  activity: z.array(activityEntry),
  /** What admins of the organization did to him. */
  acts: z.array(z.object({ at: z.string(), by: z.string(), act: z.string(), outcome: z.string() })),
  /** Parts that could not be read, and why; of one that is `truncated`, the oldest entries are out of reach. */
  missing: z.array(
    z.object({ part: z.string(), why: z.enum(['forbidden', 'unentitled', 'failed', 'truncated']) }),
  ),
});
export type UserData = z.infer<typeof userData>;

export const exportData = defineRoute({
  name: 'exportData',
  summary: 'Everything that is held about one member, as one document',
  method: 'POST',
  path: '/users/:userId/data-export',
  params: userParams,
  response: userData,
  repeatable: true,
  permission: 'export:users',
  problems: actProblems,
});
