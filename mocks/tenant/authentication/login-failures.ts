import { blocksOf } from '../brute-force-block.ts';
import type { BruteForceBlock, UserRecord } from '../model.ts';
import type { Store } from '../store.ts';
import { openShelf } from './shelf.ts';

/** Brute-force protection for one identifier from one address. */
export interface LoginFailures {
  locked(record: UserRecord | undefined): boolean;
  /** Counts one more; true when that was one too many. The user's record then says so. */
  count(record: UserRecord | undefined): boolean;
  forget(): void;
}

const threshold = 10;
/** A failure counts as long as a block would. */
const memorySeconds = 30 * 86_400;

/** @see https://auth0.com/docs/secure/attack-protection/brute-force-protection */
export function openLoginFailures(store: Store, identifier: string, ip: string): LoginFailures {
  const shelf = openShelf<number>(store, 'login-failures/');
  const id = JSON.stringify([identifier, ip]);

  function lock(record: UserRecord): void {
    const connection = record.profile.identities[0]?.connection;
    const last_failure_at = new Date(store.now()).toISOString();
    const blocks = [...blocksOf(record, store.now()), { identifier, ip, connection, last_failure_at }];
    store.saveUser({ ...record, bruteForceBlocks: blocks });
    // From here on the record knows; taking the block off there must be enough.
    shelf.remove(id);
  }

  return {
    locked: (record) =>
      record ? isLocked(blocksOf(record, store.now()), identifier, ip) : (shelf.get(id) ?? 0) >= threshold,
    count(record) {
      if (record && !isProtected(store, record)) return false;
      const failures = (shelf.get(id) ?? 0) + 1;
      shelf.put(id, failures, memorySeconds);
      if (failures < threshold) return false;
      if (record) lock(record);
      return true;
    },
    forget: () => shelf.remove(id),
  };
}

function isLocked(blocks: BruteForceBlock[], identifier: string, ip: string): boolean {
  return blocks.some(
    (block) => block.identifier.toLowerCase() === identifier && (block.ip === undefined || block.ip === ip),
  );
}

function isProtected(store: Store, { profile }: UserRecord): boolean {
  const connection = store.connection(profile.identities[0]?.connection ?? '');
  return connection?.options.brute_force_protection !== false;
}
