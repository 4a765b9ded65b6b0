/** One figure to reach, and what was measured in this run. */
export interface Figure {
  what: string;
  /** With its unit and its spread over the repetitions. */
  measured: string;
  reach: string;
  met: boolean;
  /** What stands behind the figure, for whoever compares runs. */
  values: Record<string, number | number[]>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** "2.41 s (2.38–2.60)": the median and between what the repetitions lay. */
export function withSpread(values: readonly number[], unit: string, digits = 2): string {
  const text = (value: number) => value.toFixed(digits);
  return `${text(median(values))} ${unit} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
}

/** As a table for the terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, reach, met }) => [
    what,
    measured,
    reach,
    met ? 'met' : 'NOT MET',
  ]);
  const all = [['What', 'Measured', 'Reach', ''], ...rows];
  const widthOf = (column: number) => Math.max(...all.map((row) => row[column]?.length ?? 0));
  const widths = [0, 1, 2, 3].map(widthOf);
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
