import { stackUrl } from './addresses.ts';
import { button, choosePassword, expect, inDialog, logIn, open, openTab, openUser, test } from './journey.ts';

test('a temporary password opens nothing but the way to an own one', async ({ page, elsewhere }) => {
  const ludwig = 'ludwig+tag.one+tag.two@acme.example';
  await open(page, 'ada');
  await openUser(page, 'ludwig', 'Ludwig van der Beek');
  await openTab(page, 'Sign-in and security');
  await button(page, 'Set a temporary password').click();
  const dialog = page.getByRole('dialog');
  const password = dialog.getByLabel('Temporary password', { exact: true });
  await password.fill('password');
  await inDialog(page, 'Set the password').click();
  await expect(dialog.getByLabel('Why?')).toHaveAccessibleDescription(/Say why you do this/);
  await dialog.getByLabel('Why?').fill('He stands at the desk without his phone');
  await inDialog(page, 'Set the password').click();
  await expect(password).toHaveAccessibleDescription(/Use 3 of these: lower-case letters/);

  await inDialog(page, 'Make one up').click();
  const given = await password.inputValue();
  await inDialog(page, 'Set the password').click();
  await expect(dialog.getByText(given)).toBeVisible();
  await inDialog(page, 'Done').click();
  await inDialog(page, 'Yes, close').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(given)).toHaveCount(0);
  await expect(page.getByRole('main').getByText('Temporary password', { exact: true })).toBeVisible();

  await elsewhere.goto(stackUrl);
  await logIn(elsewhere, ludwig);
  await expect(elsewhere.getByText('Wrong email or password')).toBeVisible();
  await logIn(elsewhere, ludwig, given);
  await expect(elsewhere.getByRole('heading', { name: 'Choose your password' })).toBeVisible();
  await elsewhere.goto(stackUrl);
  await expect(elsewhere.getByRole('heading', { name: 'Choose your password' })).toBeVisible();
  await choosePassword(elsewhere, 'Quiet-harbour-27');
  await expect(elsewhere.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
  await elsewhere.goto(stackUrl);
  await logIn(elsewhere, ludwig, 'Quiet-harbour-27');
  await expect(elsewhere.getByRole('heading', { name: 'You are not an administrator here' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('region', { name: 'Password' })).toBeVisible();
  await expect(page.getByText('Temporary password', { exact: true })).toHaveCount(0);
});
