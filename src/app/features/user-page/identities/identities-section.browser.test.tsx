import { expect, it } from 'vitest';
import { roleId } from '#mocks/seed/roles.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, region, said, startUserScreen } from '#tests/support/user-screen.ts';

const ways = region('Ways to sign in');
const policy = definePolicy({
  fields: [{ name: 'plan', label: 'Plan', path: 'app_metadata.plan' }],
});

/** The security tab of Linda, who signs in with a password and with Google. */
async function startLinked(options: StartOptions = {}) {
  const app = await startUserScreen({ config: { policy }, ...options });
  const linda = app.addPerson({ memberOf: 'Acme', profile: { name: 'Linda Linked' } });
  const [primary] = linda.identities;
  if (!primary) throw new Error('The tenant gave no identity');
  const google = {
    connection: 'google-oauth2',
    provider: 'google-oauth2',
    user_id: '1044',
    isSocial: true,
    profileData: { name: 'Linda L.', email: 'linda@gmail.example' },
  };
  app.tenant.changeUser(linda.user_id, { identities: [primary, google] });
  app.openUser(linda, 'security');
  const identitiesNow = () => app.tenant.user(linda.user_id)?.identities.map(({ provider }) => provider);
  return { ...app, linda, identitiesNow };
}

/** The security tab of Jane, and a second account of hers. */
async function startTwo(options: StartOptions = {}) {
  const app = await startUserScreen({ config: { policy }, ...options });
  const jane = app.addPerson({ memberOf: 'Acme', profile: { name: 'Jane Doe' } });
  const second = app.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Second', app_metadata: { organization: 'Acme', plan: 'Gold' } },
    record: { roles: [roleId('Billing viewer')] },
  });
  app.openUser(jane, 'security');
  return { ...app, jane, second };
}

async function choose(name: string) {
  await button('Link a second account').click();
  await dialog.getByRole('textbox', { name: 'Find the second account' }).fill(name);
  await dialog.getByRole('button', { name: new RegExp(name) }).click();
}

it('says in plain words which account is the main one and which are linked', async () => {
  await startLinked();

  const items = ways.getByRole('listitem');
  await expect.element(items.first()).toMatchTextContent(/^Email and passwordMain account/);
  await expect
    .element(items.last())
    .toMatchTextContent(/^GoogleLinked account.*Linda L\.linda@gmail\.exampleUnlink$/);
});

it('unlinks an account, which stays in the organization', async () => {
  const { identitiesNow, tenant } = await startLinked();
  await button('Unlink Google').click();
  await expect.element(dialog).toMatchTextContent(/becomes an account of its own in Acme/);

  await inDialog('Unlink').click();

  await expect.element(said('Google is an account of its own now')).toBeInTheDocument();
  await expect.element(ways).not.toMatchTextContent(/Google/);
  expect(identitiesNow()).toEqual(['auth0']);
  expect(tenant.user('google-oauth2|1044')?.app_metadata).toMatchObject({ organization: 'Acme' });
});

it('does not offer to unlink the main account', async () => {
  await startLinked();

  await expect.element(button('Unlink Google')).toBeVisible();
  await expect.element(button('Unlink Email and password')).not.toBeInTheDocument();
});

it('links a second account after saying what is lost', async () => {
  const { tenant, jane, second } = await startTwo();
  await choose('Jane Second');
  await expect.element(dialog).toHaveAccessibleName('Link Jane Second to Jane Doe?');
  await expect.element(dialog).toMatchTextContent(/Its roles: Billing viewer.*Plan: Gold/);

  await inDialog('Link the accounts').click();

  await expect.element(said(/Both accounts are linked/)).toBeInTheDocument();
  await expect.element(ways.getByRole('listitem')).toHaveLength(2);
  expect(tenant.user(second.user_id)).toBeUndefined();
  expect(tenant.user(jane.user_id)?.identities).toHaveLength(2);
});

it('leads back to the search, with what was typed', async () => {
  const { writes } = await startTwo();
  await choose('Jane Second');

  await inDialog('Choose another').click();

  await expect
    .element(dialog.getByRole('textbox', { name: 'Find the second account' }))
    .toHaveValue('Jane Second');
  expect(writes()).toEqual([]);
});

it('says why someone of several organizations cannot be linked', async () => {
  const { addPerson } = await startTwo();
  addPerson({ memberOf: ['Acme', 'Globex'], profile: { name: 'Shared Sharma' } });

  await choose('Shared Sharma');

  await expect
    .element(dialog.getByRole('alert'))
    .toMatchTextContent(/does not belong to your organization alone/);
  await expect.element(inDialog('Link the accounts')).not.toBeInTheDocument();
});

it('says why an account with rights of its own cannot be linked', async () => {
  const { addPerson } = await startTwo();
  addPerson({ memberOf: 'Acme', role: 'auditor', profile: { name: 'Otto Auditor' } });

  await choose('Otto Auditor');

  await expect.element(dialog.getByRole('alert')).toMatchTextContent(/This account has rights here/);
});

it('finds nobody of another organization', async () => {
  const { addPerson } = await startTwo();
  addPerson({ memberOf: 'Globex', profile: { name: 'Hank Outside' } });
  await button('Link a second account').click();

  await dialog.getByRole('textbox', { name: 'Find the second account' }).fill('Hank');

  await expect.element(dialog).toMatchTextContent(/Nobody found/);
});

it('shows no acts to those who may not', async () => {
  await startLinked({ role: 'auditor' });

  await expect.element(ways).toMatchTextContent(/Google/);
  await expect.element(ways.getByRole('button')).not.toBeInTheDocument();
});

it('says that the password of a linked account is not kept here', async () => {
  const { tenant, openUser, linda } = await startLinked();
  const identities = tenant.user(linda.user_id)?.identities.toReversed() ?? [];
  tenant.changeUser(linda.user_id, { identities });

  openUser(linda, 'security');

  await expect
    .element(region('Password'))
    .toMatchTextContent(/password of Linda Linked belongs to a linked account/);
  await expect.element(button('Send a password mail')).not.toBeInTheDocument();
});
