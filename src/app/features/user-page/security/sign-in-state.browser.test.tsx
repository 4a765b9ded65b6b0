import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { refusal } from '#tests/support/refusal.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, region, said, startUserScreen } from '#tests/support/user-screen.ts';

const state = region('Can Jane Doe sign in?');
const lock = {
  identifier: 'jane@acme.example',
  ip: '192.0.2.7',
  connection: 'Username-Password-Authentication',
};

/** The security tab of Jane Doe. */
async function start(options: StartOptions & { blocked?: boolean; locked?: boolean } = {}) {
  const { blocked, locked = false, ...rest } = options;
  const app = await startUserScreen(rest);
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Doe', email: 'jane@acme.example', blocked },
    record: { bruteForceBlocks: locked ? [lock] : [] },
  });
  app.openUser(jane, 'security');
  return { ...app, jane };
}

it('says that nothing stands in the way', async () => {
  await start();

  await expect.element(state).toMatchTextContent(/Nothing stands in the way/);
});

it('tells a pause after wrong passwords from a block by an administrator', async () => {
  await start({ locked: true });

  await expect
    .element(state)
    .toMatchTextContent(
      /failed sign-ins from 192\.0\.2\.7\. Signing in as jane@acme\.example from there is paused/,
    );
  await expect.element(state).toMatchTextContent(/Nobody decided this/);
  await expect.element(state).not.toMatchTextContent(/Blocked by an administrator/);
});

it('says both where both are so', async () => {
  await start({ locked: true, blocked: true });

  await expect.element(state).toMatchTextContent(/Blocked by an administrator.*Paused by the protection/);
});

it('ends a pause without touching the block', async () => {
  const { writes, tenant, jane } = await start({ locked: true, blocked: true });
  await button('End the pause').click();
  await expect.element(inDialog('Cancel')).toHaveFocus();

  await inDialog('End the pause').click();

  await expect.element(said('Jane Doe can try again')).toBeInTheDocument();
  await expect.element(state).not.toMatchTextContent(/Paused by/);
  await expect.element(page.getByRole('banner').getByText('Sign-in paused')).not.toBeInTheDocument();
  expect(writes()).toEqual([expect.stringContaining('DELETE /user-blocks')]);
  expect(tenant.user(jane.user_id)?.blocked).toBe(true);
});

it('stays open with the reason when the pause cannot be ended, and works at the next try', async () => {
  let isBroken = true;
  await start({
    locked: true,
    between: async (request, pass) =>
      isBroken && request.method === 'DELETE' ? refusal(400, 'broken') : pass(request),
  });
  await button('End the pause').click();
  await inDialog('End the pause').click();
  await expect.element(dialog.getByRole('alert')).toBeVisible();

  isBroken = false;
  await inDialog('End the pause').click();

  await expect.element(dialog).not.toBeInTheDocument();
});

it('shows the rest when this cannot be read, and asks again', async () => {
  let isBroken = true;
  await start({
    between: async (request, pass) =>
      isBroken && request.url.includes('/user-blocks') ? refusal(400, 'broken') : pass(request),
  });
  await expect.element(state).toMatchTextContent(/could not be loaded/);
  await expect.element(region('Password')).toBeVisible();

  isBroken = false;
  await state.getByRole('button', { name: 'Try again' }).click();

  await expect.element(state).toMatchTextContent(/Nothing stands in the way/);
});

it('offers no act to those who may not', async () => {
  await start({ locked: true, role: 'auditor' });

  await expect.element(state).toMatchTextContent(/Paused by the protection/);
  await expect.element(state.getByRole('button')).not.toBeInTheDocument();
});
