import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from './canonical-json.ts';

/** The end of a chain: its newest entry. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** Before the first entry. */
export const noHead: ChainHead = { seq: 0, hash: '0'.repeat(64) };

export type EntryKind = 'begin' | 'complete' | 'refuse' | 'signIn';

/** What is put on a chain: of what kind, of which act, and all else that is to be kept. */
export type EntryContent = { kind: EntryKind; id: string; at: number } & Record<string, unknown>;

/**
 * One entry as it stands in the database. The payload says everything, the place in the chain included, and is what
 * the hash seals; the columns beside it only serve to find it, and must agree with it.
 */
export const chainEntry = z.object({
  chain: z.string(),
  seq: z.coerce.number(),
  kind: z.string(),
  id: z.string(),
  at: z.coerce.number(),
  actor: z.string().nullable(),
  actor_name: z.string().nullable(),
  act: z.string().nullable(),
  target: z.string().nullable(),
  target_name: z.string().nullable(),
  outcome: z.string().nullable(),
  payload: z.string(),
  prev_hash: z.string(),
  hash: z.string(),
});
export type ChainEntry = z.infer<typeof chainEntry>;

/** The columns, in the order in which they are written. */
export const entryColumns = chainEntry.keyof().options;

const text = z.string().nullable().catch(null);
const payloadColumns = z.object({
  chain: z.string(),
  seq: z.number(),
  kind: z.string(),
  id: z.string(),
  at: z.number(),
  actor: text.default(null),
  actorName: text.default(null),
  act: text.default(null),
  target: text.default(null),
  targetName: text.default(null),
  outcome: text.default(null),
});

/** Each organization has a chain of its own, and so has what happened in none. */
export function chainOf(organization: string | null): string {
  return JSON.stringify(organization);
}

/** The next entry of a chain. */
export function nextEntry(chain: string, head: ChainHead, content: EntryContent): ChainEntry {
  const payload = canonicalJson({ ...content, chain, seq: head.seq + 1 });
  const columns = columnsOf(payload);
  if (!columns) throw new Error('An audit entry without its parts');
  return { ...columns, payload, prev_hash: head.hash, hash: hashOf(head.hash, payload) };
}

/** The columns that belong to a payload; null when it is none. */
export function columnsOf(payload: string): Omit<ChainEntry, 'payload' | 'prev_hash' | 'hash'> | null {
  const parsed = payloadColumns.safeParse(parseOr(payload));
  if (!parsed.success) return null;
  const { actorName, targetName, ...columns } = parsed.data;
  return { ...columns, actor_name: folded(actorName), target_name: folded(targetName) };
}

/** A name as it is searched: databases differ in what they take for the same letter. */
export function folded<Text extends string | null>(name: Text): Text {
  // The lower case of a text is a text, and null stays null.
  return (name?.toLowerCase() ?? null) as Text;
}

export function hashOf(previousHash: string, payload: string): string {
  return createHash('sha256')
    .update(previousHash + payload)
    .digest('hex');
}

function parseOr(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
