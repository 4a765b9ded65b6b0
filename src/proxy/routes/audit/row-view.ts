import type { AuditRow } from '#contract/audit.ts';
import type { AuditEntry } from '../../audit/audit-log.ts';

/** A row of the log as the contract shows it. */
export function rowView(entry: AuditEntry): AuditRow {
  const { actor, actorName, roles, ip, userAgent, target, targetName } = entry;
  return {
    id: entry.id,
    at: isoOf(entry.at),
    ended_at: entry.endedAt === undefined ? undefined : isoOf(entry.endedAt),
    actor: { user_id: actor, name: actorName, roles: roles && [...roles], ip, user_agent: userAgent },
    act: entry.act,
    target:
      target === null && targetName === undefined ? null : { user_id: target ?? undefined, name: targetName },
    before: entry.before,
    after: entry.after,
    reason: entry.reason,
    outcome: entry.outcome,
    problem: entry.problem,
    request_id: entry.requestId,
  };
}

function isoOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
