import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  help: string;
  nodes: { target: unknown }[];
}

/** What axe finds wrong in the page, by WCAG 2.2 AA and its best practices: in all, or by rules about colours alone. */
async function findings(page: Page, rules: 'all' | 'colours'): Promise<string[]> {
  // Transitions are over when nothing runs: a colour half-way is no colour of ours.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    for (const animation of ending) animation.finish();
  });
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe);
  const only = rules === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
  const options = JSON.stringify({ resultTypes: ['violations'], ...only });
  const found = await page.evaluate(`axe.run({ exclude: ['steward-demo-panel'] }, ${options})`);
  const { violations } = found as { violations: Finding[] };
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(' ; ')})`,
  );
}

/** How much of the page lies beyond its edge; nothing has to. */
async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Expects that everybody can use what is open, a dialog included: in both themes, wide and narrow. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // A theme is nothing but colours.
      const found = await findings(page, colorScheme === 'light' ? 'all' : 'colours');
      expect.soft(found, `${colorScheme}, ${width} px`).toEqual([]);
    }
    expect.soft(await sidewaysScroll(page), `${width} px`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
