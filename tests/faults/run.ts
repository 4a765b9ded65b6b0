import { writeFileSync } from 'node:fs';
import type { FaultRow } from '../support/fault-tally.ts';
import { runSuite, tableOf } from '../support/tally-file.ts';

/**
 * `npm run test:faults`: every fault of the suite, then a table of what became of each, on the screen and in
 * tests/faults/report.md. Ends with code 1 if a write was lost, doubled or not recorded, if something did not recover,
 * or if any test failed.
 */
const { passed, tallies } = runSuite('faults');
// Written by `faultTally` a moment ago.
const rows = (tallies as FaultRow[][]).flat().toSorted((one, other) => one.fault.localeCompare(other.fault));
const broken = rows.filter(
  ({ lost, doubled, unrecorded, recovered }) => lost + doubled + unrecorded > 0 || !recovered,
);
const table = faultTable();
process.stdout.write(`\n${table}`);
for (const { fault } of broken) process.stdout.write(`BROKEN ${fault}\n`);
if (passed) writeFileSync('tests/faults/report.md', report(table));
process.exitCode = passed && broken.length === 0 ? 0 : 1;

function faultTable(): string {
  const sum = (count: (row: FaultRow) => number) => rows.reduce((total, row) => total + count(row), 0);
  return tableOf(
    ['Fault', 'The admin sees', 'Cases', 'Writes lost', 'doubled', 'unrecorded', 'Recovers by itself'],
    [
      ...rows.map((row) => [
        row.fault,
        row.admin.toSorted().join(', '),
        row.cases,
        row.lost,
        row.doubled,
        row.unrecorded,
        row.recovered ? 'yes' : 'no',
      ]),
      [
        '**All**',
        '',
        `**${sum((row) => row.cases)}**`,
        `**${sum((row) => row.lost)}**`,
        `**${sum((row) => row.doubled)}**`,
        `**${sum((row) => row.unrecorded)}**`,
        broken.every((row) => row.recovered) ? '**yes**' : '**no**',
      ],
    ],
  );
}

function report(table: string): string {
  return `# What Steward does when things break

Written by \`npm run test:faults\`, which breaks it all again: the tenant and the way to it, the audit log, the process,
and those who call it. A write counts as lost when the admin was told that it was done and the tenant does not have it;
as doubled when the tenant has done it more often than it was asked for; as unrecorded when the tenant has it and the
audit log does not know of it, or says that it failed. A row that says *unknown* is recorded: nobody can know more when
the answer never came. It recovers by itself when the next request after the fault goes as if nothing had been.

Rows that begin with *the app* are of [the app in a browser](browser), between which and the proxy something breaks; in
quotes stands what it says. There nobody has to load the page anew: pressing "Try again", or the act's own button, is
enough, what was typed is still there, and nothing is sent twice. Only a start without config.json or a script needs a
reload.

${table}
Every write route of the [contract](../../src/contract/api.ts) is broken off in each way; a new one fails the run until
[possible-acts.ts](../support/possible-acts.ts) says on whom it can be done.
`;
}
