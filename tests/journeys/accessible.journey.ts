import { stackUrl } from './addresses.ts';
import { expectAccessible } from './axe.ts';
import { expect, open, openUser, rows, searchBox, test } from './journey.ts';

test.describe.configure({ timeout: 120_000 });

test('the activity log, with details and without a match', async ({ page }) => {
  await open(page, 'ada');
  await page.getByRole('link', { name: 'Activity log' }).click();
  const details = page.getByRole('button', { name: /^Details: / }).first();
  await details.click();
  await expect(details).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByLabel('To', { exact: true }).fill('2001-01-01');
  await expect(page.getByText('Nothing fits these filters')).toBeVisible();
  await expectAccessible(page);
});

test('the list, its help and an empty answer', async ({ page }) => {
  await page.goto(stackUrl);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await expectAccessible(page);

  await open(page, 'ada');
  await expect(rows(page).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'How to search' }).click();
  await expect(page.getByText('Type a name, an email address')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /Your account/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await searchBox(page).fill('nobody-is-called-this');
  await expect(page.getByText('Nobody matches nobody-is-called-this')).toBeVisible();
  await expectAccessible(page);

  await searchBox(page).fill('status:asleep');
  await expect(page.locator('mark')).toBeVisible();
  await expectAccessible(page);
});

test('a user, his block dialog, and nobody', async ({ page }) => {
  await open(page, 'ada');
  await openUser(page, 'locked@', 'Lock Ed');
  await expect(page.getByRole('region', { name: 'Profile' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Block' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${stackUrl}/o/Acme/users/auth0%7Cnobody`);
  await expect(page.getByRole('heading', { name: 'There is no such user here' })).toBeVisible();
  await expectAccessible(page);
});

test('someone who is no admin', async ({ page }) => {
  await open(page, 'paul');
  await expect(page.getByRole('heading', { name: 'You are not an administrator here' })).toBeVisible();

  await expectAccessible(page);
});
