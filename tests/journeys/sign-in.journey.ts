import { stackUrl } from './addresses.ts';
import { expect, logIn, open, person, rows, searchBox, test } from './journey.ts';

test('an administrator signs in and lands on the users of his organization', async ({ page }) => {
  await open(page, 'ada');

  await expect(page).toHaveURL(`${stackUrl}/o/Acme/users`);
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
  await expect(page.getByText('63 people', { exact: true })).toBeVisible();
  await expect(rows(page)).toHaveCount(50);
});

test('a wrong password is told on the login page', async ({ page }) => {
  await page.goto(stackUrl);
  await page.getByLabel('Email or username').fill(person('hanae').email);
  await page.getByLabel('Password').fill('not this one');

  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(page.getByText('Wrong email or password')).toBeVisible();
});

test('a pasted link survives the way through sign-in', async ({ page }) => {
  await open(page, 'ada', '/o/Acme/users?status=blocked&sort=name%3A1');

  await expect(page).toHaveURL(`${stackUrl}/o/Acme/users?status=blocked&sort=name%3A1`);
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
});

test('a reload keeps the admin signed in', async ({ page }) => {
  await open(page, 'otto');
  await expect(rows(page)).toHaveCount(50);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/authorize?')) asked.push(request.url());
  });

  await page.reload();

  await expect(rows(page)).toHaveCount(50);
  await expect(page).toHaveURL(`${stackUrl}/o/Acme/users`);
  expect(asked).toHaveLength(1);
});

test('a token that has expired is renewed without a word', async ({ page }) => {
  await page.clock.install();
  await open(page, 'otto');
  await expect(rows(page)).toHaveCount(50);
  const renewal = page.waitForRequest(
    (request) =>
      request.url().endsWith('/oauth/token') && (request.postData() ?? '').includes('refresh_token'),
  );

  await page.clock.fastForward('26:00:00');
  await searchBox(page).fill('status:blocked');

  await renewal;
  await expect(page.getByText('Boris Former')).toBeVisible();
});

test('signing out ends the session at the tenant too', async ({ page }) => {
  await open(page, 'ada');
  await page.getByRole('button', { name: /Your account/ }).click();

  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await page.goto(`${stackUrl}/o/Acme/users`);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
});

test('a person who is no admin is told so, and can sign in as someone else', async ({ page }) => {
  await open(page, 'paul');
  await expect(page.getByRole('heading', { name: 'You are not an administrator here' })).toBeVisible();

  await page.getByRole('button', { name: 'Sign in as someone else' }).click();
  await logIn(page, 'ada');

  await expect(rows(page)).toHaveCount(50);
});

test('a blocked former administrator is told that he is blocked', async ({ page }) => {
  await open(page, 'boris');

  await expect(page.getByRole('heading', { name: 'Your account is blocked' })).toBeVisible();
});
