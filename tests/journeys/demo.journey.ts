import type { Page } from '@playwright/test';
import { demoUrl, slashingUrl } from './addresses.ts';
import { expect, logIn, open, openUser, rows, searchBox, test } from './journey.ts';

/** The panel stands in a shadow root, which Playwright's locators see through. */
async function openPanel(page: Page) {
  await page.getByText('Demo', { exact: true }).click();
  return page.getByRole('form', { name: 'Demo controls' });
}

test('a static folder under any path does the main job with no server', async ({ page }) => {
  await open(page, 'ada', '', demoUrl);
  await expect(rows(page)).toHaveCount(50);
  await openUser(page, 'großkreutz', 'Anna-Lena von und zu Großkreutz');

  await page.getByRole('button', { name: 'Block' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();

  await expect(page.getByRole('button', { name: 'Unblock' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Unblock' })).toBeVisible();
});

test('a host that adds a slash to folders shows the login page too', async ({ page }) => {
  await open(page, 'ada', '', slashingUrl);

  await expect(rows(page)).toHaveCount(50);
});

test('a visitor comes in as one of the people under the login form', async ({ page }) => {
  await page.goto(demoUrl);

  await page.getByRole('button', { name: /Aurelio Conti/ }).click();

  await expect(rows(page)).toHaveCount(50);
});

test('resetting the demo undoes every edit', async ({ page }) => {
  await open(page, 'ada', '', demoUrl);
  await openUser(page, 'großkreutz', 'Anna-Lena von und zu Großkreutz');
  await page.getByRole('button', { name: 'Block' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await expect(page.getByRole('button', { name: 'Unblock' })).toBeVisible();

  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Reset demo data' }).click();

  await logIn(page, 'ada');
  await openUser(page, 'großkreutz', 'Anna-Lena von und zu Großkreutz');
  await expect(page.getByRole('button', { name: 'Block', exact: true })).toBeVisible();
});

test('another demo person is one choice away', async ({ page }) => {
  await open(page, 'ada', '', demoUrl);
  await expect(rows(page)).toHaveCount(50);

  const panel = await openPanel(page);
  await panel.getByLabel('Sign in as').selectOption('zoe@soehne.example');

  await expect(page.getByText('9 people', { exact: true })).toBeVisible();
});

test('the size of the organization can be asked for in the address', async ({ page }) => {
  await open(page, 'ada', '?demo=size:5000', demoUrl);

  await expect(page.getByText('4,999 people', { exact: true })).toBeVisible();
});

test('an address can bring a person and troubles along', async ({ page }) => {
  await page.goto(`${demoUrl}?demo=as:zoe@soehne.example,lag:30000`);

  await expect(page.getByText('9 people', { exact: true })).toBeVisible();
  const panel = await openPanel(page);
  await expect(panel.getByLabel('Search is behind by')).toHaveValue('30000');
});

test('a tenant that is down is told, and found again when it is back', async ({ page }) => {
  await open(page, 'ada', '', demoUrl);
  await expect(rows(page)).toHaveCount(50);
  const panel = await openPanel(page);
  await panel.getByLabel('Trouble').selectOption('down');

  await searchBox(page).fill('großkreutz');
  await expect(page.getByRole('alert').getByText('The sign-in service does not answer')).toBeVisible();
  await panel.getByLabel('Trouble').selectOption('none');
  await page.getByRole('button', { name: 'Try again' }).click();

  await expect(rows(page).filter({ hasText: 'Anna-Lena von und zu Großkreutz' })).toBeVisible();
});
