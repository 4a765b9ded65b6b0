import * as z from 'zod';
import { auditPageSize, listAudit } from '#contract/audit.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { filterOf, unreadable } from './read-log.ts';
import { rowView } from './row-view.ts';

/** Where a page begins: before this row of the organization. */
const place = z.strictObject({ before: z.number() });

/** One page of what was done in the organization. It asks Auth0 nothing. */
export function bindListAudit({ world, cursors }: Services): Binding {
  return bind(listAudit, async ({ admin, organization, scope, query }) => {
    const { cursor, ...asked } = query;
    const filter = filterOf({ admin, scope }, asked);
    if (!filter) return { rows: [], next: null };
    const context = JSON.stringify(['audit', organization, admin.profile.user_id, asked]);
    const before = cursor === undefined ? undefined : await placeIn(cursor, context);
    const found = await world.audit.list(filter, { limit: auditPageSize + 1, before }).catch(unreadable);
    const rows = found.slice(0, auditPageSize);
    const last = found.length > auditPageSize ? rows.at(-1) : undefined;
    const next = last ? await cursors.seal({ before: last.position }, context) : null;
    return { rows: rows.map(rowView), next };
  });

  async function placeIn(cursor: string, context: string): Promise<number> {
    const opened = place.safeParse(await cursors.open(cursor, context));
    if (!opened.success) throw new Problem('invalid-cursor');
    return opened.data.before;
  }
}
