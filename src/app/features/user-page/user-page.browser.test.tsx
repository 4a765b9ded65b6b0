import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { userPath } from '#app/paths.ts';
import { organizationId } from '#contract/me.ts';
import { userId } from '#contract/user.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { TenantUser } from '#tenant/model.ts';
import { startApp } from '#tests/support/show-app.tsx';
import type { StartOptions } from '#tests/support/start-proxy.ts';

const acme = organizationId.parse('Acme');
const policy = definePolicy({
  fields: [
    { name: 'plan', label: 'Plan', path: 'app_metadata.plan' },
    { name: 'seats', label: 'Seats', path: 'app_metadata.seats', type: 'number' },
    { name: 'vip', label: 'Very important', path: 'app_metadata.vip', type: 'yes-no' },
    {
      name: 'teams',
      label: 'Teams',
      path: 'app_metadata.teams',
      type: 'choices',
      options: [
        { value: 'n', label: 'North' },
        { value: 'South', label: 'South' },
      ],
    },
    { name: 'first_day', label: 'First day', path: 'app_metadata.first_day', type: 'date' },
    { name: 'page', label: 'Page', path: 'user_metadata.page', type: 'link' },
    { name: 'mail', label: 'Private mail', path: 'user_metadata.mail', type: 'email' },
    { name: 'unsafe', label: 'Unsafe', path: 'user_metadata.unsafe' },
  ],
});

const opened: { close: () => void }[] = [];
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  for (const shown of opened.splice(0)) shown.close();
});

async function start(options: StartOptions = {}) {
  const app = await startApp({ config: { policy }, ...options });
  const openUser = (user: Pick<TenantUser, 'user_id'>) => {
    const shown = app.open(userPath(acme, userId.parse(user.user_id)));
    opened.push(shown);
    return shown;
  };
  return { ...app, openUser };
}

const section = (name: string) => page.getByRole('region', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

it('shows who someone is, with the declared fields by their types', async () => {
  const { addPerson, openUser } = await start();
  const jane = addPerson({
    memberOf: 'Acme',
    profile: {
      name: 'Jane Doe',
      email: 'jane@acme.example',
      given_name: 'Jane',
      app_metadata: {
        organization: 'Acme',
        seats: 12_000,
        vip: false,
        teams: ['n', 'South'],
        first_day: '2026-02-01',
      },
      user_metadata: {
        page: 'https://jane.example/',
        mail: 'jane@home.example',
        unsafe: 'javascript:alert(1)',
      },
    },
  });

  openUser(jane);

  await expect.element(heading('Jane Doe')).toBeVisible();
  await expect
    .element(section('Profile'))
    .toMatchTextContent(/Seats12,000Very importantNoTeamsNorth and SouthFirst dayFeb 1, 2026/);
  await expect.element(section('Profile')).toMatchTextContent(/Not filled in: .*Plan/);
  const links = section('Profile').getByRole('link').elements();
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://jane.example/',
    'mailto:jane%40home.example',
  ]);
  expect(document.title).toContain('Jane Doe');
});

it('says that nobody is there for an unknown id as for a member of another organization', async () => {
  const { addPerson, openUser } = await start();
  const outsider = addPerson({ memberOf: 'Globex', profile: { name: 'Hank' } });

  for (const user of [{ user_id: 'auth0|nobody' }, outsider]) {
    openUser(user);
    await expect.element(heading('There is no such user here')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Go to all users' })).toBeVisible();
    opened.pop()?.close();
  }

  expect(document.title).not.toContain('Hank');
});

it('keeps what failed and the focus while it is tried again', async () => {
  let answer: Promise<void> | null = null;
  const { addPerson, openUser } = await start({
    between: async (request, pass) => {
      if (!answer || !request.url.includes('/users/')) return pass(request);
      await answer;
      return refusal(400, 'broken');
    },
  });
  const jane = addPerson({ memberOf: 'Acme', profile: { name: 'Jane Doe' } });
  answer = Promise.resolve();
  openUser(jane);
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect.element(retry).toBeVisible();

  const { promise, resolve: release } = Promise.withResolvers<void>();
  answer = promise;
  await retry.click();

  await expect.element(retry).toHaveAttribute('aria-busy', 'true');
  release();
  await expect.element(retry).not.toHaveAttribute('aria-busy');
  await expect.element(retry).toHaveFocus();
});

it('offers to try again when the page cannot be loaded', async () => {
  let isDown = false;
  const { addPerson, openUser } = await start({
    between: async (request, pass) =>
      isDown && request.url.includes('/users/') ? refusal(400, 'broken') : pass(request),
  });
  const jane = addPerson({ memberOf: 'Acme', profile: { name: 'Jane Doe' } });
  isDown = true;
  openUser(jane);
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect.element(retry).toBeVisible();

  isDown = false;
  await retry.click();

  await expect.element(section('Profile')).toBeVisible();
  await expect.element(heading('Jane Doe')).toHaveFocus();
});

function refusal(status: number, errorCode: string): Response {
  const body = { statusCode: status, error: 'Refused', message: 'made up', errorCode };
  return Response.json(body, { status });
}

it('goes between tabs by real links, keeps the focus there and the way back', async () => {
  const { addPerson, open } = await start();
  const jane = addPerson({ memberOf: 'Acme', profile: { name: 'Jane Doe' } });
  opened.push(open('/o/Acme/users?q=jane'));
  await page.getByRole('link', { name: 'Jane Doe', exact: true }).click();
  const tab = (name: string) =>
    page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name });
  await expect.element(tab('Profile')).toHaveAttribute('aria-current', 'page');

  await tab('Roles').click();

  await expect.element(tab('Roles')).toHaveAttribute('aria-current', 'page');
  await expect.element(tab('Roles')).toHaveFocus();
  expect(location.hash).toBe(`#${userPath(acme, userId.parse(jane.user_id), 'roles')}`);
  await expect.poll(() => document.title).toContain('Jane Doe · Roles');
  await expect
    .element(page.getByRole('link', { name: 'All users' }))
    .toHaveAttribute('href', '#/o/Acme/users?q=jane');

  history.back();

  await expect.element(section('Profile')).toBeVisible();
  await expect.element(tab('Profile')).toHaveAttribute('aria-current', 'page');
});

it('says of a part that does not exist that there is no such page', async () => {
  const { addPerson, open } = await start();
  const jane = addPerson({ memberOf: 'Acme' });

  opened.push(open(`${userPath(acme, userId.parse(jane.user_id))}/secrets`));

  await expect.element(heading('This page does not exist')).toBeVisible();
});
