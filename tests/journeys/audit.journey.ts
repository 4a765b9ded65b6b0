import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { demoUrl } from './addresses.ts';
import { expect, logIn, open, test } from './journey.ts';

/** The log as the person sees it who has just signed in. */
async function seesOwnSignIn(page: Page) {
  await page.getByRole('link', { name: 'Activity log' }).click();
  const log = page.getByRole('table', { name: 'Activity' });
  const row = log.getByRole('row', { name: /Signed in/ }).first();
  await expect(row).toContainText('Done');
  await row.getByRole('button', { name: /^Details: Signed in/ }).click();
  await expect(log.getByText('Auditor').first()).toBeVisible();
}

async function saves(page: Page): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('an auditor sees his sign-in in the activity log and takes it along', async ({ page }) => {
  await open(page, 'aurelio');

  await seesOwnSignIn(page);
  const { name, text } = await saves(page);

  expect(name).toMatch(/^activity-acme-\d{4}-\d\d-\d\d\.csv$/);
  expect(text).toMatch(/^\ufeffat,actor_id,actor_name/);
  expect(text).toContain(',signIn,');
});

test('the activity log of the demo lives through a reload', async ({ page }) => {
  await page.goto(demoUrl);
  await logIn(page, 'aurelio');

  await seesOwnSignIn(page);
  await page.reload();

  await expect(page.getByRole('row', { name: /Signed in/ }).first()).toBeVisible();
  const { text } = await saves(page);
  expect(text).toContain(',signIn,');
});
