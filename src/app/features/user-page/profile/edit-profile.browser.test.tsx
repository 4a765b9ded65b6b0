import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { reasonHeader } from '#contract/route.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, region, said, startUserScreen } from '#tests/support/user-screen.ts';

const fields = [
  {
    name: 'team',
    label: 'Team',
    path: 'app_metadata.team',
    type: 'choice',
    options: [
      { value: 'north', label: 'North' },
      { value: 'south', label: 'South' },
    ],
    shows: ['edit', 'detail'],
    editable: true,
  },
  {
    name: 'desk',
    label: 'Desk',
    path: 'user_metadata.desk',
    type: 'number',
    limits: { minimum: 1, maximum: 99 },
    required: true,
    shows: ['edit', 'detail'],
    editable: true,
  },
  {
    name: 'badge',
    label: 'Badge',
    path: 'user_metadata.badge',
    validate: (value: unknown) => value !== 'taken' || 'Someone has this badge.',
    shows: ['edit', 'detail'],
    editable: true,
  },
  {
    name: 'floor',
    label: 'Floor',
    path: 'user_metadata.floor',
    type: 'number',
    limits: { minimum: 1 },
    shows: ['edit', 'detail'],
    editable: true,
  },
  { name: 'plan', label: 'Plan', path: 'app_metadata.plan', shows: ['edit', 'detail'] },
] as const;

/** The page of Jane at desk 7. */
async function start(options: StartOptions = {}) {
  const app = await startUserScreen({ config: { policy: definePolicy({ fields }) }, ...options });
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: {
      name: 'Jane Doe',
      given_name: 'Jane',
      nickname: 'janie',
      email: 'jane@acme.example',
      app_metadata: { organization: 'Acme', team: 'north', plan: 'pro' },
      user_metadata: { desk: 7 },
    },
  });
  app.openUser(jane);
  const now = () => {
    const user = app.tenant.user(jane.user_id);
    if (!user) throw new Error('Jane is gone');
    return user;
  };
  return { ...app, jane, now };
}

const field = (name: string) => dialog.getByLabelText(name, { exact: true });

it('changes what was changed and nothing else, and shows it at once', async () => {
  const { now, writes } = await start();
  await button('Edit profile').click();
  await expect.element(field('Name')).toHaveFocus();

  await field('Last name (optional)').fill('Roe');
  await field('Nickname (optional)').fill('');
  await field('Team (optional)').selectOptions('South');
  await field('Desk').fill('8');
  await inDialog('Save').click();

  await expect.element(said('Saved the profile of Jane Doe')).toBeInTheDocument();
  await expect.element(region('Profile')).toMatchTextContent(/Last nameRoe.*TeamSouthDesk8/);
  expect(now()).toMatchObject({
    name: 'Jane Doe',
    family_name: 'Roe',
    app_metadata: { organization: 'Acme', team: 'south', plan: 'pro' },
    user_metadata: { desk: 8 },
  });
  expect(now().user_metadata).not.toHaveProperty('floor');
  expect(now().nickname).toBeUndefined();
  expect(writes()).toHaveLength(1);
});

it('does not offer a field that this admin may not change', async () => {
  await start();

  await button('Edit profile').click();

  await expect.element(field('Team (optional)')).toBeVisible();
  await expect.element(dialog.getByText('Plan')).not.toBeInTheDocument();
});

it('says at each field what is wrong with it, before and after asking the API', async () => {
  const { writes } = await start();
  await button('Edit profile').click();

  await field('Name').fill('');
  await field('Desk').fill('120');
  await inDialog('Save').click();

  await expect.element(field('Name')).toHaveAccessibleDescription(/Fill this in/);
  await expect.element(field('Name')).toHaveFocus();
  await expect.element(field('Desk')).toHaveAccessibleDescription('Use 99 or less.');

  await field('Name').fill('Jane D.');
  await field('Desk').fill('12');
  await field('Badge (optional)').fill('taken');
  await inDialog('Save').click();

  await expect.element(field('Badge (optional)')).toHaveAccessibleDescription('Someone has this badge.');
  await expect.element(field('Badge (optional)')).toHaveFocus();
  expect(writes()).toEqual([]);
});

it('says that nothing is different instead of sending it', async () => {
  const { writes } = await start();
  await button('Edit profile').click();

  await inDialog('Save').click();

  await expect.element(dialog.getByRole('alert')).toHaveTextContent('Nothing is different from before.');
  expect(writes()).toEqual([]);
});

