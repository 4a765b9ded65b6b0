import { expect, open, openUser, rows, setFaults, test } from './journey.ts';

test('a block shows at once on page and list, and stays although search lags', async ({ page }) => {
  await setFaults({ searchLagMs: 600_000 });
  await open(page, 'ada');
  await openUser(page, 'großkreutz', 'Anna-Lena von und zu Großkreutz');
  await page.getByRole('button', { name: 'Block' }).click();
  const dialog = page.getByRole('dialog', { name: 'Block Anna-Lena von und zu Großkreutz?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();

  await dialog.getByRole('button', { name: 'Block' }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Unblock' })).toBeFocused();
  await page.getByRole('link', { name: 'All users' }).click();
  await expect(rows(page).filter({ hasText: 'Anna-Lena von und zu Großkreutz' })).toContainText('Blocked');
  await page.reload();
  await expect(rows(page).filter({ hasText: 'Anna-Lena von und zu Großkreutz' })).toContainText('Blocked');

  await page.getByRole('link', { name: 'Anna-Lena von und zu Großkreutz' }).click();
  await page.getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unblock' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Block', exact: true })).toBeVisible();
  await setFaults({ searchLagMs: 0 });
});

test('an auditor sees no button that he may not press', async ({ page }) => {
  await open(page, 'aurelio');
  await openUser(page, 'null@', 'Null Undefined');

  await expect(page.getByRole('region', { name: 'Profile' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Block' })).toHaveCount(0);
});

test('nobody blocks himself', async ({ page }) => {
  await open(page, 'ada');

  await openUser(page, 'ada@acme.example', 'Ada Whitfield');

  await expect(page.getByText('This is you')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Block' })).toBeDisabled();
});

test('a user of another organization does not exist', async ({ page }) => {
  await open(page, 'ada', '/o/Acme/users/auth0%7C000000000000000000000000');

  await expect(page.getByRole('heading', { name: 'There is no such user here' })).toBeVisible();
});

test('the whole act is done by keyboard alone', async ({ page }) => {
  await open(page, 'ada');
  await expect(rows(page)).toHaveCount(50);

  await page.keyboard.press('/');
  await page.keyboard.type('robert');
  await expect(rows(page)).toHaveCount(1);
  const link = page.getByRole('link', { name: /Robert/ });
  for (let presses = 0; presses < 30; presses += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const block = page.getByRole('button', { name: 'Block' });
  await expect(block).toBeVisible();
  for (let presses = 0; presses < 30; presses += 1) {
    if (await block.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();

  await page.keyboard.press('Escape');

  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(block).toBeFocused();
});
