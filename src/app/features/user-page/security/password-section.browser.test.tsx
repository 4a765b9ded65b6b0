import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, region, said, startUserScreen } from '#tests/support/user-screen.ts';

const policy = definePolicy({
  passwords: 'temporary',
  applications: () => [
    { client_id: 'orbit-portal', name: 'Portal' },
    { client_id: 'orbit-mobile', name: 'Mobile' },
  ],
});

/** The security tab of Jane Doe. */
async function start(options: StartOptions = {}) {
  const app = await startUserScreen({ config: { policy }, ...options });
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Doe', email: 'jane@acme.example' },
  });
  app.openUser(jane, 'security');
  return { ...app, jane };
}

it('sends a mail to choose a new password, for the application that is picked', async () => {
  const { tenant } = await start();
  await button('Send a password mail').click();
  await expect.element(dialog).toMatchTextContent(/goes to jane@acme\.example/);
  await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Afterwards they go to' }), 'Mobile');

  await inDialog('Send the mail').click();

  await expect.element(said(/is on its way to jane@acme\.example/)).toBeInTheDocument();
  expect(tenant.mails().map(({ to }) => to)).toEqual(['jane@acme.example']);
});

it('sets a temporary password, shows it once, and says so on the page', async () => {
  const { tenant, jane } = await start();
  await button('Set a temporary password').click();
  await expect.element(dialog).toMatchTextContent(/A mail is the better way/);
  await dialog.getByRole('textbox').first().fill('Quick-brown-fox-9');

  await inDialog('Set the password').click();

  await expect.element(dialog).toMatchTextContent(/Quick-brown-fox-9/);
  await inDialog('Done').click();
  await inDialog('Yes, close').click();
  await expect.element(region('Password')).toMatchTextContent(/gave Jane Doe a temporary password/);
  expect(document.body.textContent).not.toContain('Quick-brown-fox-9');
  expect(tenant.record(jane.user_id)?.password).not.toBeUndefined();
});

it('goes over to the mail when that is thought better of', async () => {
  await start();
  await button('Set a temporary password').click();

  await inDialog('Send a mail instead').click();

  await expect.element(dialog).toHaveAccessibleName('Send Jane Doe a mail to choose a new password?');
});

it('says why no password can be set where the vendor wants mails only', async () => {
  await start({ config: { policy: definePolicy({}) } });

  await expect.element(button('Set a temporary password')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Set a temporary password')).toHaveAccessibleDescription();
});

it('says that there is no password where someone signs in another way', async () => {
  const { addPerson, openUser } = await start();
  const gwen = addPerson({
    memberOf: 'Acme',
    profile: {
      user_id: 'google-oauth2|1',
      name: 'Gwen Google',
      identities: [{ connection: 'google-oauth2', provider: 'google-oauth2', user_id: '1', isSocial: true }],
    },
  });

  openUser(gwen, 'security');

  await expect.element(region('Password')).toMatchTextContent(/This account has no password/);
  await expect.element(region('Password').getByRole('button')).not.toBeInTheDocument();
});

it('asks why where the vendor wants to know, and sends it once it is said', async () => {
  const { audit } = await start({
    config: { policy: definePolicy({ reasons: ['sendPasswordReset'] }) },
  });
  await button('Send a password mail').click();
  await inDialog('Send the mail').click();
  const why = dialog.getByRole('textbox', { name: 'Why?' });
  await expect.element(why).toHaveFocus();
  await expect.element(why).toHaveAccessibleDescription(/Say why you do this/);
  await why.fill('She forgot it — ticket 7');

  await inDialog('Send the mail').click();

  await expect.element(said(/is on its way/)).toBeInTheDocument();
  expect(audit.entries.at(-1)).toMatchObject({
    act: 'sendPasswordReset',
    reason: 'She forgot it — ticket 7',
  });
});
