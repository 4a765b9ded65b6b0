import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

type Suite = 'isolation' | 'faults';

/** Where the tallies of one run stand until the report is made of them. */
const folderOf = (suite: Suite) => `tests/.output/${suite}`;

/** Keeps what one test file has counted. */
export function writeTally(suite: Suite, name: string, tally: object): void {
  mkdirSync(folderOf(suite), { recursive: true });
  writeFileSync(`${folderOf(suite)}/${name.replaceAll(/\W+/g, '-')}.json`, JSON.stringify(tally));
}

/**
 * Runs the tests of a suite and nothing else.
 *
 * @returns what they have counted, which only those who wrote it know the type of.
 */
export function runSuite(suite: Suite): { passed: boolean; tallies: unknown[] } {
  rmSync(folderOf(suite), { recursive: true, force: true });
  mkdirSync(folderOf(suite), { recursive: true });
  const words = ['run', '--project', 'node', '--project', 'site', `tests/${suite}`];
  const { status } = spawnSync('node_modules/.bin/vitest', words, { stdio: 'inherit' });
  const files = readdirSync(folderOf(suite)).toSorted();
  const tallies = files.map((file) => JSON.parse(readFileSync(`${folderOf(suite)}/${file}`, 'utf8')));
  return { passed: status === 0 && tallies.length > 0, tallies };
}

/** In Markdown. */
export function tableOf(heads: readonly string[], rows: readonly (string | number)[][]): string {
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}
