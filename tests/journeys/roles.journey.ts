import { button, expect, inDialog, open, openTab, openUser, rows, said, test } from './journey.ts';

const soren = 'Søren Ångström-Þorsteinsson';

test('several roles are given and taken after a look, and hold at the next sign-in', async ({
  page,
  elsewhere,
}) => {
  await open(page, 'ada');
  await openUser(page, 'soren', soren);
  await openTab(page, 'Roles');
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
  await expect(box('Project editor')).toBeDisabled();
  await expect(box('Project editor')).toHaveAccessibleDescription(
    'Locked: Editors are named in each project.',
  );
  await box('Billing manager').check();
  await box('Helpdesk').check();
  await box('Auditor').check();
  await box('Auditor').uncheck();
  await box('Billing viewer').uncheck();
  await expect(page.getByText('Gives Billing manager and Helpdesk · Takes Billing viewer')).toBeVisible();

  await button(page, 'Review and save').click();
  const dialog = page.getByRole('dialog', { name: `Change the roles of ${soren}?` });
  await expect(dialog).toContainText(/Given.*Billing manager.*Helpdesk.*Taken.*Billing viewer/);
  await inDialog(page, 'Save').click();
  await said(page, `The roles of ${soren} are changed`);
  await page.reload();
  await expect(box('Billing manager')).toBeChecked();
  await expect(box('Billing viewer')).not.toBeChecked();

  await open(elsewhere, 'soren@acme.example');
  await expect(rows(elsewhere)).toHaveCount(50);
  await expect(elsewhere.getByRole('link', { name: 'Add people' })).toHaveCount(0);
});

test('an auditor sees everything and no control', async ({ page }) => {
  await open(page, 'aurelio');
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByRole('link', { name: /Add people|Invitations/ })).toHaveCount(0);
  await openUser(page, 'linda', 'Linda Linked');
  const main = page.getByRole('main');
  const acts = main.getByRole('button').filter({ hasNotText: /^$/ });

  await expect(page.getByRole('region', { name: 'Profile' })).toBeVisible();
  await expect(acts).toHaveCount(0);
  await expect(page.getByText('Leaving and deletion')).toHaveCount(0);
  await openTab(page, 'Sign-in and security');
  await expect(page.getByRole('region', { name: 'Signed in on' })).toBeVisible();
  await expect(acts).toHaveCount(0);
  await openTab(page, 'Roles');
  await expect(page.getByText('Linda Linked has no role.')).toBeVisible();
  await expect(main.getByRole('checkbox')).toHaveCount(0);
  await openTab(page, 'Activity');
  await expect(page.getByText(/Signed in|no older entries|Nothing on record/).first()).toBeVisible();
});

test('an operator sees why he may not touch an administrator', async ({ page }) => {
  const reason = 'This person has rights that you do not have.';
  await open(page, 'otto');
  await openUser(page, 'second.admin', 'Second Administrator');

  for (const name of ['Block', 'Edit profile', 'Change email']) {
    await expect(button(page, name)).toBeDisabled();
    await expect(button(page, name)).toHaveAccessibleDescription(reason);
  }
  await openTab(page, 'Sign-in and security');
  await expect(button(page, 'Send a password mail')).toBeDisabled();
  await expect(button(page, 'Send a password mail')).toHaveAccessibleDescription(reason);
  // What no operator may do to anybody is not there.
  await expect(button(page, 'Set a temporary password')).toHaveCount(0);
  await openTab(page, 'Roles');
  await expect(page.getByRole('region', { name: 'Roles' })).toContainText('Administrator');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
