import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { stackUrl } from './addresses.ts';
import {
  button,
  expect,
  inDialog,
  logIn,
  missingPictures,
  open,
  openUser,
  rows,
  said,
  test,
} from './journey.ts';

test.use({ expectedErrors: missingPictures });

const nora = 'nora@northwind.example';

/** The text of the file that a press saves. */
async function savedBy(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await press();
  const file = await saving;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('whoever leaves is listed as leaving until the day, and can be kept', async ({ page, elsewhere }) => {
  const emily = 'Emily Williams';
  await open(page, nora);
  await openUser(page, 'e.williams', emily);
  await page.getByRole('link', { name: 'Remove or delete…' }).click();
  await page.getByRole('radio', { name: 'Delete later' }).check();
  await page.getByLabel('Days until then').fill('0');
  await button(page, 'Go on').click();
  await expect(page.getByLabel('Days until then')).toHaveAccessibleDescription(/Between 1 and 365 days/);
  await page.getByLabel('Days until then').fill('14');
  await button(page, 'Go on').click();
  await expect(page.getByRole('region', { name: 'This will happen' })).toContainText(`${emily} is blocked`);
  await button(page, `Delete ${emily} in 14 days`).click();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await expect(receipt).toContainText(`${emily} will be deleted on`);
  const { text } = await savedBy(page, () => button(page, 'Save as text').click());
  expect(text).toContain('Account blocked: Done');
  expect(text).toContain('Deletion planned: Done');
  await open(elsewhere, 'e.williams@northwind.example');
  await expect(elsewhere.getByRole('heading', { name: 'Your account is blocked' })).toBeVisible();

  await page.getByRole('link', { name: 'Everyone who is leaving' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('link', { name: emily }).click();
  await expect(page.getByText(/^Leaves on /)).toBeVisible();
  await button(page, `Keep ${emily}`).click();
  await inDialog(page, `Keep ${emily}`).click();
  await said(page, `${emily} stays. The account is still blocked.`);
  await expect(page.getByText(/^Leaves on /)).toHaveCount(0);
  await button(page, 'Unblock').click();
  await inDialog(page, 'Unblock').click();
  await said(page, `${emily} is no longer blocked`);
  await elsewhere.goto(stackUrl);
  await logIn(elsewhere, 'e.williams@northwind.example');
  await expect(elsewhere.getByRole('heading', { name: 'You are not an administrator here' })).toBeVisible();
});

test('whoever is deleted now is gone, and a certificate says so', async ({ page, elsewhere }) => {
  const umit = { name: 'Ümit Aydın', email: 'uemit@northwind.example' };
  await open(page, nora);
  await openUser(page, 'uemit', umit.name);
  const address = page.url();
  await page.getByRole('link', { name: 'Remove or delete…' }).click();
  await page.getByRole('radio', { name: 'Delete now' }).check();
  await button(page, 'Go on').click();
  const box = page.getByLabel(`To confirm, type “${umit.email}”`);
  await box.fill('uemit@northwind');
  await button(page, `Delete ${umit.name} now`).click();
  await expect(box).toHaveAccessibleDescription(/That is not the same/);
  await box.fill(umit.email);
  await button(page, `Delete ${umit.name} now`).click();
  await expect(page.getByRole('region', { name: 'Certificate of erasure' })).toContainText(
    `the account of ${umit.name}`,
  );
  const { text } = await savedBy(page, () => button(page, 'Save as JSON').click());
  expect(JSON.parse(text)).toMatchObject({
    way: 'delete-now',
    organization: 'Northwind',
    person: { name: umit.name, email: umit.email },
    by: { name: 'Nora Northwind' },
  });

  await page.getByRole('link', { name: 'Go to all users' }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(rows(page).filter({ hasText: umit.name })).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'There is no such user here' })).toBeVisible();
  await open(elsewhere, umit.email);
  await expect(elsewhere.getByText('Wrong email or password')).toBeVisible();
});

test('all data about a person comes as one file, and nothing of others or of the vendor', async ({
  page,
}) => {
  await open(page, nora);
  await openUser(page, 'henry', 'Henry Fitzgerald');
  await button(page, 'Download all data…').click();

  const { name, text } = await savedBy(page, () => inDialog(page, 'Download').click());

  await expect(page.getByRole('dialog')).toContainText(name);
  expect(name).toMatch(/^data-Henry-Fitzgerald-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(text);
  expect(data).toMatchObject({
    about: { organization: 'Northwind' },
    profile: { name: 'Henry Fitzgerald', email: 'henry@northwind.example' },
    missing: [],
  });
  expect(data.activity.length).toBeGreaterThan(0);
  expect(text).not.toContain('CANARY');
});
