import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import type { Browser } from 'playwright';
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
 * `npm run bench -- first-row interactions` measures only what is named.
 */
const output = 'tests/.output/bench.json';
const limitMs = 180_000;

type Measure = () => Promise<Figure | Figure[]>;

const inBrowser: Record<string, (browser: Browser) => Promise<Figure | Figure[]>> = {
  'first-row': measureFirstRow,
  interactions: measureInteractions,
  idle: countIdleRequests,
};

const alone: Record<string, Measure> = {
  size: buildAndWeigh,
  'user-page': measureUserPage,
  'proxy-cpu': measureProxyCpu,
  'upstream-calls': countUpstreamCalls,
  'far-page': measureFarPage,
  throughput: measureThroughput,
};

async function throughTheBrowser(names: string[]): Promise<Figure[]> {
  const stack = await startStack();
  try {
    const browser = await startBrowser();
    try {
      const found: Figure[] = [];
      for (const name of names) found.push(...[(await inBrowser[name]?.(browser)) ?? []].flat());
      return found;
    } finally {
      await browser.close();
    }
  } finally {
    await stack.stop();
  }
}

const known = [...Object.keys(alone), ...Object.keys(inBrowser)];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no figure "${unknown.join('", "')}". There are: ${known.join(', ')}.`);
  process.exit(1);
}

function chosenMeasures(): Measure[] {
  const wanted = (name: string) => asked.length === 0 || asked.includes(name);
  const browsed = Object.keys(inBrowser).filter(wanted);
  // What is measured in the browser is the build that `size` weighs.
  const names = Object.keys(alone).filter((name) => wanted(name) || (name === 'size' && browsed.length > 0));
  const measures = Object.entries(alone).filter(([name]) => names.includes(name));
  return [
    ...measures.map(([, measure]) => measure),
    ...(browsed.length > 0 ? [() => throughTheBrowser(browsed)] : []),
  ];
}

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
for (const measure of chosenMeasures()) figures.push(...[await measure()].flat());
clearTimeout(tooLong);
report();
// Connections that were kept open would keep the process.
process.exit(0);
