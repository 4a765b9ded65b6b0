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
    { name: 'seats', label: 'Seats', path: 'app_metadata.seats' },
    { name: 'vip', label: 'Very important', path: 'app_metadata.vip' },
    { name: 'teams', label: 'Teams', path: 'app_metadata.teams' },
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
      app_metadata: { organization: 'Acme', seats: 12_000, vip: false, teams: ['North', 'South'] },
    },
  });

  openUser(jane);

  await expect.element(heading('Jane Doe')).toBeVisible();
  await expect
    .element(section('Profile'))
    .toMatchTextContent(/Seats12,000Very importantNoTeamsNorth and South/);
  await expect.element(section('Profile')).toMatchTextContent(/Plan–/);
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
