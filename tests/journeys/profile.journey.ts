import type { Page } from '@playwright/test';
import { button, expect, inDialog, mailedLink, open, openUser, said, searchBox, test } from './journey.ts';

const profile = (page: Page) => page.getByRole('region', { name: 'Profile' });
const field = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label, { exact: true });

test('a profile is edited, also by two at once, and its new email is verified', async ({
  page,
  elsewhere,
}) => {
  await open(page, 'ada');
  await openUser(page, 'suharto', 'Suharto');
  await button(page, 'Edit profile').click();
  await field(page, 'Job title (optional)').fill('Team lead');
  await field(page, 'On call (optional)').selectOption('Yes');
  await field(page, 'First day (optional)').fill('2019-04-01');
  await field(page, 'Desk (optional)').fill('42');
  await field(page, 'Arrangements (optional)').fill('Not on Fridays');
  await page.getByRole('checkbox', { name: 'First aid' }).check();
  await field(page, 'Private email (optional)').fill('suharto@');
  await inDialog(page, 'Save').click();
  await expect(field(page, 'Private email (optional)')).toBeFocused();
  await field(page, 'Private email (optional)').fill('suharto@orbit.example');
  await inDialog(page, 'Save').click();
  await expect(page.getByRole('dialog').getByText('Not one of Orbit’s own addresses.')).toBeVisible();
  await field(page, 'Private email (optional)').fill('suharto@mail.example');
  await inDialog(page, 'Save').click();
  await said(page, 'Saved the profile of Suharto');
  for (const value of ['Team lead', 'Yes', '42', 'Not on Fridays', 'First aid', 'suharto@mail.example']) {
    await expect(profile(page).getByText(value, { exact: true })).toBeVisible();
  }

  await open(elsewhere, 'otto');
  await openUser(elsewhere, 'suharto', 'Suharto');
  await button(elsewhere, 'Edit profile').click();
  await field(elsewhere, 'Job title (optional)').fill('Principal');
  await field(elsewhere, 'Nickname (optional)').fill('Su');
  await expect(field(elsewhere, 'Arrangements (optional)')).toHaveCount(0);
  await button(page, 'Edit profile').click();
  await field(page, 'Job title (optional)').fill('Counsel');
  await field(page, 'Desk (optional)').fill('43');
  await inDialog(page, 'Save').click();
  await said(page, 'Saved the profile of Suharto');
  await inDialog(elsewhere, 'Save').click();
  await expect(elsewhere.getByRole('dialog').getByRole('alert')).toContainText(
    'Someone else has changed this',
  );
  await expect(elsewhere.getByRole('radio', { name: 'Take theirs: Counsel' })).toBeVisible();
  await elsewhere.getByRole('radio', { name: 'Keep mine: Principal' }).check();
  await expect(field(elsewhere, 'Nickname (optional)')).toHaveValue('Su');
  await expect(field(elsewhere, 'Desk (optional)')).toHaveValue('43');
  await inDialog(elsewhere, 'Save').click();
  await said(elsewhere, 'Saved the profile of Suharto');
  await page.reload();
  for (const value of ['Principal', 'Su', '43', 'Not on Fridays']) {
    await expect(profile(page).getByText(value, { exact: true })).toBeVisible();
  }

  const address = 'suharto.new@acme.example';
  await button(page, 'Change email').click();
  await field(page, 'New email').fill('jane.doe@acme.example');
  await inDialog(page, 'Change email').click();
  await expect(
    page.getByRole('dialog').getByText('Another member of your organization has this already.'),
  ).toBeVisible();
  await field(page, 'New email').fill(address);
  await inDialog(page, 'Change email').click();
  await said(page, `The email is now ${address}.`);
  await expect(profile(page)).toContainText('Not verified');
  await elsewhere.goto(await mailedLink(address));
  await expect(elsewhere.getByRole('heading', { name: 'Your email is verified' })).toBeVisible();
  await page.reload();
  await expect(profile(page).getByText('Verified', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'All users' }).click();
  await searchBox(page).fill(address);
  await expect(page.getByRole('link', { name: 'Suharto' })).toBeVisible();
});
