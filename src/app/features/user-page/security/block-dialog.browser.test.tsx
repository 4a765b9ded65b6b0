import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { userPath, usersPath } from '#app/paths.ts';
import { organizationId } from '#contract/me.ts';
import { userId } from '#contract/user.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { startApp } from '#tests/support/show-app.tsx';
import type { StartOptions } from '#tests/support/start-proxy.ts';

const acme = organizationId.parse('Acme');
const opened: { close: () => void }[] = [];
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  for (const shown of opened.splice(0)) shown.close();
});

/** Shows the page of one member, Jane Doe. */
async function start(options: StartOptions & { blocked?: boolean; memberOf?: string[] } = {}) {
  const app = await startApp(options);
  const { blocked, memberOf = ['Acme'] } = options;
  const jane = app.addPerson({ memberOf, profile: { name: 'Jane Doe', blocked } });
  opened.push(app.open(userPath(acme, userId.parse(jane.user_id))));
  const writes = () => app.tenant.calls.filter(({ method }) => method === 'PATCH');
  return { ...app, jane, writes, isBlocked: () => app.tenant.user(jane.user_id)?.blocked };
}

const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const dialog = page.getByRole('dialog');
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true });

it('asks first, with the focus on the safe choice', async () => {
  const { isBlocked } = await start();

  await button('Block').click();

  await expect.element(dialog).toHaveAccessibleName('Block Jane Doe?');
  await expect.element(dialog).toMatchTextContent(/already open may keep working/);
  await expect.element(inDialog('Cancel')).toHaveFocus();
  expect(isBlocked()).toBeUndefined();
});

it.each(['Escape', 'backdrop'])('changes nothing when left by %s, and gives the focus back', async (way) => {
  const { writes } = await start();
  await button('Block').click();

  if (way === 'Escape') await userEvent.keyboard('{Escape}');
  else
    await userEvent.click(document.querySelector('dialog') ?? document.body, {
      position: { x: -20, y: -20 },
    });

  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button('Block')).toHaveFocus();
  expect(writes()).toEqual([]);
});

it('shows the block on the page and in the list at once, although search lags', async () => {
  const { tenant, isBlocked } = await start();
  tenant.faults.searchLagMs = 600_000;
  await button('Block').click();
  await inDialog('Block').click();

  await expect.element(button('Unblock')).toHaveFocus();
  await expect
    .element(page.getByRole('status').getByText(/Jane Doe is blocked, and their sessions end/))
    .toBeInTheDocument();
  await expect.element(page.getByRole('main').getByText('Blocked', { exact: true })).toBeVisible();
  expect(isBlocked()).toBe(true);

  await page.getByRole('link', { name: 'All users' }).click();
  await expect.element(page.getByRole('row').filter({ hasText: 'Jane Doe' })).toMatchTextContent(/Blocked/);
  expect(location.hash).toBe(`#${usersPath(acme)}`);
});

it('changes the row that a list has already fetched, without asking again', async () => {
  const app = await startApp();
  app.addPerson({ memberOf: 'Acme', profile: { name: 'Jane Doe' } });
  opened.push(app.open(usersPath(acme)));
  await page.getByRole('link', { name: 'Jane Doe', exact: true }).click();
  await button('Block').click();
  const searches = () => app.tenant.calls.filter(({ path }) => path === '/api/v2/users').length;
  const before = searches();

  await inDialog('Block').click();
  await expect.element(button('Unblock')).toBeVisible();
  await page.getByRole('link', { name: 'All users' }).click();

  await expect.element(page.getByRole('row').filter({ hasText: 'Jane Doe' })).toMatchTextContent(/Blocked/);
  expect(searches()).toBe(before);
});

it('writes once however often it is pressed', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { writes } = await start({
    between: async (request, pass) => {
      if (request.method === 'PATCH') await released;
      return pass(request);
    },
  });
  await button('Block').click();
  const confirm = inDialog('Block').element();

  for (let press = 0; press < 3; press += 1)
    confirm.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await expect.element(inDialog('Block')).toHaveAttribute('aria-busy', 'true');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).toBeVisible();
  release();

  await expect.element(button('Unblock')).toBeVisible();
  expect(writes()).toHaveLength(1);
});

it('says beside the button why a person of several organizations cannot be blocked', async () => {
  await start({ memberOf: ['Acme', 'Globex'] });

  await expect.element(button('Block')).toHaveAttribute('aria-disabled', 'true');
  await expect
    .element(button('Block'))
    .toHaveAccessibleDescription('This person does not belong to your organization alone.');
});

