import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rememberUser } from '#app/lib/user-queries.ts';
import { organizationId } from '#contract/me.ts';
import { userDetail } from '#contract/user-detail.ts';
import { getUser } from '#contract/user-routes.ts';
import { namesShown, person, searchBox, startUsersScreen, usersList } from '#tests/support/users-screen.ts';

const acme = organizationId.parse('Acme');
const range = (words: string) => page.getByRole('navigation', { name: 'Pages' }).getByText(words);
const address = () => expect.poll(() => location.hash);

it('keeps search, filter and order in the address, which shows the same again', async () => {
  const { addMember, open } = await startUsersScreen();
  for (const name of ['Jane Abel', 'Jane Zimmer', 'John Abel']) addMember(name, { blocked: true });
  addMember('Jane Free');
  open();

  await searchBox.fill('jane');
  await address().toContain('q=jane');
  await page.getByRole('combobox', { name: 'Status' }).selectOptions('Blocked');
  await page.getByRole('button', { name: 'Name', exact: true }).click();

  await namesShown().toEqual(['Jane Abel', 'Jane Zimmer']);
  await address().toBe(`#${usersList}?q=jane&status=blocked&sort=name%3A1`);
  open(location.hash.slice(1));
  await expect.element(searchBox).toHaveValue('jane');
  await namesShown().toEqual(['Jane Abel', 'Jane Zimmer']);
});

it('goes back to the list before the search by one step', async () => {
  const { addMember, open } = await startUsersScreen();
  addMember('Jane Abel');
  open();
  await namesShown().toContain('Jane Abel');

  await searchBox.fill('nob');
  await address().toContain('q=nob');
  await searchBox.fill('nobody');
  await address().toContain('q=nobody');
  history.back();

  await address().toBe(`#${usersList}`);
  await expect.element(searchBox).toHaveValue('');
  await expect.element(person('Jane Abel')).toBeVisible();
});

it('says by which column and in which direction it is sorted', async () => {
  const { open } = await startUsersScreen();
  open();
  const header = page.getByRole('columnheader', { name: 'Last sign-in' });
  await expect
    .element(page.getByRole('columnheader', { name: 'Created' }))
    .toHaveAttribute('aria-sort', 'descending');

  await header.getByRole('button').click();
  await expect.element(header).toHaveAttribute('aria-sort', 'descending');
  await header.getByRole('button').click();

  await expect.element(header).toHaveAttribute('aria-sort', 'ascending');
  await expect.element(page.getByRole('columnheader', { name: 'Created' })).not.toHaveAttribute('aria-sort');
});

it('marks what is wrong with a search and keeps the rows meanwhile', async () => {
  const { open } = await startUsersScreen();
  open();
  await expect.element(person('Ada Admin')).toBeVisible();

  await searchBox.fill('ada AND colour:red');

  await expect.element(searchBox).toHaveAccessibleDescription(/There is no field “colour”/);
  await expect.element(searchBox).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => document.querySelector('mark')?.textContent).toBe('colour');
  await expect.element(person('Ada Admin')).toBeVisible();
});

it('takes the mark away as soon as the search is changed', async () => {
  const { open } = await startUsersScreen();
  open(`${usersList}?q=colour%3Ared`);
  await expect.element(searchBox).toHaveAttribute('aria-invalid', 'true');

  await userEvent.type(searchBox, 'x');

  await expect.element(searchBox).not.toHaveAttribute('aria-invalid');
});

it('shows a blocked user in his row at once', async () => {
  const { addMember, open, admin } = await startUsersScreen();
  const jane = addMember('Jane Abel');
  const { queries } = open();
  await expect.element(person('Jane Abel')).toBeVisible();
  const response = await admin.call(getUser, { params: { userId: jane.user_id } });
  const { user } = userDetail.parse(await response.json());

  rememberUser(queries, acme, { ...user, blocked: true });

  await expect.element(page.getByRole('row', { name: /Jane Abel/ }).getByText('Blocked')).toBeVisible();
});

it('ignores the answer to an earlier search that comes late', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { addMember, open } = await startUsersScreen({
    between: async (request, pass) => {
      if (request.url.includes('slow')) await released;
      return pass(request);
    },
  });
  addMember('Slow Sloth');
  addMember('Fast Falcon');
  open();

  await searchBox.fill('slow');
  await address().toContain('q=slow');
  await searchBox.fill('fast');
  await namesShown().toEqual(['Fast Falcon']);
  release();

  await namesShown().toEqual(['Fast Falcon']);
  await expect.element(page.getByText('1 person found').first()).toBeVisible();
});

it('begins at the first page when the order changes', async () => {
  const { addMember, open } = await startUsersScreen();
  for (let number = 10; number < 40; number += 1) addMember(`Person ${number}`);
  open(`${usersList}?per_page=25&sort=name%3A1`);
  await expect.element(range('1–25 of 31')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.element(range('26–31 of 31')).toBeVisible();

  await page.getByRole('button', { name: 'Name', exact: true }).click();

  await expect.element(range('1–25 of 31')).toBeVisible();
  await address().toBe(`#${usersList}?per_page=25&sort=name%3A-1`);
});

it('shows the first page when a link to another has expired', async () => {
  const { open } = await startUsersScreen();

  open(`${usersList}?cursor=of-another-time`);

  await expect.element(person('Ada Admin')).toBeVisible();
  await address().toBe(`#${usersList}`);
  await expect.element(page.getByText(/^That link to a page has expired/).first()).toBeVisible();
});

it('asks once for an address that spells out what is usual', async () => {
  const { open, tenant } = await startUsersScreen();

  open(`${usersList}?sort=created_at%3A-1&per_page=50&q=%20`);
  await expect.element(person('Ada Admin')).toBeVisible();

  expect(tenant.calls.filter(({ path }) => path === '/api/v2/users')).toHaveLength(1);
});

it('falls back quietly where the address makes no sense', async () => {
  const { open } = await startUsersScreen();

  open(`${usersList}?status=happy&sort=colour&per_page=7&connection=elsewhere`);

  await expect.element(person('Ada Admin')).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Status' })).toHaveValue('');
});
