import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Tally, tallyFolder } from '../support/attack-tally.ts';

/**
 * `npm run test:isolation`: every attack of the suite, then a table of what was tried and what got through, on the
 * screen and in tests/isolation/report.md. Ends with code 1 if anything got through, or any test failed.
 */
rmSync(tallyFolder, { recursive: true, force: true });
const run = spawnSync('node_modules/.bin/vitest', ['run', '--project', 'node', 'tests/isolation'], {
  stdio: 'inherit',
});
const tallies = readTallies();
const table = tableOf(tallies);
process.stdout.write(`\n${table}`);
const leaks = tallies.flatMap(({ attack, leaks }) => leaks.map((leak) => `${attack}: ${leak}`));
for (const leak of leaks) process.stdout.write(`LEAK ${leak}\n`);
if (run.status === 0) writeFileSync('tests/isolation/report.md', report(table));
process.exitCode = run.status === 0 && leaks.length === 0 && tallies.length > 0 ? 0 : 1;

function readTallies(): Tally[] {
  const files = readdirSync(tallyFolder).filter((name) => name.endsWith('.json'));
  return files
    .map((name): Tally => JSON.parse(readFileSync(`${tallyFolder}/${name}`, 'utf8')))
    .toSorted((one, other) => one.attack.localeCompare(other.attack));
}

function tableOf(rows: Tally[]): string {
  const lines = rows.map(
    ({ attack, aim, attempts, leaks }) => `| ${attack} | ${aim} | ${attempts} | ${leaks.length} |`,
  );
  const attempts = rows.reduce((sum, row) => sum + row.attempts, 0);
  const total = `| **All** | | **${attempts}** | **${rows.flatMap((row) => row.leaks).length}** |`;
  return ['| Attack | Aim | Attempts | Leaks |', '|---|---|---|---|', ...lines, total, ''].join('\n');
}

function report(table: string): string {
  return `# What was tried to get out of an organization

Written by \`npm run test:isolation\`, which tries it all again. The attackers hold valid sign-ins: an admin of one
organization, of two, an auditor, a person without rights, one who was demoted and one who is blocked. Every route of
the [contract](../../src/contract/api.ts) is attacked; a new route without a sample request fails the run. An attempt
counts as a leak when its answer, its calls to Auth0 or what it leaves behind differ from those for a user who does
not exist, or when anything of another organization changes.

${table}
Beside these counted attacks, the [tests of each rule](.) hold the edges of the trust boundary one by one.
`;
}
