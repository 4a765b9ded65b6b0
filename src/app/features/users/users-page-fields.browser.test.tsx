import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { definePolicy } from '#proxy/policy/policy.ts';
import { namesShown, person, startUsersScreen, usersList } from '#tests/support/users-screen.ts';

const policy = definePolicy({
  fields: [
    {
      name: 'team',
      label: 'Team',
      path: 'app_metadata.team',
      type: 'choice',
      options: [
        { value: 'north', label: 'North; team' },
        { value: 'a:b', label: 'A to B' },
      ],
      shows: ['list', 'filter'],
    },
    { name: 'remote', label: 'Remote', path: 'app_metadata.remote', type: 'yes-no', shows: ['filter'] },
  ],
});

async function start() {
  const app = await startUsersScreen({ config: { policy } });
  const add = (name: string, team: string, remote?: boolean) =>
    app.addMember(name, { app_metadata: { organization: 'Acme', team, remote } });
  add('Nora North', 'north', true);
  add('Norbert North', 'north', false);
  add('Abe Bell', 'a:b', true);
  return app;
}

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const column = (name: string) => page.getByRole('columnheader', { name });

it('narrows the list by declared fields, which stand in the address', async () => {
  const { open } = await start();
  open();
  await expect.element(person('Abe Bell')).toBeVisible();

  await page.getByRole('combobox', { name: 'Team' }).selectOptions('A to B');
  await namesShown().toEqual(['Abe Bell']);
  await page.getByRole('combobox', { name: 'Team' }).selectOptions('North; team');
  await page.getByRole('combobox', { name: 'Remote' }).selectOptions('Remote: Yes');

  await namesShown().toEqual(['Nora North']);
  open(location.hash.slice(1));
  await namesShown().toEqual(['Nora North']);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.element(person('Abe Bell')).toBeVisible();
  expect(location.hash).toBe(`#${usersList}`);
});

it('leaves out a filter that the vendor has not declared', async () => {
  const { open } = await start();

  open(`${usersList}?filter=salary%3Ahigh`);

  await expect.element(person('Abe Bell')).toBeVisible();
});

it('shows the columns that are chosen, on the page that is open', async () => {
  const { open } = await start();
  open(`${usersList}?sort=name%3A1`);
  await expect.element(column('Created')).toBeVisible();
  await expect.element(column('Team')).not.toBeInTheDocument();

  await page.getByRole('button', { name: 'Columns' }).click();
  await box('Team').click();
  await box('Created').click();

  await expect.element(column('Team')).toBeVisible();
  await expect.element(column('Created')).not.toBeInTheDocument();
  await expect.element(page.getByRole('row', { name: /Abe Bell/ })).toMatchTextContent(/A to B/);
  open(location.hash.slice(1));
  await expect.element(column('Team')).toBeVisible();
  await expect.element(column('Created')).not.toBeInTheDocument();
});

it('marks those who leave, and finds them', async () => {
  const { open, addMember } = await start();
  addMember('Lea Leaving', {
    blocked: true,
    app_metadata: {
      organization: 'Acme',
      steward_leaving: true,
      steward_leaving_from: 'Acme',
      steward_delete_at: '2026-12-01T00:00:00.000Z',
    },
  });
  open();

  await page.getByRole('combobox', { name: 'Status' }).selectOptions('Leaving');

  await namesShown().toEqual(['Lea Leaving']);
  await expect.element(page.getByRole('row', { name: /Lea Leaving/ })).toMatchTextContent(/Leaving/);
});
