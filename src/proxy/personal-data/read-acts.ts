import type * as z from 'zod/mini';
import type { userData } from '#contract/leave.ts';
import type { AuditLog } from '../audit/audit-log.ts';

type ActsOn = z.input<typeof userData>['acts'];

const mostRows = 500;
const mostReads = 10;

/** What admins of one organization did to a person, the newest first, and whether older rows were left out. */
export async function readActs(
  audit: AuditLog,
  organization: string,
  userId: string,
): Promise<{ acts: ActsOn; truncated: boolean }> {
  const acts: ActsOn = [];
  let before: number | undefined;
  for (let reads = 0; reads < mostReads; reads += 1) {
    const rows = await audit.list({ organization, target: userId }, { limit: mostRows, before });
    for (const { target, at, actor, actorName, act, outcome } of rows) {
      // The log also finds names that contain what is looked for.
      if (target !== userId) continue;
      acts.push({ at: new Date(at).toISOString(), by: actorName ?? actor, act, outcome });
    }
    if (rows.length < mostRows) return { acts, truncated: false };
    before = rows.at(-1)?.position;
  }
  return { acts, truncated: true };
}
