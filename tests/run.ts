import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium, installChromium } from './browser/chromium.ts';

/**
 * `npm test`: types, lint and unused code side by side, then the tests of parts, then the journeys in a browser.
 * Ends with one line that counts tests, and with code 1 if anything failed.
 */
const output = 'tests/.output';

interface Step {
  name: string;
  words: string[];
}

const checks: Step[] = [
  { name: 'types', words: ['tsc', '--noEmit'] },
  { name: 'lint', words: ['biome', 'check', '--error-on-warnings'] },
  { name: 'unused code', words: ['knip'] },
];
const parts: Step = {
  name: 'parts',
  words: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}/parts.json`],
};
const journeys: Step = {
  name: 'journeys',
  words: ['playwright', 'test', '-c', 'tests/journeys/playwright.config.ts'],
};

function run({ name, words }: Step): Promise<boolean> {
  const [tool = '', ...rest] = words;
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${tool}`, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve(code === 0);
    });
  });
}

function readJson(file: string): Record<string, unknown> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Counts passed and failed tests from both runners' reports; a missing report counts as one failure. */
function count(): { passed: number; failed: number } {
  const vitest = readJson(`${output}/parts.json`);
  const playwright = readJson(`${output}/journeys.json`)?.stats as Record<string, number> | undefined;
  const passed = Number(vitest?.numPassedTests ?? 0) + (playwright?.expected ?? 0);
  const failed =
    Number(vitest?.numFailedTests ?? 1) + (playwright?.unexpected ?? 1) + (playwright?.flaky ?? 0);
  return { passed, failed };
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

if (!(findChromium() ?? installChromium())) {
  console.error(
    'No Chromium was found. Install one (Debian: apt-get install chromium), or name it: CHROMIUM_PATH=/path/to/chromium npm test',
  );
  process.exit(1);
}

const results = await Promise.all(checks.map(run));
results.push(await run(parts));
results.push(await run(journeys));

const { passed, failed } = count();
const failedChecks = results.filter((ok) => !ok).length;
if (failedChecks > 0) console.log(`${failedChecks} of ${results.length} steps failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failedChecks > 0 || failed > 0 || passed === 0 ? 1 : 0);
