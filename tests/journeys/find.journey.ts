import { expect, missingPictures, names, open, rows, searchBox, shownRange, test } from './journey.ts';

test('people are found by a part of their name or email', async ({ page }) => {
  await open(page, 'ada');

  await searchBox(page).fill('großk');

  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Anna-Lena von und zu Großkreutz');
  await expect(page).toHaveURL(/\?q=gro/);
});

test('a search by fields finds what it says', async ({ page }) => {
  await open(page, 'ada');

  await searchBox(page).fill('(email:jane* OR name:"Null Undefined") AND NOT status:blocked');

  await expect(rows(page).filter({ hasText: 'Null Undefined' })).toHaveCount(1);
  await expect(rows(page).filter({ hasText: 'jane' }).first()).toBeVisible();
});

test('a wrong search is pointed at, and the list stays', async ({ page }) => {
  await open(page, 'ada');
  await expect(rows(page)).toHaveCount(50);

  await searchBox(page).fill('status:asleep');

  await expect(searchBox(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('mark')).toHaveText('asleep');
});

test('nobody found says what to do', async ({ page }) => {
  await open(page, 'ada');
  await searchBox(page).fill('nobody-is-called-this');
  await expect(page.getByText('Nobody matches nobody-is-called-this')).toBeVisible();

  await page.getByRole('main').getByRole('button', { name: 'Clear the search' }).last().click();

  await expect(rows(page)).toHaveCount(50);
});

test('filter, order and page are in the address: reload, back and a pasted link show the same', async ({
  page,
  context,
}) => {
  await open(page, 'ada');
  await page.getByLabel('Rows per page').selectOption('25');
  await page.getByRole('columnheader').getByRole('button', { name: 'Name' }).click();
  await expect(shownRange(page)).toContainText('1–25 of 63');
  // Until then these are the rows of the order before.
  await expect(page.getByRole('table')).toHaveAttribute('aria-busy', 'false');

  await page.getByRole('button', { name: 'Next' }).click();
  await expect(shownRange(page)).toContainText('26–50 of 63');
  const second = await names(page);

  await page.reload();
  await expect(shownRange(page)).toContainText('26–50 of 63');
  expect(await names(page)).toEqual(second);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(shownRange(other)).toContainText('26–50 of 63');
  expect(await names(other)).toEqual(second);

  await page.goBack();
  await expect(shownRange(page)).toContainText('1–25 of 63');
});

test.describe('among people with pictures, offline', () => {
  test.use({ expectedErrors: missingPictures });

  test('a list of more than 1,000 is browsed to its end and back', async ({ page }) => {
    await open(page, 'tamsin', '/o/Globex/users?per_page=100');
    const next = page.getByRole('button', { name: 'Next' });
    for (let first = 1; first <= 1101; first += 100) {
      await expect(shownRange(page)).toContainText(`${first.toLocaleString('en')}–`);
      await next.click();
    }
    await expect(shownRange(page)).toContainText('1,201–1,300 of 1,300');
    await expect(next).toBeDisabled();

    await page.getByRole('button', { name: 'Previous' }).click();

    await expect(shownRange(page)).toContainText('1,101–1,200 of 1,300');
  });
});

test('an admin of two organizations sees one at a time', async ({ page }) => {
  await open(page, 'tamsin', '/o/Acme/users');
  await expect(page.getByText('63 people', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: /Organization: Acme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Globex' }).click();

  await expect(page).toHaveURL(/\/o\/Globex\/users$/);
  await expect(page.getByText('1,300 people', { exact: true })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Ada Whitfield' })).toHaveCount(0);
});

test('an organization with a difficult name has its own people and nobody else', async ({ page }) => {
  await open(page, 'zoe');

  await expect(page.getByText('9 people', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('9 people', { exact: true })).toBeVisible();
});
