import type { Locator, Page } from '@playwright/test';
import { demoUrl } from './addresses.ts';
import { button, expect, inDialog, open, rows, said, test } from './journey.ts';

/** Goes on by Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('one act of each part of a page is done by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'ada', '', demoUrl);
  await expect(rows(page)).toHaveCount(50);
  await page.keyboard.press('/');
  await page.keyboard.type('ludwig');
  await expect(rows(page)).toHaveCount(1);
  await enter(page, link(page, 'Ludwig van der Beek'));

  await enter(page, button(page, 'Edit profile'));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await tabTo(page, dialog.getByLabel('Nickname (optional)'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Lou');
  await page.keyboard.press('Enter');
  await said(page, 'Saved the profile of Ludwig van der Beek');
  await expect(button(page, 'Edit profile')).toBeFocused();

  await enter(page, link(page, 'Sign-in and security'));
  await enter(page, button(page, 'End all'));
  await expect(inDialog(page, 'Cancel')).toBeFocused();
  await enter(page, inDialog(page, 'End all'));
  await said(page, 'All sessions and access of Ludwig van der Beek end');

  await enter(page, link(page, 'Roles'));
  await tabTo(page, page.getByRole('checkbox', { name: 'Billing viewer' }));
  await page.keyboard.press('Space');
  await enter(page, button(page, 'Review and save'));
  await enter(page, inDialog(page, 'Save'));
  await said(page, 'The roles of Ludwig van der Beek are changed');

  await enter(page, link(page, 'Activity'));
  const details = page.getByText('Details', { exact: true }).first();
  await enter(page, details);
  await expect(page.getByText('Log ID').first()).toBeVisible();

  await enter(page, link(page, 'Profile'));
  await enter(page, link(page, 'Remove or delete…'));
  await tabTo(page, page.getByRole('radio', { name: 'Delete later' }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'Remove from Acme' })).toBeChecked();
  await enter(page, button(page, 'Go on'));
  await enter(page, button(page, 'Remove Ludwig van der Beek'));
  await expect(page.getByRole('heading', { name: 'Receipt' })).toBeFocused();
  await enter(page, link(page, 'Go to all users'));
  await expect(rows(page).first()).toBeVisible();
  await expect(link(page, 'Ludwig van der Beek')).toHaveCount(0);
});
