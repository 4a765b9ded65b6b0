import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { buildAndWeigh } from './build-size.ts';
import { measureFarPage } from './far-page.ts';
import { type Figure, tableOf } from './figure.ts';
import { measureFirstRow } from './first-row.ts';
import { countIdleRequests } from './idle-page.ts';
import { measureInteractions } from './interactions.ts';
import { measureProxyCpu } from './proxy-cpu.ts';
import { startBrowser } from './slow-browser.ts';
import { startStack } from './stack.ts';
import { measureThroughput } from './throughput.ts';
import { countUpstreamCalls } from './upstream-calls.ts';
import { measureUserPage } from './user-page.ts';

/**
 * `npm run bench`: measures the figures to reach, one after the other, in one run on this machine. It prints a table
 * and writes the same to `tests/.output/bench.json`. A figure that is not met fails nothing: times belong to machines.
 */
const output = 'tests/.output/bench.json';
const limitMs = 180_000;

async function inBrowser(): Promise<Figure[]> {
  const stack = await startStack();
  try {
    const browser = await startBrowser();
    try {
      const firstRow = await measureFirstRow(browser);
      return [firstRow, ...(await measureInteractions(browser)), await countIdleRequests(browser)];
    } finally {
      await browser.close();
    }
  } finally {
    await stack.stop();
  }
}

const measures = [
  buildAndWeigh,
  measureUserPage,
  measureProxyCpu,
  countUpstreamCalls,
  measureFarPage,
  measureThroughput,
  inBrowser,
];
const figures: Figure[] = [];
const started = performance.now();
const loadBefore = loadavg()[0] ?? 0;

function report(): void {
  const load = [loadBefore, loadavg()[0] ?? 0];
  const machine = { cores: availableParallelism(), load, node: process.version };
  writeFileSync(output, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`\n${tableOf(figures)}\n`);
  console.log('Figures are medians of this run, the least and the most in parentheses.');
  console.log(
    `${machine.cores} cores, load ${load.map((value) => value.toFixed(1)).join(' to ')}, ${seconds} s.`,
  );
  if (load.some((value) => value > machine.cores)) {
    console.log('Others were using this machine: times are longer than they would be, ratios less sure.');
  }
  console.log(`The same with every value: ${output}`);
}

const tooLong = setTimeout(() => {
  report();
  console.error(`What is missing was not measured within ${limitMs / 1000} s.`);
  process.exit(1);
}, limitMs);
process.once('SIGTERM', () => process.exit(1));

mkdirSync('tests/.output', { recursive: true });
for (const measure of measures) figures.push(...[await measure()].flat());
clearTimeout(tooLong);
report();
// Connections that were kept open would keep the process.
process.exit(0);
