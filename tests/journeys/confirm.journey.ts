import { demoUrl } from './addresses.ts';
import { expect, open, openUser, person, test } from './journey.ts';

test('an admin who has signed in long ago confirms that it is he, and goes on where he was', async ({
  page,
}) => {
  await page.clock.install();
  await open(page, 'ada', '', demoUrl);
  await openUser(page, 'großkreutz', 'Anna-Lena von und zu Großkreutz');
  await page.getByRole('link', { name: 'Sign-in and security' }).click();
  await page.clock.fastForward('01:00:00');
  await page.getByRole('button', { name: 'Set a temporary password' }).click();
  const dialog = page.getByRole('dialog', { name: /Set a temporary password/ });
  await dialog.getByLabel('Temporary password', { exact: true }).fill('Correct-horse-9');
  await dialog.getByLabel('Why?').fill('She is at the desk');
  await dialog.getByRole('button', { name: 'Set the password' }).click();
  const address = page.url();

  await page.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.getByLabel('Email or username')).toHaveValue(person('ada').email);
  await page.getByLabel('Password').fill(person('ada').password);
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(page).toHaveURL(address);
  await expect(dialog.getByLabel('Why?')).toHaveValue('She is at the desk');
  const password = dialog.getByLabel('Temporary password', { exact: true });
  await expect(password).toHaveValue('');
  await password.fill('Correct-horse-9');
  await dialog.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('dialog').getByText('Correct-horse-9')).toBeVisible();
});
