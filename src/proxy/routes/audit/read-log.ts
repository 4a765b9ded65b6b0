import type { AuditFilter as Asked } from '#contract/audit.ts';
import type { AuditFilter } from '../../audit/audit-log.ts';
import { Problem } from '../../problem.ts';

/** What an admin asks for, within the organization that he acts in. */
export function filterOf(
  organization: string,
  { actor, target, act, outcome, from, to }: Asked,
): AuditFilter {
  const momentOf = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time));
  return { organization, actor, target, act, outcome, from: momentOf(from), to: momentOf(to) };
}

/** A log that cannot be read is nothing that the admin has done wrong. */
export function unreadable(cause: unknown): never {
  throw new Problem('audit-unreadable', { cause });
}
