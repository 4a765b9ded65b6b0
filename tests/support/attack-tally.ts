import { afterAll } from 'vitest';
import { writeTally } from './tally-file.ts';

/** One class of attacks: what it tries, how often it was tried, and what got through. */
export interface Tally {
  attack: string;
  /** What an attacker would win. */
  aim: string;
  attempts: number;
  leaks: string[];
}

/**
 * Counts the attempts of one test file and writes them down when it ends.
 *
 * @param attack - the class, as the report's table names it.
 */
export function attackTally(attack: string, aim: string) {
  const tally: Tally = { attack, aim, attempts: 0, leaks: [] };
  afterAll(() => writeTally('isolation', attack, tally));
  return {
    /** Notes one attempt; `leak` says what got through, null that nothing did. */
    attempt(leak: string | null): void {
      tally.attempts += 1;
      if (leak !== null) tally.leaks.push(leak);
    },
    get leaks(): readonly string[] {
      return tally.leaks;
    },
  };
}
