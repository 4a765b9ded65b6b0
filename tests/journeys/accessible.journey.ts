import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { stackUrl } from './addresses.ts';
import { expect, open, openUser, rows, searchBox, test } from './journey.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  help: string;
  nodes: { target: unknown }[];
}

/** What axe finds wrong in the page, by WCAG 2.2 AA and its best practices. */
async function findings(page: Page): Promise<string[]> {
  // Transitions are over when nothing runs: a colour half-way is no colour of ours.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    for (const animation of ending) animation.finish();
  });
  const found = await page.evaluate(`${axe}; axe.run({ exclude: ['steward-demo-panel'] })`);
  const { violations } = found as { violations: Finding[] };
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(' ; ')})`,
  );
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 320]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('the activity log, with details and without a match', async ({ page }) => {
        await open(page, 'ada');
        await page.getByRole('link', { name: 'Activity log' }).click();
        const details = page.getByRole('button', { name: /^Details: / }).first();
        await details.click();
        await expect(details).toHaveAttribute('aria-expanded', 'true');
        expect(await findings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);

        await page.getByRole('button', { name: 'Download' }).click();
        await expect(page.getByRole('menu')).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');

        await page.getByLabel('To', { exact: true }).fill('2001-01-01');
        await expect(page.getByText('Nothing fits these filters')).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });

      test('the list, its help and an empty answer', async ({ page }) => {
        await page.goto(stackUrl);
        await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
        expect(await findings(page)).toEqual([]);

        await open(page, 'ada');
        await expect(rows(page).first()).toBeVisible();
        expect(await findings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);

        await page.getByRole('button', { name: 'How to search' }).click();
        await expect(page.getByText('Type a name, an email address')).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');

        await page.getByRole('button', { name: /Your account/ }).click();
        await expect(page.getByRole('menu')).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');

        await searchBox(page).fill('nobody-is-called-this');
        await expect(page.getByText('Nobody matches nobody-is-called-this')).toBeVisible();
        expect(await findings(page)).toEqual([]);

        await searchBox(page).fill('status:asleep');
        await expect(page.locator('mark')).toBeVisible();
        expect(await findings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      });

      test('a user, his block dialog, and nobody', async ({ page }) => {
        await open(page, 'ada');
        await openUser(page, 'locked@', 'Lock Ed');
        await expect(page.getByRole('heading', { name: 'Last sign-ins' })).toBeVisible();
        expect(await findings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);

        await page.getByRole('button', { name: 'Block' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findings(page)).toEqual([]);

        await page.goto(`${stackUrl}/o/Acme/users/auth0%7Cnobody`);
        await expect(page.getByRole('heading', { name: 'There is no such user here' })).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });

      test('someone who is no admin', async ({ page }) => {
        await open(page, 'paul');
        await expect(page.getByRole('heading', { name: 'You are not an administrator here' })).toBeVisible();

        expect(await findings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      });
    });
  }
}
