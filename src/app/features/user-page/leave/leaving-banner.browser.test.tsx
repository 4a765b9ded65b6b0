import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { leave } from '#contract/leave.ts';
import { userId } from '#contract/user.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, said, startUserScreen } from '#tests/support/user-screen.ts';

const main = page.getByRole('main');

/** The page of Jane Doe, who is deleted in ten days. */
async function start(options: StartOptions = {}) {
  const app = await startUserScreen(options);
  const jane = app.addPerson({ memberOf: 'Acme', profile: { name: 'Jane Doe' } });
  const leaver = app.as(app.addPerson({ memberOf: 'Acme', role: 'administrator', profile: { name: 'Lea' } }));
  const params = { userId: userId.parse(jane.user_id) };
  await (await leaver).call(leave, { params, body: { way: 'delete-later', days: 10 } });
  app.openUser(jane);
  return { ...app, jane: () => app.tenant.user(jane.user_id) };
}

it('says on every tab when the person is deleted', async () => {
  await start();
  await expect.element(main).toMatchTextContent(/will be deleted on Oct 11, 2026/);

  await page.getByRole('link', { name: 'Roles', exact: true }).click();

  await expect.element(main).toMatchTextContent(/will be deleted on Oct 11, 2026/);
});

it('keeps the person, who stays blocked', async () => {
  const { jane } = await start();
  await button('Keep Jane Doe').click();
  await expect.element(dialog).toMatchTextContent(/stays blocked until someone unblocks them/);

  await inDialog('Keep Jane Doe').click();

  await expect.element(said(/Jane Doe stays/)).toBeInTheDocument();
  await expect.element(main).not.toMatchTextContent(/will be deleted/);
  expect(jane()?.blocked).toBe(true);
  expect(jane()?.app_metadata).not.toHaveProperty('steward_delete_at');
});

it('says of someone whom somebody has unblocked elsewhere that the deletion is off, and ends the plan', async () => {
  const { jane, tenant, openUser } = await start();
  const { user_id = '' } = jane() ?? {};
  tenant.changeUser(user_id, { blocked: false });
  openUser({ user_id });
  await expect.element(main).toMatchTextContent(/Jane Doe will not be deleted.*somebody has unblocked/);
  await expect.element(main).not.toMatchTextContent(/Leaves on/);

  await button('Block').click();
  await inDialog('Block').click();

  await expect.element(main).not.toMatchTextContent(/planned for/);
  expect(jane()?.blocked).toBe(true);
  expect(jane()?.app_metadata).toEqual({ organization: 'Acme' });
});

it('offers nothing to those who may not', async () => {
  await start({ role: 'auditor' });

  await expect.element(main).toMatchTextContent(/will be deleted/);
  await expect.element(button('Keep Jane Doe')).not.toBeInTheDocument();
});
