import * as z from 'zod/mini';
import { defineRoute } from './route.ts';

/**
 * - `done`: Auth0 confirmed the write; `failed`: it certainly did not happen
 * - `unknown`: nobody saw how it ended; a row begins so, and stays so when the proxy dies
 * - `refused`: by Steward, before anything was written
 */
export const auditOutcome = z.enum(['done', 'failed', 'unknown', 'refused']);
export type AuditOutcome = z.infer<typeof auditOutcome>;

const changed = z.optional(z.record(z.string(), z.unknown()));

/** What an admin did, with everything as it was then: names may have changed since. */
export const auditRow = z.object({
  id: z.string(),
  /** ISO 8601 in UTC. */
  at: z.string(),
  ended_at: z.optional(z.string()),
  actor: z.object({
    user_id: z.string(),
    name: z.optional(z.string()),
    roles: z.optional(z.array(z.string())),
    ip: z.optional(z.string()),
    user_agent: z.optional(z.string()),
  }),
  /** The name of the route, or `signIn`. */
  act: z.string(),
  /** Of a refused act, whatever id was asked for: there may be no such user here. Without one, he was not made. */
  target: z.nullable(z.object({ user_id: z.optional(z.string()), name: z.optional(z.string()) })),
  /** Without secrets. */
  before: changed,
  after: changed,
  reason: z.optional(z.string()),
  outcome: auditOutcome,
  /** A problem type: why it was refused, or how it failed. */
  problem: z.optional(z.string()),
  /** Auth0's own log has it as `references.correlation_id`. */
  request_id: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;

const words = z.string().check(z.minLength(1), z.maxLength(300));
const moment = z.iso.datetime();

/** What a list of acts can be narrowed to. */
export const auditFilter = z.strictObject({
  /** A whole `user_id`, or part of a name. */
  actor: z.optional(words),
  target: z.optional(words),
  act: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  outcome: z.optional(auditOutcome),
  /** Moments in UTC; `to` is exclusive. */
  from: z.optional(moment),
  to: z.optional(moment),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditPageSize = 50;

export const listAudit = defineRoute({
  name: 'listAudit',
  summary: 'What admins of the organization did and were refused, and their sign-ins, the newest first',
  method: 'GET',
  path: '/audit',
  query: z.extend(auditFilter, { cursor: z.optional(z.string().check(z.maxLength(8192))) }),
  response: z.object({ rows: z.array(auditRow), next: z.nullable(z.string()) }),
  permission: 'read:audit',
  problems: ['organization-required', 'permission-missing', 'invalid-cursor', 'audit-unreadable'],
});

export const auditFormat = z.enum(['csv', 'jsonl']);
export type AuditFormat = z.infer<typeof auditFormat>;

export const auditMedia = { csv: 'text/csv', jsonl: 'application/jsonl' } as const satisfies Record<
  AuditFormat,
  string
>;

export const exportAudit = defineRoute({
  name: 'exportAudit',
  summary: 'All that the list of acts would show, the newest first, as a table or as one JSON object a line',
  method: 'GET',
  path: '/audit/export',
  query: z.extend(auditFilter, { format: z.optional(auditFormat) }),
  response: z.string(),
  media: Object.values(auditMedia),
  permission: 'read:audit',
  problems: ['organization-required', 'permission-missing', 'audit-unreadable'],
});
