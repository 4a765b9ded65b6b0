import * as z from 'zod/mini';
import { defineRoute } from './route.ts';
import { userParams } from './user-route.ts';

/** Groups of event codes, as Auth0's documentation has them, for filters. */
export const activityGroup = z.enum([
  'sign-in',
  'failed-sign-in',
  'password',
  'second-factor',
  'profile',
  'block',
  'message',
  'other',
]);
export type ActivityGroup = z.infer<typeof activityGroup>;

export const activityEntry = z.object({
  log_id: z.string(),
  /** ISO 8601 in UTC. */
  date: z.string(),
  /** Auth0's event code, such as `s` or `fp`; the screen has words for each. */
  type: z.string(),
  group: activityGroup,
  client_name: z.optional(z.string()),
  connection: z.optional(z.string()),
  ip: z.optional(z.string()),
  country: z.optional(z.string()),
  city: z.optional(z.string()),
  user_agent: z.optional(z.string()),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

const day = z.iso.datetime();

export const getActivity = defineRoute({
  name: 'getActivity',
  summary: 'What one member did, and what was done to him, the newest first',
  method: 'GET',
  path: '/users/:userId/activity',
  params: userParams,
  query: z.strictObject({
    group: z.optional(activityGroup),
    /** Moments in UTC; `to` is exclusive. */
    from: z.optional(day),
    to: z.optional(day),
    cursor: z.optional(z.string().check(z.maxLength(8192))),
  }),
  response: z.object({
    entries: z.array(activityEntry),
    next: z.nullable(z.string()),
    /** True where older entries exist that Auth0 gives no way to reach. */
    truncated: z.boolean(),
  }),
  permission: 'read:activity',
  problems: ['organization-required', 'permission-missing', 'user-not-found', 'invalid-cursor'],
});
