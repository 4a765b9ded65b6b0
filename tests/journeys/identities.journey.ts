import { stackUrl } from './addresses.ts';
import {
  button,
  expect,
  inDialog,
  missingPictures,
  open,
  openTab,
  openUser,
  rows,
  said,
  searchBox,
  test,
} from './journey.ts';

test.use({ expectedErrors: missingPictures });

test('two accounts of one person become one after a look at what is lost, and two again', async ({
  page,
}) => {
  await open(page, 'nora@northwind.example');
  await openUser(page, 'y.shcherbakova', 'Юрий Щербакова');
  await openTab(page, 'Sign-in and security');
  await button(page, 'Link a second account').click();
  await page.getByLabel('Find the second account').fill('d.shcherbakova');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Дмитрий Щербакова/ })
    .click();
  const preview = page.getByRole('dialog', { name: 'Link Дмитрий Щербакова to Юрий Щербакова?' });
  await expect(preview).toContainText('Department: Legal & Compliance');
  await expect(preview).toContainText('The account of Дмитрий Щербакова is no longer listed on its own.');
  await expect(preview).not.toContainText('CANARY');
  await expect(inDialog(page, 'Cancel')).toBeFocused();
  await inDialog(page, 'Link the accounts').click();
  await said(page, 'Both accounts are linked');
  const ways = page.getByRole('region', { name: 'Ways to sign in' });
  await expect(ways.getByRole('listitem')).toHaveCount(2);
  await expect(ways).toContainText('d.shcherbakova@northwind.example');

  await page.getByRole('link', { name: 'All users' }).click();
  await searchBox(page).fill('Щербакова');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Юрий Щербакова' }).click();
  await openTab(page, 'Sign-in and security');
  await button(page, 'Unlink Email and password').click();
  await expect(page.getByRole('dialog')).toContainText('It becomes an account of its own in Northwind');
  await inDialog(page, 'Unlink').click();
  await said(page, 'Email and password is an account of its own now');
  await expect(ways.getByRole('listitem')).toHaveCount(1);
  await expect(async () => {
    await page.goto(`${stackUrl}/o/Northwind/users?q=shcherbakova`);
    await expect(rows(page)).toHaveCount(2, { timeout: 3000 });
  }).toPass();
});
