import { expect, it } from 'vitest';
import type { TenantUser } from '#tenant/model.ts';
import { button, dialog, inDialog, region, said, startUserScreen } from '#tests/support/user-screen.ts';

/** The page of Jane. */
async function start(profile: Partial<TenantUser> = {}) {
  const app = await startUserScreen();
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Doe', email: 'jane@acme.example', email_verified: true, ...profile },
  });
  app.openUser(jane);
  return { ...app, jane, now: () => app.tenant.user(jane.user_id) };
}

const field = (name: string) => dialog.getByLabelText(name, { exact: true });

it('changes the email, says what follows, and offers the verification mail again', async () => {
  const { now } = await start();
  await button('Change email').click();
  await expect.element(field('New email')).toHaveFocus();
  await expect.element(dialog).toMatchTextContent(/A mail with a link goes to the new address at once/);

  await field('New email').fill(' Jane.Roe@ACME.example ');
  await inDialog('Change email').click();

  await expect.element(said(/^The email is now jane\.roe@acme\.example/)).toBeInTheDocument();
  await expect.element(region('Profile')).toMatchTextContent(/jane\.roe@acme\.exampleNot verified/);
  await expect.element(button('Send verification mail')).toBeVisible();
  expect(now()).toMatchObject({ email: 'jane.roe@acme.example', email_verified: false });
});

it('does not send the email that it is already', async () => {
  const { writes } = await start();
  await button('Change email').click();

  await inDialog('Change email').click();

  await expect.element(dialog.getByRole('alert')).toHaveTextContent('This is the email already.');
  expect(writes()).toEqual([]);
});

it('says the same of an address that is taken here and elsewhere, and keeps what was typed', async () => {
  const { addPerson, now } = await start();
  addPerson({ memberOf: 'Globex', profile: { email: 'hank@globex.example' } });
  await button('Change email').click();

  await field('New email').fill('hank@globex.example');
  await inDialog('Change email').click();

  await expect.element(inDialog('Change email')).not.toHaveAttribute('aria-busy');
  await expect.element(dialog).toMatchTextContent(/cannot be used/);
  await expect.element(dialog).not.toMatchTextContent(/globex[^.@]*exist|another organization/i);
  await expect.element(field('New email')).toHaveValue('hank@globex.example');
  expect(now()?.email).toBe('jane@acme.example');
});

it('sends the verification mail after a look at where it goes', async () => {
  const { tenant } = await start({ email_verified: false });
  const mails = () => tenant.calls.filter(({ path }) => path.includes('/jobs/verification-email'));
  await button('Send verification mail').click();
  await expect.element(dialog).toMatchTextContent(/It goes to jane@acme\.example/);

  await inDialog('Send the mail').click();

  await expect.element(said(/on its way to jane@acme\.example/)).toBeInTheDocument();
  expect(mails()).toHaveLength(1);
});

it('offers no username or phone number to someone who has none', async () => {
  await start();

  await expect.element(button('Change email')).toBeVisible();
  await expect.element(button('Change username')).not.toBeInTheDocument();
  await expect.element(button('Change phone number')).not.toBeInTheDocument();
});

it('says once what stands against changing one’s own address', async () => {
  const { openUser, admin } = await start();

  openUser(admin.person);

  await expect.element(button('Change email')).toHaveAttribute('aria-disabled', 'true');
  await expect
    .element(button('Change email'))
    .toHaveAccessibleDescription('You cannot do this to your own account.');
});
