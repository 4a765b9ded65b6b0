import { z } from 'zod';
import { type AuditEntry, type AuditFilter, type AuditLog, auditRows } from '../audit/audit-log.ts';
import type { Identifiers } from './find-person.ts';

/** What a person was added by, and to which connection: all that an invitation is known by. */
export interface Invited {
  connection: string;
  identifiers: Identifiers;
}

/** What the audit log tells of someone who was added. */
export interface InvitationTrace extends Invited {
  name: string | undefined;
  /** Epoch milliseconds: of the last mail. */
  at: number;
  by: string | undefined;
  /** Who has added him, by their `user_id`. */
  addedBy: readonly string[];
}

const text = z.string().optional().catch(undefined);
const recorded = z.object({
  connection: z.string(),
  email: text,
  username: text,
  phone_number: text,
  name: text,
});

/** What a person is called before he has a name. */
export function identifierOf({ email, phone_number, username }: Identifiers): string {
  return email ?? phone_number ?? username ?? '';
}

/** The same for the same invitation. */
export function keyOf({ connection, identifiers }: Invited): string {
  return JSON.stringify([connection, identifierOf(identifiers).toLowerCase()]);
}

/** What the record of an act on an invitation holds, for this file to find again. */
export function traceable({ connection, identifiers }: Invited): Record<string, unknown> {
  return { connection, ...identifiers };
}

/** More in a month than an organization adds by hand. */
const mostRows = 1_000;

/**
 * Who was added to the organization since a moment and not withdrawn, by `keyOf`: told by the audit log alone, which
 * knows no difference between someone new and a stranger who has the address already.
 */
export async function invitationTraces(
  audit: AuditLog,
  organization: string,
  from: number,
): Promise<Map<string, InvitationTrace>> {
  const acts = ['createUser', 'resendInvitation', 'withdrawInvitation'];
  const rows = await Promise.all(acts.map((act) => newest(audit, { organization, act, from })));
  const traces = new Map<string, InvitationTrace>();
  // The oldest first, so that what came later counts.
  for (const row of rows.flat().toSorted((one, other) => one.position - other.position)) follow(traces, row);
  return traces;
}

async function newest(audit: AuditLog, filter: AuditFilter): Promise<AuditEntry[]> {
  const rows: AuditEntry[] = [];
  for await (const row of auditRows(audit, filter)) {
    rows.push(row);
    if (rows.length >= mostRows) break;
  }
  return rows;
}

function follow(
  traces: Map<string, InvitationTrace>,
  { act, after, outcome, at, actor, actorName }: AuditEntry,
): void {
  const known = recorded.safeParse(after);
  // Of an outcome that nobody saw, the account may be there.
  if (!known.success || (outcome !== 'done' && outcome !== 'unknown')) return;
  const { connection, name, ...identifiers } = known.data;
  const invited: Invited = { connection, identifiers };
  const key = keyOf(invited);
  if (act === 'withdrawInvitation') {
    if (outcome === 'done') traces.delete(key);
    return;
  }
  const earlier = traces.get(key);
  if (act === 'resendInvitation' && (!earlier || outcome !== 'done')) return;
  const addedBy = [...(earlier?.addedBy ?? []), ...(act === 'createUser' ? [actor] : [])];
  traces.set(key, { ...invited, ...earlier, name: name ?? earlier?.name, at, by: actorName, addedBy });
}
