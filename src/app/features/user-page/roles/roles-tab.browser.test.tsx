import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { changeRoles } from '#contract/roles.ts';
import { userId } from '#contract/user.ts';
import { getUser } from '#contract/user-routes.ts';
import { roleNames } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, region, said, startUserScreen } from '#tests/support/user-screen.ts';

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });

const policy = definePolicy({ roles: () => Object.values(roleNames) });

/** The roles of Jane, a helpdesk member. */
async function start(options: StartOptions = {}) {
  const app = await startUserScreen({ config: { policy }, ...options });
  const jane = app.addPerson({ memberOf: 'Acme', role: 'helpdesk', profile: { name: 'Jane Doe' } });
  app.openUser(jane, 'roles');
  const params = { userId: userId.parse(jane.user_id) };
  const rolesNow = async () => {
    const { roles } = await (await app.admin.call(getUser, { params })).json();
    return roles.items.map(({ name }: { name: string }) => name);
  };
  return { ...app, jane, params, rolesNow };
}

it('gives and takes several roles at once, after a look at what changes', async () => {
  const { rolesNow, writes } = await start();
  await box('Auditor').click();
  await box('Helpdesk').click();
  await expect.element(page.getByText('Gives Auditor · Takes Helpdesk')).toBeVisible();
  await button('Review and save').click();
  await expect.element(dialog).toMatchTextContent(/Given.*Auditor.*Taken.*Helpdesk/);
  expect(writes()).toEqual([]);

  await inDialog('Save').click();

  await expect.element(said('The roles of Jane Doe are changed')).toBeInTheDocument();
  await expect.element(box('Auditor')).toBeChecked();
  await expect.element(box('Helpdesk')).not.toBeChecked();
  await expect.element(page.getByText('Nothing is changed.')).toBeVisible();
  expect(await rolesNow()).toEqual(['Auditor']);
});

it('keeps what another administrator has given meanwhile', async () => {
  const { rolesNow, admin, params } = await start();
  await box('Helpdesk').click();
  await button('Review and save').click();
  const [helpdesk, auditor] = [roleId(roleNames.helpdesk), roleId(roleNames.auditor)];
  await admin.call(changeRoles, { params, body: { roles: [helpdesk, auditor], seen: [helpdesk] } });

  await inDialog('Save').click();

  await expect.element(box('Auditor')).toBeChecked();
  expect(await rolesNow()).toEqual(['Auditor']);
});

it('locks a role that carries more than the admin may, and says so', async () => {
  const { addPerson, as, openUser, admin } = await startUserScreen({
    role: 'helpdesk',
    config: { policy },
  });
  const manager = await as(
    addPerson({ memberOf: 'Acme', permissions: ['read:users', 'manage:roles'], profile: { name: 'Max' } }),
  );
  admin.token = manager.token;
  openUser(addPerson({ memberOf: 'Acme', profile: { name: 'Jane Doe' } }), 'roles');

  await expect.element(box('Administrator')).toBeDisabled();
  await expect
    .element(box('Administrator'))
    .toHaveAccessibleDescription(/Locked: It carries rights that you do not have/);
});

it('shows those who may not change roles what is held', async () => {
  await start({ role: 'auditor' });

  await expect.element(region('Roles')).toMatchTextContent(/Helpdesk/);
  await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
});

it('shows what is held when the roles that there are cannot be read, and offers to try again', async () => {
  let isDown = true;
  await start({
    between: (request, pass) =>
      isDown && new URL(request.url).pathname === '/api/v2/roles'
        ? Promise.resolve(Response.json({ statusCode: 500 }, { status: 500 }))
        : pass(request),
  });
  await expect.element(region('Roles')).toMatchTextContent(/Helpdesk/);
  await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();

  isDown = false;
  await button('Try again').click();

  await expect.element(box('Helpdesk')).toBeChecked();
});

it('forgets wishes that are undone', async () => {
  await start();
  await box('Auditor').click();

  await button('Undo').click();

  await expect.element(box('Auditor')).not.toBeChecked();
  await expect.element(button('Review and save')).toHaveAttribute('aria-disabled', 'true');
});

it('stays open with the reason when roles are refused', async () => {
  const { jane, tenant, writes } = await start();
  await box('Auditor').click();
  await button('Review and save').click();
  tenant.changeUser(jane.user_id, { app_metadata: { organization: ['Acme', 'Globex'] } });

  await inDialog('Save').click();

  await expect
    .element(dialog.getByRole('alert'))
    .toMatchTextContent(/does not belong to your organization alone/);
  expect(writes()).toEqual([]);
});
