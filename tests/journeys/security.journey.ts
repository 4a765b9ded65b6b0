import { stackUrl } from './addresses.ts';
import { button, expect, inDialog, logIn, open, openTab, openUser, said, test } from './journey.ts';

test('a lost phone is taken off, a recovery code shown once, and what is open ended', async ({
  page,
  elsewhere,
}) => {
  const minh = { name: 'Nguyễn Thị Minh Khai', email: 'minh.khai@acme.example' };
  const turnedAway = elsewhere.getByRole('heading', { name: 'You are not an administrator here' });
  await open(elsewhere, minh.email);
  await expect(turnedAway).toBeVisible();
  await elsewhere.reload();
  await expect(turnedAway).toBeVisible();

  await open(page, 'ada');
  await openUser(page, 'minh.khai', minh.name);
  await openTab(page, 'Sign-in and security');
  await button(page, 'New recovery code').click();
  await inDialog(page, 'Make a new code').click();
  const shown = page.getByRole('dialog').getByText(/^[A-Z0-9]{24}$/);
  const code = await shown.innerText();
  await page.keyboard.press('Escape');
  await inDialog(page, 'Show it again').click();
  await expect(shown).toHaveText(code);
  await inDialog(page, 'Done').click();
  await inDialog(page, 'Yes, close').click();
  await page.reload();
  const factors = page.getByRole('region', { name: 'Second factors and passkeys' });
  await expect(factors).toContainText('Recovery code');
  await expect(page.getByText(code)).toHaveCount(0);

  await button(page, 'Remove “Code from an authenticator app”').click();
  await expect(page.getByRole('dialog')).toContainText(`${minh.name} goes on with Recovery code`);
  await inDialog(page, 'Remove').click();
  await said(page, '“Code from an authenticator app” is removed');
  await expect(factors).not.toContainText('authenticator app');

  await expect(page.getByRole('region', { name: 'Signed in on' })).toContainText('In Steward');
  await button(page, 'End all').click();
  await inDialog(page, 'End all').click();
  await said(page, `All sessions and access of ${minh.name} end within moments`);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('button', { name: 'Continue' })).toBeVisible();

  await logIn(elsewhere, minh.email);
  await expect(turnedAway).toBeVisible();
  await button(page, 'Block').click();
  await inDialog(page, 'Block').click();
  await said(page, `${minh.name} is blocked, and their sessions end within moments`);
  await elsewhere.reload();
  await logIn(elsewhere, minh.email);
  await expect(elsewhere.getByRole('heading', { name: 'Your account is blocked' })).toBeVisible();
  await elsewhere.goto(stackUrl);

  await button(page, 'Unblock').click();
  await inDialog(page, 'Unblock').click();
  await said(page, `${minh.name} is no longer blocked`);
  await logIn(elsewhere, minh.email);
  await expect(turnedAway).toBeVisible();
});

test('a block by an administrator and a pause after wrong passwords are told apart, and ended apart', async ({
  page,
}) => {
  await open(page, 'ada');
  await openUser(page, 'sean', "Seán O'Brien");
  await openTab(page, 'Sign-in and security');
  const state = page.getByRole('region', { name: "Can Seán O'Brien sign in?" });
  await expect(state).toContainText('Paused by the protection against guessing.');
  await expect(state).not.toContainText('Blocked by an administrator.');

  await button(page, 'Block').click();
  await page.getByRole('checkbox', { name: 'Also end open sessions' }).uncheck();
  await inDialog(page, 'Block').click();
  await said(page, "Seán O'Brien is blocked");
  await expect(state).toContainText('Blocked by an administrator.');
  await expect(state).toContainText('Paused by the protection against guessing.');

  await button(page, 'Unblock').click();
  await expect(page.getByRole('dialog')).toContainText('Unblocking alone does not end that pause.');
  await page.getByRole('checkbox', { name: 'Also end the pause' }).uncheck();
  await inDialog(page, 'Unblock').click();
  await said(page, "Seán O'Brien is no longer blocked");
  await expect(state).not.toContainText('Blocked by an administrator.');
  await expect(state).toContainText('Paused by the protection against guessing.');

  await button(page, 'End the pause').click();
  await inDialog(page, 'End the pause').click();
  await said(page, "Seán O'Brien can try again");
  await expect(state).toContainText('Nothing stands in the way of signing in.');
  await page.reload();
  await expect(state).toContainText('Nothing stands in the way of signing in.');
});
