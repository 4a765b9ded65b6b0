import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rememberUser } from '#app/lib/user-queries.ts';
import { organizationId } from '#contract/me.ts';
import { getUser } from '#contract/routes.ts';
import { userDetail } from '#contract/user.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { startApp } from '#tests/support/show-app.tsx';
import type { StartOptions } from '#tests/support/start-proxy.ts';

const list = '/o/Acme/users';
const acme = organizationId.parse('Acme');
const policy = definePolicy({
  connections: () => [
    { name: 'Username-Password-Authentication', label: 'Email and password', strategy: 'auth0' },
  ],
});

const opened: { close: () => void }[] = [];

async function start(options: StartOptions = {}) {
  const app = await startApp({ config: { policy }, ...options });
  const addMember = (name: string, profile: object = {}) =>
    app.addPerson({ memberOf: 'Acme', profile: { name, ...profile } });
  const open = (address = list) => {
    for (const shown of opened.splice(0)) shown.close();
    const shown = app.open(address);
    opened.push(shown);
    return shown;
  };
  return { ...app, addMember, open };
}

const searchBox = page.getByRole('textbox', { name: 'Search users' });
const person = (name: string) => page.getByRole('link', { name, exact: true });
const names = () => page.getByRole('row').getByRole('link').elements();
const namesShown = () => expect.poll(() => names().map((link) => link.textContent));
const range = (words: string) => page.getByRole('navigation', { name: 'Pages' }).getByText(words);
const address = () => expect.poll(() => location.hash);

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  for (const shown of opened.splice(0)) shown.close();
});

it('keeps search, filter and order in the address, which shows the same again', async () => {
  const { addMember, open } = await start();
  for (const name of ['Jane Abel', 'Jane Zimmer', 'John Abel']) addMember(name, { blocked: true });
  addMember('Jane Free');
  open();

  await searchBox.fill('jane');
  await address().toContain('q=jane');
  await page.getByRole('combobox', { name: 'Status' }).selectOptions('Blocked');
  await page.getByRole('button', { name: 'Name', exact: true }).click();

  await namesShown().toEqual(['Jane Abel', 'Jane Zimmer']);
  await address().toBe(`#${list}?q=jane&status=blocked&sort=name%3A1`);
  open(location.hash.slice(1));
  await expect.element(searchBox).toHaveValue('jane');
  await namesShown().toEqual(['Jane Abel', 'Jane Zimmer']);
});

it('goes back to the list before the search by one step', async () => {
  const { addMember, open } = await start();
  addMember('Jane Abel');
  open();
  await namesShown().toContain('Jane Abel');

  await searchBox.fill('nob');
  await address().toContain('q=nob');
  await searchBox.fill('nobody');
  await address().toContain('q=nobody');
  history.back();

  await address().toBe(`#${list}`);
  await expect.element(searchBox).toHaveValue('');
  await expect.element(person('Jane Abel')).toBeVisible();
});

it('says by which column and in which direction it is sorted', async () => {
  const { open } = await start();
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
  const { open } = await start();
  open();
  await expect.element(person('Ada Admin')).toBeVisible();

  await searchBox.fill('ada AND colour:red');

  await expect.element(searchBox).toHaveAccessibleDescription(/There is no field “colour”/);
  await expect.element(searchBox).toHaveAttribute('aria-invalid', 'true');
  expect(document.querySelector('mark')?.textContent).toBe('colour');
  await expect.element(person('Ada Admin')).toBeVisible();
});

it('takes the mark away as soon as the search is changed', async () => {
  const { open } = await start();
  open(`${list}?q=colour%3Ared`);
  await expect.element(searchBox).toHaveAttribute('aria-invalid', 'true');

  await userEvent.type(searchBox, 'x');

  await expect.element(searchBox).not.toHaveAttribute('aria-invalid');
});

it('shows a blocked user in his row at once', async () => {
  const { addMember, open, admin } = await start();
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
  const { addMember, open } = await start({
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
  const { addMember, open } = await start();
  for (let number = 10; number < 40; number += 1) addMember(`Person ${number}`);
  open(`${list}?per_page=25&sort=name%3A1`);
  await expect.element(range('1–25 of 31')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.element(range('26–31 of 31')).toBeVisible();

  await page.getByRole('button', { name: 'Name', exact: true }).click();

  await expect.element(range('1–25 of 31')).toBeVisible();
  await address().toBe(`#${list}?per_page=25&sort=name%3A-1`);
});

it('shows the first page when a link to another has expired', async () => {
  const { open } = await start();

  open(`${list}?cursor=of-another-time`);

  await expect.element(person('Ada Admin')).toBeVisible();
  await address().toBe(`#${list}`);
  await expect.element(page.getByText(/^That link to a page has expired/).first()).toBeVisible();
});

it('keeps what failed while the list is tried again, and then takes the focus to the list', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let isDown = true;
  const { open } = await start({
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
  const { open } = await start();
  open(`${list}?status=blocked`);

  await page.getByRole('button', { name: 'Clear the filters' }).click();

  await expect.element(person('Ada Admin')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Users' })).toHaveFocus();
});

it('asks once for an address that spells out what is usual', async () => {
  const { open, tenant } = await start();

  open(`${list}?sort=created_at%3A-1&per_page=50&q=%20`);
  await expect.element(person('Ada Admin')).toBeVisible();

  expect(tenant.calls.filter(({ path }) => path === '/api/v2/users')).toHaveLength(1);
});

it('falls back quietly where the address makes no sense', async () => {
  const { open } = await start();

  open(`${list}?status=happy&sort=colour&per_page=7&connection=elsewhere`);

  await expect.element(person('Ada Admin')).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Status' })).toHaveValue('');
});

it('leads to the user from anywhere in his row and back to the same list', async () => {
  const { addMember, open } = await start();
  addMember('Jane Abel');
  open(`${list}?q=jane`);

  await page
    .getByRole('row', { name: /Jane Abel/ })
    .getByText('Never', { exact: true })
    .click();

  await expect.element(page.getByRole('heading', { name: 'Jane Abel' })).toBeVisible();
  history.back();
  await expect.element(searchBox).toHaveValue('jane');
  await expect.element(person('Jane Abel')).toHaveFocus();
});

it('takes / to the search box, but not while someone types', async () => {
  const { open } = await start();
  open();
  await expect.element(person('Ada Admin')).toBeVisible();

  await userEvent.keyboard('/');
  await expect.element(searchBox).toHaveFocus();
  await userEvent.keyboard('a/b');

  await expect.element(searchBox).toHaveValue('a/b');
});

it('tries an example of the help', async () => {
  const { open } = await start();
  open();
  await page.getByRole('button', { name: 'How to search' }).click();

  await page.getByRole('button', { name: /^email:jane\*/ }).click();

  await expect.element(searchBox).toHaveValue('email:jane*');
  await expect.element(searchBox).toHaveFocus();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
