import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { deny } from '#proxy/policy/denial.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { TenantUser } from '#tenant/model.ts';
import { startApp } from '#tests/support/show-app.tsx';
import type { StartOptions } from '#tests/support/start-proxy.ts';

const database = { name: 'Username-Password-Authentication', label: 'Email and password', strategy: 'auth0' };
const policy = definePolicy({
  fields: [
    {
      name: 'cost_centre',
      label: 'Cost centre',
      path: 'app_metadata.cost_centre',
      shows: ['create'],
      editable: true,
    },
    { name: 'hidden', label: 'Hidden', path: 'app_metadata.hidden', shows: ['detail'], editable: true },
  ],
  connections: () => [database, { name: 'sms', label: 'Text message', strategy: 'sms' }],
  memberships: () => ({
    label: 'Site',
    path: 'app_metadata.site',
    required: true,
    choices: [
      { value: 'berlin', label: 'Berlin' },
      { value: 'lisbon', label: 'Lisbon' },
    ],
  }),
  creation: ['invite', 'password'],
  passwords: 'temporary',
});

async function start(address = '/o/Acme/users/new', options: StartOptions = {}) {
  await page.viewport(1280, 900);
  const bodies: TenantUser[] = [];
  const between: StartOptions['between'] = async (request, pass) => {
    const response = await pass(request);
    const isMade = request.method === 'POST' && request.url.endsWith('/api/v2/users') && response.ok;
    if (isMade) bodies.push(await response.clone().json());
    return response;
  };
  const app = await startApp({ config: { policy }, between, ...options });
  const opened: { close: () => void }[] = [];
  const leave = () => {
    for (const shown of opened.splice(0)) shown.close();
  };
  onTestFinished(leave);
  const open = (to = address) => {
    leave();
    opened.push(app.open(to));
  };
  const made = () =>
    app.tenant.calls.filter(({ method, path }) => method === 'POST' && path === '/api/v2/users');
  /** As the tenant holds him now. */
  const userOf = (email: string) => {
    const ids = bodies.filter((user) => user.email === email).map(({ user_id }) => user_id);
    return ids.map((id) => app.tenant.user(id)).find((user) => user !== undefined);
  };
  return { ...app, open, made, userOf };
}

const main = page.getByRole('main');
const field = (name: string) => main.getByLabelText(name, { exact: true });
const button = (name: string) => main.getByRole('button', { name, exact: true });

it('invites a person, and says no more than that it was taken', async () => {
  const { open, userOf } = await start();
  open();
  await field('Email').fill('New.Person@acme.example');
  await field('First name (optional)').fill('New');
  await field('Last name (optional)').fill('Person');
  await field('Cost centre (optional)').fill('4711');
  await main.getByRole('checkbox', { name: 'Berlin' }).click();

  await button('Invite').click();

  const heading = page.getByRole('heading', {
    name: 'We’ve taken your request to invite new.person@acme.example.',
  });
  await expect.element(heading).toHaveFocus();
  await expect.element(main).toMatchTextContent(/They appear in the list of users once they have signed in/);
  expect(userOf('new.person@acme.example')).toMatchObject({
    name: 'New Person',
    given_name: 'New',
    app_metadata: { organization: 'Acme', cost_centre: '4711', site: expect.anything() },
  });
});

it('says the same when the address belongs to someone of another organization', async () => {
  const { open, addPerson, tenant } = await start();
  const hank = addPerson({ memberOf: 'Globex', profile: { email: 'hank@globex.example', name: 'Hank' } });
  open();
  await field('Email').fill('hank@globex.example');
  await main.getByRole('checkbox', { name: 'Berlin' }).click();

  await button('Invite').click();

  await expect
    .element(page.getByRole('heading', { name: 'We’ve taken your request to invite hank@globex.example.' }))
    .toBeVisible();
  await expect.element(main).not.toMatchTextContent(/Hank|Globex/);
  expect(tenant.user(hank.user_id)?.app_metadata).toEqual({ organization: 'Globex' });
});

