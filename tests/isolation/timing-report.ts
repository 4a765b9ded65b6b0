import type { MedianDifference } from '../support/median-difference.ts';
import { tableOf } from '../support/tally-file.ts';
import { findableIn, type TimingRow, worthTiming } from './timing.ts';

/** The times as a table, in Markdown, and how to read it. */
export function timingReport(rows: readonly TimingRow[]): string {
  const table = tableOf(
    ['Route', 'Calls', 'Samples', 'Nobody', 'Outsider', 'Large outsider', 'Malformed id', 'Findable'],
    rows.map((row) => {
      const { route, calls, samples, median, differences } = row;
      return [
        route,
        [...new Set(Object.values(calls))].join(' or '),
        samples,
        median.toFixed(2),
        inWords(differences.outside),
        inWords(differences.large),
        inWords(differences.malformed),
        findableIn(row).toFixed(2),
      ];
    }),
  );
  return `## How long an outsider takes beside nobody

Milliseconds in this process, from the request to the end of the answer, over the emulated tenant. *Nobody* is the median
for a well-formed id that no user has. The next three columns say by how much the median is more for a user of another
organization, for one whose profile is as large as Auth0 lets it be, and for an id that cannot be one; in brackets the
interval in which the true difference lies in 95 of 100 measurements (bootstrap, samples of all four in random order).
An interval with 0 in it shows no difference. *Findable* is the smallest difference that this many samples would have
shown in 8 of 10 measurements; it grows when the machine is busy. *Calls* to Auth0 are as many for all four.

${table}
${conclusion(rows)}

A large profile that is thrown away was read and parsed before: that is the few hundredths of a
millisecond in its column. A real tenant adds its own time, which no proxy can make equal: Auth0 looks up one user by his
id in every case, a malformed one too, for which Steward asks for an id that nobody has.
`;
}

function conclusion(rows: readonly TimingRow[]): string {
  const all = rows.flatMap(({ route, differences }) =>
    Object.entries(differences).map(([kind, difference]) => ({ name: `${route} (${kind})`, ...difference })),
  );
  const slow = all.filter(({ interval: [low, high] }) => low > worthTiming || high < -worthTiming);
  const blurred = rows.filter((row) => findableIn(row) > worthTiming);
  const found =
    slow.length === 0
      ? `No difference of ${worthTiming} ms was found.`
      : `More than ${worthTiming} ms apart: ${slow.map(({ name }) => name).join(', ')}.`;
  const unsure = blurred.map(({ route }) => route).join(', ');
  return blurred.length === 0
    ? found
    : `${found} The machine was too busy to show one of ${worthTiming} ms for: ${unsure}.`;
}

function inWords({ difference, interval: [low, high] }: MedianDifference): string {
  return `${signed(difference)} (${signed(low)} to ${signed(high)})`;
}

function signed(value: number): string {
  const text = value.toFixed(2);
  return text === '-0.00' ? '0.00' : value >= 0.005 ? `+${text}` : text.replace('-', '−');
}
