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

const started = performance.now();
const tooLong = setTimeout(() => {
  console.error(`The measurement was stopped: it took more than ${limitMs / 1000} s.`);
  process.exit(1);
}, limitMs);
mkdirSync('tests/.output', { recursive: true });

const measures = [
  buildAndWeigh,
  inBrowser,
  measureUserPage,
  measureProxyCpu,
  measureThroughput,
  countUpstreamCalls,
  measureFarPage,
];
const figures: Figure[] = [];
for (const measure of measures) figures.push(...[await measure()].flat());

clearTimeout(tooLong);
const machine = { cores: availableParallelism(), load: loadavg()[0] ?? 0, node: process.version };
writeFileSync(output, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`);
console.log(`\n${tableOf(figures)}\n`);
console.log(
  `${machine.cores} cores, load ${machine.load.toFixed(1)}: each figure is a median, its spread in parentheses. ` +
    `${((performance.now() - started) / 1000).toFixed(0)} s in all; also in ${output}`,
);
process.exit(0);