it('saves also where the vendor declares no fields', async () => {
  const { now } = await start({ config: { policy: definePolicy({}) } });
  await button('Edit profile').click();
  await field('Nickname (optional)').fill('jay');

  await inDialog('Save').click();

  await expect.poll(() => now().nickname).toBe('jay');
});

it('asks before throwing away what was typed', async () => {
  const { now } = await start();
  await button('Edit profile').click();
  await field('Last name (optional)').fill('Roe');

  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Keep editing' }).click();

  await expect.element(field('Last name (optional)')).toHaveValue('Roe');
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button('Edit profile')).toHaveFocus();
  expect(now().family_name).toBeUndefined();
});

it('shows what two admins changed at once, and saves what is chosen', async () => {
  const { tenant, jane, now, writes } = await start();
  await button('Edit profile').click();
  await field('First name (optional)').fill('Mine');
  await field('Last name (optional)').fill('Roe');
  tenant.changeUser(jane.user_id, {
    given_name: 'Theirs',
    nickname: 'other',
    user_metadata: { desk: 9 },
  });

  await inDialog('Save').click();

  const choice = dialog.getByRole('group', { name: 'First name' });
  await expect.element(choice.getByRole('radio', { name: 'Keep mine: Mine' })).toHaveFocus();
  await expect.element(dialog.getByRole('alert')).toMatchTextContent(/nothing was saved yet/);
  expect(writes()).toEqual([]);
  await inDialog('Save').click();
  await expect.element(dialog.getByRole('alert')).toMatchTextContent(/Choose yours or theirs/);
  await choice.getByRole('radio', { name: 'Take theirs: Theirs' }).click();
  await expect.element(field('First name (optional)')).toHaveValue('Theirs');
  await inDialog('Save').click();

  await expect.element(said('Saved the profile of Jane Doe')).toBeInTheDocument();
  expect(now()).toMatchObject({
    given_name: 'Theirs',
    family_name: 'Roe',
    nickname: 'other',
    user_metadata: { desk: 9 },
  });
});

it('keeps mine where I choose so', async () => {
  const { tenant, jane, now } = await start();
  await button('Edit profile').click();
  await field('First name (optional)').fill('Mine');
  tenant.changeUser(jane.user_id, { given_name: 'Theirs' });
  await inDialog('Save').click();

  await dialog.getByRole('radio', { name: 'Keep mine: Mine' }).click();
  await inDialog('Save').click();

  await expect.element(dialog).not.toBeInTheDocument();
  expect(now().given_name).toBe('Mine');
});

it('asks why where the vendor wants to know, and sends the answer along', async () => {
  const reasons: (string | null)[] = [];
  const { proxy } = await start({
    config: { policy: definePolicy({ fields, reasons: ['editProfile'] }) },
  });
  const answer = proxy.fetch;
  proxy.fetch = (request, ...rest) => {
    if (request.method === 'PATCH') reasons.push(request.headers.get(reasonHeader));
    return answer(request, ...rest);
  };
  await button('Edit profile').click();
  await field('Last name (optional)').fill('Roe');

  await inDialog('Save').click();
  await expect.element(field('Why?')).toHaveFocus();
  await expect.element(field('Why?')).toHaveAccessibleDescription(/Say why you do this/);
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await field('Why?').fill('Married – grüße');
  await inDialog('Save').click();

  await expect.element(said('Saved the profile of Jane Doe')).toBeInTheDocument();
  expect(reasons.map((reason) => decodeURIComponent(reason ?? ''))).toEqual(['Married – grüße']);
});

it('says what cannot be changed for someone of a company directory, and why', async () => {
  const { addPerson, openUser } = await start();
  const sam = addPerson({
    memberOf: 'Acme',
    profile: {
      name: 'Sam L.',
      identities: [{ connection: 'acme-okta', provider: 'samlp', user_id: 'acme-okta|sam', isSocial: false }],
    },
  });

  openUser(sam);

  await expect
    .element(region('Profile'))
    .toMatchTextContent(/cannot be changed here: they come from acme-okta whenever this person signs in/);
  await button('Edit profile').click();
  await expect.element(field('Desk')).toBeVisible();
  await expect.element(dialog.getByText('First name')).not.toBeInTheDocument();
});

it('shows an auditor no control at all', async () => {
  await start({ role: 'auditor' });

  await expect.element(region('Profile')).toMatchTextContent(/First nameJane/);
  await expect.element(button('Edit profile')).not.toBeInTheDocument();
  await expect.element(button('Change email')).not.toBeInTheDocument();
});
