import { button, expect, inDialog, missingPictures, open, openTab, openUser, said, test } from './journey.ts';

test.use({ expectedErrors: missingPictures });

test('what somebody did is filtered, timed, looked into and followed back', async ({ page }) => {
  await open(page, 'nora@northwind.example');
  await openUser(page, 'a.maekelae', 'Æsa Mäkelä');
  await openTab(page, 'Activity');
  const activity = page.getByRole('region', { name: 'Activity', exact: true });
  const entries = activity.getByRole('listitem');
  await expect(entries).toHaveCount(50);
  await button(page, 'Show older entries').click();
  await expect(activity).toContainText('There are no older entries.');
  expect(await entries.count()).toBeGreaterThan(50);

  await openTab(page, 'Sign-in and security');
  await button(page, 'Send a password mail').click();
  await inDialog(page, 'Send the mail').click();
  await said(page, 'A mail to choose a new password is on its way');
  await openTab(page, 'Activity');
  await page.getByLabel('What').selectOption('Passwords');
  const newest = entries.filter({ hasText: 'Asked for a new password' }).first();
  await expect(newest).toBeVisible();
  await expect(page).toHaveURL(/group=password/);
  await newest.getByText('Details', { exact: true }).click();
  await expect(newest.getByText('scpr', { exact: true })).toBeVisible();
  await expect(newest.getByRole('button', { name: 'Copy the log ID' })).toBeVisible();

  const shown = newest.getByRole('time').first();
  const moment = new Date((await shown.getAttribute('datetime')) ?? '');
  const inTokyo = moment.toLocaleTimeString('en-US', { timeZone: 'Asia/Tokyo', timeStyle: 'short' });
  await page.getByLabel('Times in').selectOption('Asia/Tokyo');
  await expect(shown).toContainText(inTokyo);
  await page.reload();
  await expect(page.getByLabel('Times in')).toHaveValue('Asia/Tokyo');
  await expect(shown).toContainText(inTokyo);

  await page.getByLabel('To', { exact: true }).fill('2001-01-01');
  await expect(activity).toContainText('Nothing fits these filters');
  await button(page, 'Clear filters').click();
  await expect(entries).toHaveCount(50);
});
