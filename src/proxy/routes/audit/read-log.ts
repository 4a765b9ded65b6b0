import type { AuditFilter as Asked } from '#contract/audit.ts';
import type { Admin } from '../../access/access.ts';
import type { AuditFilter } from '../../audit/audit-log.ts';
import { Problem } from '../../problem.ts';
import type { MemberScope } from '../../scope/member-scope.ts';

/**
 * What an admin asks for, within the organization that he acts in; null for nothing. One who does not see all of its
 * members reads of his own acts only: the others may be about people who do not exist for him.
 */
export function filterOf(
  { admin, scope }: { admin: Admin; scope: MemberScope },
  { actor, target, act, outcome, from, to }: Asked,
): AuditFilter | null {
  const { organization, seesAll } = scope;
  const self = admin.profile.user_id;
  if (!seesAll && actor !== undefined && actor !== self) return null;
  const momentOf = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time));
  const who = seesAll ? actor : self;
  return { organization, actor: who, target, act, outcome, from: momentOf(from), to: momentOf(to) };
}

/** A log that cannot be read is nothing that the admin has done wrong. */
export function unreadable(cause: unknown): never {
  throw new Problem('audit-unreadable', { cause });
}
