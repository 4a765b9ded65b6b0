import { writeFileSync } from 'node:fs';
import type { Tally } from '../support/attack-tally.ts';
import { runSuite, tableOf } from '../support/tally-file.ts';
import { measureTiming } from './timing.ts';
import { timingReport } from './timing-report.ts';

/**
 * `npm run test:isolation`: every attack of the suite, then a table of what was tried and what got through, and how long
 * outsiders take beside nobody, on the screen and in tests/isolation/report.md. Ends with code 1 if anything got
 * through, or any test failed; the times are told and decide nothing.
 */
const { passed, tallies } = runSuite('isolation');
// Written by `attackTally` a moment ago.
const rows = (tallies as Tally[]).toSorted((one, other) => one.attack.localeCompare(other.attack));
const leaks = rows.flatMap(({ attack, leaks }) => leaks.map((leak) => `${attack}: ${leak}`));
const table = attackTable();
process.stdout.write(`\n${table}`);
for (const leak of leaks) process.stdout.write(`LEAK ${leak}\n`);
if (passed) {
  process.stdout.write('\nMeasuring how long outsiders take beside nobody, for up to a minute…\n');
  const timing = timingReport(await measureTiming());
  process.stdout.write(timing);
  writeFileSync('tests/isolation/report.md', report(table, timing));
}
process.exitCode = passed && leaks.length === 0 ? 0 : 1;

function attackTable(): string {
  const attempts = rows.reduce((sum, row) => sum + row.attempts, 0);
  return tableOf(
    ['Attack', 'Aim', 'Attempts', 'Leaks'],
    [
      ...rows.map(({ attack, aim, attempts, leaks }) => [attack, aim, attempts, leaks.length]),
      ['**All**', '', `**${attempts}**`, `**${leaks.length}**`],
    ],
  );
}

function report(table: string, timing: string): string {
  return `# What was tried to get out of an organization

Written by \`npm run test:isolation\`, which tries it all again. The attackers hold valid sign-ins: an admin of one
organization, of two, an auditor, a person without rights, one who was demoted and one who is blocked. Every route of
the [contract](../../src/contract/api.ts) is attacked; a new route without a sample request fails the run. An attempt
counts as a leak when its answer, its calls to Auth0 or what it leaves behind differ from those for a user who does
not exist, when anything of another organization changes or stays changed, when somebody ends up with more than he may
have, or when the audit log says something else than what has happened. [Some](browser) go by a real browser, at the built
app with the headers that a host sends: there it is also a leak when a foreign page sees, hears, frames or leads the
app, or when a text becomes more than a text.

${table}
Beside these counted attacks, the [tests of each rule](.) hold the edges of the trust boundary one by one.

${timing}`;
}