it('leads to someone who is a member already, and back to what was entered', async () => {
  const { open, addPerson } = await start();
  addPerson({ memberOf: 'Acme', profile: { email: 'jane@acme.example', name: 'Jane Doe' } });
  open();
  await field('Email').fill('jane@acme.example');
  await main.getByRole('checkbox', { name: 'Berlin' }).click();
  await button('Invite').click();

  await expect.element(page.getByRole('heading', { name: 'Jane Doe is already a member' })).toHaveFocus();
  await expect.element(main.getByRole('link', { name: 'Open Jane Doe' })).toBeVisible();
  await button('Change what you entered').click();

  await expect.element(field('Email')).toHaveValue('jane@acme.example');
});

it('says what is missing, and asks only for what the vendor wants to know', async () => {
  const { open, made } = await start();
  open();

  await button('Invite').click();

  await expect.element(field('Email')).toHaveFocus();
  await expect.element(field('Email')).toHaveAccessibleDescription('Fill this in.');
  await expect
    .element(main.getByRole('group', { name: 'Site' }))
    .toHaveAccessibleDescription('Choose at least one.');
  await expect.element(main.getByText('Hidden')).not.toBeInTheDocument();
  expect(made()).toEqual([]);
});

it('asks for what the chosen connection needs, and keeps what was entered', async () => {
  const { open } = await start();
  open();
  await field('First name (optional)').fill('New');

  await field('How they sign in').selectOptions('Text message');

  await expect.element(field('Phone number')).toBeVisible();
  await expect.element(main.getByLabelText('Email', { exact: true })).not.toBeInTheDocument();
  await expect.element(main).toMatchTextContent(/a code that they get by text message/);
  await expect.element(field('First name (optional)')).toHaveValue('New');
  await expect.element(button('Add')).toBeVisible();
});

it('ticks what a temporary password meets, and shows it once', async () => {
  const { open, userOf } = await start();
  open();
  await field('Email').fill('new.person@acme.example');
  await main.getByRole('checkbox', { name: 'Lisbon' }).click();
  await main.getByRole('radio', { name: 'Temporary password' }).click();
  const box = main.getByRole('textbox', { name: 'Temporary password' });

  await box.fill('short');
  await expect
    .element(main.getByRole('listitem').filter({ hasText: 'characters or more' }))
    .toMatchTextContent(/^Still missing/);
  await button('Make one up').click();
  await expect
    .element(main.getByRole('listitem').filter({ hasText: 'characters or more' }))
    .toMatchTextContent(/^Done/);
  const password = (box.element() as HTMLInputElement).value;
  await button('Add').click();

  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toMatchTextContent('The temporary password of new.person@acme.example');
  await expect.element(dialog.getByText(password)).toBeVisible();
  expect(userOf('new.person@acme.example')?.app_metadata).toHaveProperty('steward_temporary_password');
});

it('lists whom the organization awaits, and takes an invitation back', async () => {
  const { open, userOf } = await start();
  open();
  await field('Email').fill('new.person@acme.example');
  await main.getByRole('checkbox', { name: 'Berlin' }).click();
  await button('Invite').click();
  await main.getByRole('link', { name: 'See invitations' }).click();
  const item = main.getByRole('listitem').filter({ hasText: 'new.person@acme.example' });
  await expect.element(item).toMatchTextContent(/by Ada Admin/);

  await item.getByRole('button', { name: 'Withdraw the invitation of new.person@acme.example' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();

  await expect.element(main.getByText('No open invitations')).toBeVisible();
  expect(userOf('new.person@acme.example')).toBeUndefined();
});

it('lets those who may not add people look, and offers them nothing', async () => {
  const { open } = await start('/o/Acme/users/new', { role: 'auditor' });
  open();
  await expect.element(main).toMatchTextContent(/You may not add people/);

  open('/o/Acme/users');

  await expect.element(page.getByRole('heading', { name: 'Users' })).toBeVisible();
  await expect.element(main.getByRole('link', { name: 'Add people' })).not.toBeInTheDocument();
});

it.each(['/o/Acme/users/new', '/o/Acme/invitations'])(
  'says at %s for what reason the vendor lets this admin add nobody',
  async (address) => {
    const { open } = await start(address, {
      config: {
        policy: { ...policy, access: ({ action }) => action !== 'createUser' || deny('Ask Orbit.') },
      },
    });

    open();

    await expect.element(main).toMatchTextContent(/Ask Orbit\./);
    await expect.element(main.getByRole('textbox')).not.toBeInTheDocument();
  },
);