it('stays open with the reason when it is refused', async () => {
  const { tenant, jane, writes } = await start();
  await button('Block').click();
  tenant.changeUser(jane.user_id, { app_metadata: { organization: ['Acme', 'Globex'] } });

  await inDialog('Block').click();

  await expect
    .element(dialog.getByRole('alert'))
    .toMatchTextContent(/does not belong to your organization alone/);
  await expect.element(inDialog('Block')).not.toHaveAttribute('aria-disabled');
  expect(writes()).toEqual([]);
});

it('says when nothing could be put on record, and succeeds at the next try', async () => {
  let isFull = true;
  const audit = createMemoryAudit();
  const begin: typeof audit.begin = async (act) => {
    if (isFull) throw new Error('The disk is full');
    return audit.begin(act);
  };
  const { isBlocked } = await start({ audit: { ...audit, begin } });
  await button('Block').click();
  await inDialog('Block').click();
  await expect.element(dialog.getByRole('alert')).toMatchTextContent(/Nothing was changed/);
  expect(isBlocked()).toBeUndefined();

  isFull = false;
  await inDialog('Block').click();

  await expect.element(button('Unblock')).toBeVisible();
});

const paused = [{ identifier: 'jane@acme.example', ip: '192.0.2.7' }];

/** Someone who is blocked, and whose sign-ins are paused as well. */
async function startPaused(options: StartOptions = {}) {
  const app = await startApp(options);
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Doe', email: 'jane@acme.example', blocked: true },
    record: { bruteForceBlocks: paused },
  });
  opened.push(app.open(userPath(acme, userId.parse(jane.user_id))));
  await button('Unblock').click();
  const pauseEnds = () => app.tenant.calls.filter(({ path }) => path.startsWith('/api/v2/user-blocks'));
  return {
    ...app,
    isBlocked: () => app.tenant.user(jane.user_id)?.blocked,
    pauseEnds: () => pauseEnds().filter(({ method }) => method === 'DELETE').length,
  };
}

it('unblocks, and ends the pause after wrong passwords with it', async () => {
  const { isBlocked, pauseEnds } = await startPaused();
  await expect.element(dialog).toMatchTextContent(/Unblocking alone does not end that pause/);

  await inDialog('Unblock').click();

  await expect.element(button('Block')).toHaveFocus();
  await expect
    .element(page.getByRole('status').getByText(/no longer blocked, and the pause has ended/))
    .toBeInTheDocument();
  expect(isBlocked()).toBe(false);
  expect(pauseEnds()).toBe(1);
});

it('leaves the pause alone when only unblocking is wanted', async () => {
  const { isBlocked, pauseEnds } = await startPaused();
  await dialog.getByRole('checkbox', { name: 'Also end the pause after failed sign-ins' }).click();

  await inDialog('Unblock').click();

  await expect.element(button('Block')).toHaveFocus();
  expect(isBlocked()).toBe(false);
  expect(pauseEnds()).toBe(0);
});

it('says that the block is there and the sessions are not ended, and tries those alone again', async () => {
  let isBroken = true;
  const { isBlocked, writes } = await start({
    between: async (request, pass) =>
      isBroken && request.url.includes('/revoke-access')
        ? Response.json({ statusCode: 400, errorCode: 'broken', message: 'made up' }, { status: 400 })
        : pass(request),
  });
  await button('Block').click();
  await inDialog('Block').click();
  await expect.element(dialog).toHaveAccessibleName('Jane Doe is blocked, but');
  await expect.element(dialog).toMatchTextContent(/could not be ended/);
  expect(isBlocked()).toBe(true);

  isBroken = false;
  await inDialog('Try again').click();

  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button('Unblock')).toHaveFocus();
  expect(writes()).toHaveLength(1);
});

it('says what a plan without sessions leaves open', async () => {
  const { isBlocked } = await start({
    between: async (request, pass) =>
      request.url.includes('/revoke-access')
        ? Response.json(
            { statusCode: 403, errorCode: 'insufficient_entitlement', message: 'made up' },
            { status: 403 },
          )
        : pass(request),
  });
  await button('Block').click();

  await inDialog('Block').click();

  await expect.element(dialog).toMatchTextContent(/plan of this service cannot end sessions/);
  await expect.element(inDialog('Try again')).not.toBeInTheDocument();
  expect(isBlocked()).toBe(true);
});

it('does not offer to block oneself, and says why', async () => {
  const app = await startApp();

  opened.push(app.open(userPath(acme, userId.parse(app.admin.person.user_id))));

  await expect.element(button('Block')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Block')).toHaveAccessibleDescription('You cannot block your own account.');
});

it('shows no button to those who may not block', async () => {
  await start({ role: 'auditor' });

  await expect.element(page.getByRole('region', { name: 'Profile' })).toBeVisible();
  await expect.element(button('Block')).not.toBeInTheDocument();
});
