import { canonicalJson } from './canonical-json.ts';
import { type ChainEntry, type ChainHead, chainEntry, columnsOf, hashOf, noHead } from './chain-entry.ts';
import { type ChainStore, headIn } from './chained-audit.ts';

/**
 * What is wrong with a chain, at its first wrong entry.
 *
 * - `changed`: an entry does not say what it said when it was sealed
 * - `missing`: entries are gone; `added`: one was put in that does not follow from the one before
 * - `reordered`: an entry stands where it was not written
 * - `head`: the noted end of the chain is not its end, or is gone
 */
export type ChainFaultKind = 'changed' | 'missing' | 'added' | 'reordered' | 'head';

export interface ChainReport {
  chain: string;
  /** Entries that were read. */
  entries: number;
  /** The last entry that is right: note it, and later tell it by `expected`. */
  head: ChainHead;
  fault: { kind: ChainFaultKind; seq: number } | null;
  /** Hashes noted before that no right entry of this chain has. */
  unmet: string[];
}

const batch = 1_000;
/** Someone may have put an entry before the first. */
const beforeAll = Number.MIN_SAFE_INTEGER;

/**
 * Walks every chain from its beginning, some entries at a time.
 *
 * @param expected - by chain, hashes that were noted from earlier reports: a log that was rewritten as a whole, or cut
 * off together with its heads, is only found by them.
 */
export async function* verifyChains(
  store: ChainStore,
  expected: ReadonlyMap<string, readonly string[]> = new Map(),
): AsyncGenerator<ChainReport> {
  const waiting = new Map(expected);
  for (let chain = await nextChain(store, ''); chain !== null; chain = await nextChain(store, chain)) {
    yield await verifyChain(store, chain, waiting.get(chain) ?? []);
    waiting.delete(chain);
  }
  for (const [chain, hashes] of waiting) {
    yield { chain, entries: 0, head: noHead, fault: { kind: 'missing', seq: 1 }, unmet: [...hashes] };
  }
}

async function nextChain(store: ChainStore, after: string): Promise<string | null> {
  const sql = `SELECT MIN(chain) AS chain FROM (
    SELECT MIN(chain) AS chain FROM audit_entries WHERE chain > $1
    UNION ALL SELECT MIN(chain) AS chain FROM audit_heads WHERE chain > $1) AS both_of_them`;
  const [row] = await store.query(sql, [after]);
  return typeof row?.chain === 'string' ? row.chain : null;
}

async function verifyChain(
  store: ChainStore,
  chain: string,
  expected: readonly string[],
): Promise<ChainReport> {
  // Entries may be appended while we read: each is within the head that is noted then, so it is read on both sides.
  const before = await headOf(store, chain);
  const unmet = new Set(expected);
  let last = noHead;
  let entries = 0;
  let atHead = before === null || before.seq === 0;
  let fault: ChainReport['fault'] = null;
  for await (const entry of entriesOf(store, chain)) {
    entries += 1;
    fault = await faultOf(entry, last, store);
    if (fault) break;
    last = { seq: entry.seq, hash: entry.hash };
    atHead ||= isSame(last, before);
    unmet.delete(entry.hash);
  }
  fault ??= endFault(last, atHead, { before, after: await headOf(store, chain) });
  return { chain, entries, head: last, fault, unmet: [...unmet] };
}

async function headOf(store: ChainStore, chain: string): Promise<ChainHead | null> {
  const [row] = await store.query('SELECT seq, hash FROM audit_heads WHERE chain = $1', [chain]);
  return headIn(row);
}

/** @param atHead - the head that was noted before was met among the entries. */
function endFault(
  last: ChainHead,
  atHead: boolean,
  { before, after }: { before: ChainHead | null; after: ChainHead | null },
): ChainReport['fault'] {
  if (!after) return { kind: 'head', seq: last.seq };
  if (last.seq < (before?.seq ?? 0)) return { kind: 'missing', seq: last.seq + 1 };
  if (last.seq > after.seq) return { kind: 'added', seq: after.seq + 1 };
  const isEnd = last.seq < after.seq || last.hash === after.hash;
  return atHead && isEnd ? null : { kind: 'head', seq: before?.seq ?? after.seq };
}

async function* entriesOf(store: ChainStore, chain: string): AsyncGenerator<ChainEntry> {
  const sql = `SELECT * FROM audit_entries WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT ${batch}`;
  let after: number | undefined = beforeAll;
  do {
    const rows: ChainEntry[] = (await store.query(sql, [chain, after])).map((row) => chainEntry.parse(row));
    yield* rows;
    after = rows.length === batch ? rows.at(-1)?.seq : undefined;
  } while (after !== undefined);
}

/** What is wrong with an entry, which should follow `last`. */
async function faultOf(entry: ChainEntry, last: ChainHead, store: ChainStore): Promise<ChainReport['fault']> {
  const { seq, payload, prev_hash, hash, ...columns } = entry;
  const next = last.seq + 1;
  const { seq: sealedSeq, ...sealed } = columnsOf(payload) ?? { seq: Number.NaN };
  if (hash !== hashOf(prev_hash, payload) || !isSame(columns, sealed)) return { kind: 'changed', seq };
  if (seq < next || sealedSeq < seq) return { kind: 'added', seq };
  if (seq > next || sealedSeq > seq) {
    const follower = 'SELECT seq FROM audit_entries WHERE chain = $1 AND prev_hash = $2 LIMIT 1';
    const elsewhere = await store.query(follower, [entry.chain, last.hash]);
    return { kind: elsewhere.length > 0 ? 'reordered' : 'missing', seq: next };
  }
  if (prev_hash === last.hash) return null;
  return { kind: 'changed', seq: (await isFollowed(entry, store)) ? last.seq : seq };
}

/** Whether what comes after an entry bears it out: then it is the one before that is not what it was. */
async function isFollowed({ chain, seq, hash }: ChainEntry, store: ChainStore): Promise<boolean> {
  const sql = 'SELECT prev_hash FROM audit_entries WHERE chain = $1 AND seq = $2';
  const [follower] = await store.query(sql, [chain, seq + 1]);
  return follower ? follower.prev_hash === hash : (await headOf(store, chain))?.hash === hash;
}

function isSame(one: object | null, other: object | null): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
