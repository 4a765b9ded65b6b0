import { afterAll } from 'vitest';
import { writeTally } from './tally-file.ts';

/** What one case of a fault came to. */
interface Seen {
  /** As the report's table names it. */
  fault: string;
  /** What the admin is told, such as `503 auth0-unavailable`. */
  admin: string;
  /** Writes of which he was told that they were done and that the tenant does not have. */
  lost?: number;
  /** Writes that the tenant has done more often than he asked, though doing them twice is not doing them once. */
  doubled?: number;
  /** Writes that the tenant has done and the audit log does not know, or knows otherwise. */
  unrecorded?: number;
  /** Whether the next request after the fault went as if nothing had been. */
  recovered: boolean;
}

/** All cases of one fault. */
export interface FaultRow extends Required<Omit<Seen, 'admin'>> {
  admin: string[];
  cases: number;
}

/** Counts what the faults of one test file came to, and writes it down when the file ends. */
export function faultTally() {
  const rows = new Map<string, FaultRow>();
  afterAll(() => writeTally('faults', [...rows.keys()].join(' ').slice(0, 100), [...rows.values()]));
  return {
    seen({ fault, admin, lost = 0, doubled = 0, unrecorded = 0, recovered }: Seen): void {
      const none: FaultRow = {
        fault,
        admin: [],
        cases: 0,
        lost: 0,
        doubled: 0,
        unrecorded: 0,
        recovered: true,
      };
      const row = rows.get(fault) ?? none;
      rows.set(fault, {
        fault,
        admin: [...new Set([...row.admin, admin])],
        cases: row.cases + 1,
        lost: row.lost + lost,
        doubled: row.doubled + doubled,
        unrecorded: row.unrecorded + unrecorded,
        recovered: row.recovered && recovered,
      });
    },
  };
}
