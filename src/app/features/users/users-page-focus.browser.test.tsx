import { expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { person, searchBox, startUsersScreen, usersList } from '#tests/support/users-screen.ts';

it('keeps what failed while the list is tried again, and then takes the focus to the list', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let isDown = true;
  const { open } = await startUsersScreen({
    between: async (request, pass) => {
      if (!request.url.includes('/api/v2/users?')) return pass(request);
      if (isDown) return Response.json({ statusCode: 400, errorCode: 'broken' }, { status: 400 });
      await released;
      return pass(request);
    },
  });
  open();
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect.element(retry).toBeVisible();

  isDown = false;
  await retry.click();

  await expect.element(retry).toHaveAttribute('aria-busy', 'true');
  release();
  await expect.element(person('Ada Admin')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Users' })).toHaveFocus();
});

it('keeps the focus near when the button that has it goes away', async () => {
  const { open } = await startUsersScreen();
  open(`${usersList}?status=blocked`);

  await page.getByRole('button', { name: 'Clear the filters' }).click();

  await expect.element(person('Ada Admin')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Users' })).toHaveFocus();
});

it('leads to the user from anywhere in his row and back to the same list', async () => {
  const { addMember, open } = await startUsersScreen();
  addMember('Jane Abel');
  open(`${usersList}?q=jane`);

  await page
    .getByRole('row', { name: /Jane Abel/ })
    .getByText('Never', { exact: true })
    .click();

  await expect.element(page.getByRole('heading', { name: 'Jane Abel' })).toBeVisible();
  history.back();
  await expect.element(searchBox).toHaveValue('jane');
  await expect.element(person('Jane Abel')).toHaveFocus();
});

it('comes back to a row far down where it was left', async () => {
  const { addMember, open } = await startUsersScreen();
  for (let number = 10; number < 60; number += 1) addMember(`Member ${number}`);
  open(`${usersList}?sort=name%3A1`);
  const far = person('Member 52');
  await far.click();
  await expect.element(page.getByRole('heading', { name: 'Member 52' })).toBeVisible();

  history.back();

  await expect.element(far).toHaveFocus();
  await expect.element(far).toBeInViewport();
});

it('stays at the row that was left when somebody else comes first meanwhile', async () => {
  const { addMember, open } = await startUsersScreen();
  for (let number = 10; number < 60; number += 1) addMember(`Member ${number}`);
  open(`${usersList}?sort=name%3A1`);
  const far = person('Member 52');
  await far.click();
  await expect.element(page.getByRole('heading', { name: 'Member 52' })).toBeVisible();
  addMember('Aaron New');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());

  history.back();

  await expect.element(person('Aaron New')).toBeInTheDocument();
  await expect.element(far).toHaveFocus();
  await expect.element(far).toBeInViewport();
});

it('takes / to the search box, but not while someone types', async () => {
  const { open } = await startUsersScreen();
  open();
  await expect.element(person('Ada Admin')).toBeVisible();

  await userEvent.keyboard('/');
  await expect.element(searchBox).toHaveFocus();
  await userEvent.keyboard('a/b');

  await expect.element(searchBox).toHaveValue('a/b');
});

it('tries an example of the help', async () => {
  const { open } = await startUsersScreen();
  open();
  await page.getByRole('button', { name: 'How to search' }).click();

  await page.getByRole('button', { name: /^email:jane\*/ }).click();

  await expect.element(searchBox).toHaveValue('email:jane*');
  await expect.element(searchBox).toHaveFocus();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
