import type { Browser, Page } from 'playwright';
import { type Figure, median, withSpread } from './figure.ts';
import { rowSelector, sessionOf, slowCpu } from './slow-browser.ts';
import { siteUrl } from './stack.ts';

const repetitions = 3;
const reachMs = 100;
const listPath = '/o/Globex/users';
/** What a quick typist and a slow one leave between two keys; the slow one's keys meet the rows that arrive. */
const paces = [120, 380];

/** An act of a person, repeated in one page; it ends when its result is drawn. */
const acts: Record<string, (page: Page) => Promise<void>> = {
  async 'typing in search'(page) {
    const box = page.getByRole('textbox', { name: 'Search users' });
    await box.focus();
    for (const pace of paces) {
      await page.keyboard.type('maria', { delay: pace });
      await page.waitForURL(/q=maria/);
      await page.waitForTimeout(500);
      await box.fill('');
      await page.waitForURL((url) => !url.searchParams.has('q'));
      await page.waitForTimeout(1000);
    }
  },
  async 'turning a page of 100 rows'(page) {
    for (let turn = 0; turn < 4; turn += 1) {
      const first = await page.locator(rowSelector).first().getAttribute('data-user-id');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.locator(`${rowSelector}:first-child:not([data-user-id="${first}"])`).waitFor();
      await page.waitForTimeout(300);
    }
  },
  async 'opening a user'(page) {
    for (const row of [1, 4, 7]) {
      await page.locator(rowSelector).nth(row).getByRole('link').click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(500);
      await page.goBack();
      await page.locator(rowSelector).nth(row).waitFor();
      await page.waitForTimeout(300);
    }
  },
};

/**
 * Interaction to next paint: of each load the slowest interaction of a kind, of the loads the median.
 *
 * @see https://web.dev/articles/inp
 */
export async function measureInteractions(browser: Browser): Promise<Figure[]> {
  const session = await sessionOf(browser, 'tamsin', listPath);
  const found = new Map<string, number[][]>(Object.keys(acts).map((name) => [name, []]));
  for (let turn = 0; turn < repetitions; turn += 1) {
    const context = await browser.newContext({ storageState: session });
    const page = await context.newPage();
    await page.addInitScript(markInteractions);
    await page.goto(`${siteUrl}${listPath}?per_page=100`);
    await page.locator(rowSelector).nth(99).waitFor();
    await slowCpu(page);
    for (const [name, act] of Object.entries(acts)) {
      await page.evaluate(() => performance.clearMarks('interaction'));
      await act(page);
      found.get(name)?.push(await durations(page));
    }
    await context.close();
  }
  return [...found].map(([name, loads]) => figureOf(name, loads));
}

function figureOf(name: string, loads: number[][]): Figure {
  const slowest = loads.map((load) => Math.max(...load));
  return {
    what: `${name}, interaction to next paint, 4 × CPU slowdown`,
    measured: `${withSpread(slowest, 'ms', 0)}; half within ${median(loads.flat())}`,
    reach: `≤ ${reachMs} ms`,
    met: median(slowest) <= reachMs,
    values: Object.fromEntries(loads.map((load, index) => [`load ${index + 1}`, load])),
  };
}

/** Milliseconds of each interaction since the marks were cleared, to 8 ms as browsers tell it. */
async function durations(page: Page): Promise<number[]> {
  const marks = await page.evaluate(() =>
    // Our own marks: see markInteractions.
    (performance.getEntriesByName('interaction') as PerformanceMark[]).map(
      ({ detail }): { id: number; ms: number } => detail,
    ),
  );
  const byInteraction = Map.groupBy(marks, ({ id }) => id);
  return [...byInteraction.values()].map((events) => Math.max(...events.map(({ ms }) => ms)));
}

/** Runs in the page: keeps what the browser tells of presses of keys and buttons that took 16 ms or more. */
function markInteractions() {
  const observer = new PerformanceObserver((list) => {
    // The type that was asked for below.
    for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
      if (interactionId) performance.mark('interaction', { detail: { id: interactionId, ms: duration } });
    }
  });
  // TypeScript's DOM does not know the threshold yet.
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
