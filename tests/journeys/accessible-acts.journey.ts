import type { Page } from '@playwright/test';
import { demoUrl } from './addresses.ts';
import { expectAccessible } from './axe.ts';
import { button, expect, inDialog, open, openTab, openUser, rows, searchBox, test } from './journey.ts';

// In the demo each browser has a tenant of its own, so that nothing here comes into anybody's way.
test.describe.configure({ timeout: 120_000 });

/** Looks at the dialog that a button opens, and closes it. */
async function look(page: Page, name: string): Promise<void> {
  await button(page, name).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function openJane(page: Page): Promise<void> {
  await open(page, 'ada', '', demoUrl);
  await searchBox(page).fill('email:jane.doe@acme.example');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('link', { name: 'Jane Doe', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Profile' })).toBeVisible();
}

test('everybody can add people and look after invitations', async ({ page }) => {
  await open(page, 'ada', '', demoUrl);
  await page.getByRole('link', { name: 'Add people' }).click();
  await expect(page.getByRole('region', { name: 'Account' })).toBeVisible();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByLabel('Email', { exact: true })).toBeFocused();
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'Temporary password' }).check();
  await page.getByLabel('Temporary password', { exact: true }).last().fill('short');
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'Invite by email' }).check();
  await page.getByLabel('Email', { exact: true }).fill('suharto@acme.example');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Suharto is already a member' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Change what you entered' }).click();
  await page.getByLabel('Email', { exact: true }).fill('frieda.fresh@acme.example');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'We’ve taken your request to invite' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'See invitations' }).click();
  await expect(page.getByText('frieda.fresh@acme.example')).toBeVisible();
  await expectAccessible(page);
  await look(page, 'Send again to frieda.fresh@acme.example');
  await look(page, 'Withdraw the invitation of frieda.fresh@acme.example');
});

test('everybody can look after a profile', async ({ page }) => {
  await openJane(page);
  await expectAccessible(page);
  await look(page, 'Change email');
  await look(page, 'Download all data…');

  await button(page, 'Edit profile').click();
  await page.getByLabel('Private email (optional)').fill('jane@');
  await page.getByLabel('Extension (optional)').fill('x');
  await inDialog(page, 'Save').click();
  await expect(page.getByLabel('Extension (optional)')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Throw away what you have entered?' })).toBeVisible();
  await expectAccessible(page);
});

test('everybody can look after how somebody signs in', async ({ page }) => {
  await openJane(page);
  await openTab(page, 'Sign-in and security');
  await expect(
    page.getByRole('region', { name: 'Signed in on' }).getByRole('listitem').first(),
  ).toBeVisible();
  await expectAccessible(page);
  const acts = [
    ...['Send a password mail', 'Remove “Passkey”', 'Remove all', 'Forget browsers', 'End all', 'Block'],
  ];
  for (const act of acts) await look(page, act);

  await button(page, 'Set a temporary password').click();
  await page.getByLabel('Temporary password', { exact: true }).fill('short');
  await inDialog(page, 'Set the password').click();
  await expect(page.getByLabel('Why?')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await inDialog(page, 'Throw away').click();

  await button(page, 'New recovery code').click();
  await inDialog(page, 'Make a new code').click();
  await expect(page.getByRole('dialog', { name: 'The recovery code of Jane Doe' })).toBeVisible();
  await expectAccessible(page);
  await inDialog(page, 'Done').click();
  await inDialog(page, 'Yes, close').click();

  await button(page, 'Link a second account').click();
  await page.getByLabel('Find the second account').fill('suharto');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Suharto/ })
    .click();
  await expect(page.getByText('Lost for good')).toBeVisible();
  await expectAccessible(page);
  await inDialog(page, 'Choose another').click();
  await expect(page.getByRole('dialog').getByText('One person found')).toBeVisible();
  await expectAccessible(page);
});

test('everybody can tell what stands in the way of signing in', async ({ page }) => {
  await open(page, 'ada', '', demoUrl);
  await openUser(page, 'locked@', 'Lock Ed');
  await openTab(page, 'Sign-in and security');
  await expect(button(page, 'End the pause')).toBeVisible();
  await expectAccessible(page);
  await look(page, 'End the pause');
  await look(page, 'Send a mail to verify it');
});

test('everybody can look after roles and activity', async ({ page }) => {
  await openJane(page);
  await openTab(page, 'Roles');
  await page.getByRole('checkbox', { name: 'Auditor' }).check();
  await expectAccessible(page);
  await look(page, 'Review and save');

  await openTab(page, 'Activity');
  const entry = page.getByRole('region', { name: 'Activity', exact: true }).getByRole('listitem').first();
  await entry.getByText('Details', { exact: true }).click();
  await expect(entry.getByText('Log ID')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('To', { exact: true }).fill('2001-01-01');
  await expect(page.getByText('Nothing fits these filters')).toBeVisible();
  await expectAccessible(page);
});

test('everybody can see a person out', async ({ page }) => {
  await openJane(page);
  await page.getByRole('link', { name: 'Remove or delete…' }).click();
  await page.getByLabel('Days until then').fill('0');
  await button(page, 'Go on').click();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Delete now' }).check();
  await button(page, 'Go on').click();
  await button(page, 'Delete Jane Doe now').click();
  await expectAccessible(page);

  await button(page, 'Back').click();
  await page.getByRole('radio', { name: 'Delete later' }).check();
  await page.getByLabel('Days until then').fill('7');
  await button(page, 'Go on').click();
  await button(page, 'Delete Jane Doe in 7 days').click();
  await expect(page.getByRole('region', { name: 'Receipt' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Everyone who is leaving' }).click();
  // The tenant's search lags behind.
  await expect(async () => {
    await page.reload();
    await expect(rows(page)).toHaveCount(2, { timeout: 2000 });
  }).toPass();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Jane Doe' }).click();
  await expect(button(page, 'Keep Jane Doe')).toBeVisible();
  await expectAccessible(page);
  await look(page, 'Keep Jane Doe');
});
