import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { leavePath, usersPath } from '#app/paths.ts';
import { organizationId } from '#contract/me.ts';
import { userId } from '#contract/user.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { livingAccess, session } from '#tests/support/access.ts';
import { refusal } from '#tests/support/refusal.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, startUserScreen } from '#tests/support/user-screen.ts';

const acme = organizationId.parse('Acme');
const janeId = 'auth0|000000000000000000000001';
const main = page.getByRole('main');
const radio = (name: string | RegExp) => page.getByRole('radio', { name });
const step = (name: string) => page.getByRole('region', { name, exact: true });

/** The page on which Jane Doe is seen out. */
async function start(options: StartOptions & { memberOf?: string[] } = {}) {
  const { memberOf = ['Acme'], ...rest } = options;
  const app = await startUserScreen(rest);
  app.addPerson({
    memberOf,
    role: 'helpdesk',
    profile: { user_id: janeId, name: 'Jane Doe', email: 'jane@acme.example' },
    record: { sessions: [session(janeId, 's1')] },
  });
  app.open(leavePath(acme, userId.parse(janeId)));
  await expect.element(step('What should happen to the account?')).toBeVisible();
  return { ...app, jane: () => app.tenant.user(janeId) };
}

it('is reached from the end of the profile', async () => {
  const { openUser } = await start();
  openUser({ user_id: janeId });

  await page.getByRole('link', { name: 'Remove or delete…' }).click();

  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent('Jane Doe is leaving');
});

it('says by name what will happen before anything does', async () => {
  const { writes } = await start();

  await button('Go on').click();

  await expect.element(page.getByRole('heading', { name: 'This will happen' })).toHaveFocus();
  await expect
    .element(step('This will happen'))
    .toMatchTextContent(/Jane Doe is blocked.*signed out.*loses these roles: Helpdesk.*account is deleted/);
  expect(writes()).toEqual([]);
});

it('plans the deletion, and gives a receipt', async () => {
  const { jane, tenant } = await start();
  await page.getByRole('spinbutton', { name: 'Days until then' }).fill('14');
  await button('Go on').click();

  await button('Delete Jane Doe in 14 days').click();

  await expect.element(page.getByRole('heading', { name: 'Receipt' })).toHaveFocus();
  await expect
    .element(step('Receipt'))
    .toMatchTextContent(/Account blocked ?Done.*Sessions and access ended ?Done.*Deletion planned ?Done/);
  await expect.element(page.getByRole('link', { name: 'Everyone who is leaving' })).toBeVisible();
  expect(jane()?.blocked).toBe(true);
  expect(await livingAccess(tenant, janeId)).toEqual([]);
});

it('refuses a number of days that cannot be', async () => {
  const { writes } = await start();
  const days = page.getByRole('spinbutton', { name: 'Days until then' });
  await days.fill('400');

  await button('Go on').click();

  await expect.element(days).toHaveFocus();
  await expect.element(days).toHaveAccessibleDescription('Between 1 and 365 days.');
  expect(writes()).toEqual([]);
});

it('deletes only when the email is typed, and gives a certificate', async () => {
  const { jane, writes } = await start();
  await radio('Delete now').click();
  await button('Go on').click();
  const confirm = page.getByRole('textbox', { name: /jane@acme\.example/ });
  await confirm.fill('jane@acme');
  await button('Delete Jane Doe now').click();
  await expect.element(confirm).toHaveFocus();
  await expect.element(confirm).toHaveAccessibleDescription(/That is not the same/);
  expect(writes()).toEqual([]);

  await confirm.fill('jane@acme.example');
  await userEvent.keyboard('{Enter}');

  await expect.element(page.getByRole('heading', { name: 'Certificate of erasure' })).toHaveFocus();
  await expect
    .element(main)
    .toMatchTextContent(new RegExp(`account of Jane Doe \\(${janeId.replace('|', '\\|')}\\)`));
  await expect.element(button('Print')).toBeVisible();
  expect(jane()).toBeUndefined();
});

it('takes the person out of the list without asking for it again, and asks for nobody who is gone', async () => {
  const { tenant, open } = await start();
  open(usersPath(acme));
  await page.getByRole('link', { name: 'Jane Doe', exact: true }).click();
  await page.getByRole('link', { name: 'Remove or delete…' }).click();
  await radio('Remove from Acme').click();
  await button('Go on').click();
  tenant.calls.length = 0;

  await button('Remove Jane Doe').click();
  await expect.element(page.getByRole('heading', { name: 'Receipt' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to all users' }).click();

  await expect.element(page.getByRole('link', { name: 'Ada Admin', exact: true })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Jane Doe', exact: true })).not.toBeInTheDocument();
  const afterwards = tenant.calls.slice(tenant.calls.findLastIndex(({ method }) => method !== 'GET') + 1);
  expect(afterwards.filter(({ path }) => path.includes('000000000000000000000001'))).toHaveLength(0);
  expect(tenant.calls.filter(({ path }) => path === '/api/v2/users')).toEqual([]);
});

it('promises at the end of a shared profile nothing but removal', async () => {
  const { openUser } = await start({ memberOf: ['Acme', 'Globex'] });

  openUser({ user_id: janeId });

  await expect.element(step('Leaving and deletion')).toMatchTextContent(/Removes them from Acme/);
  await expect.element(step('Leaving and deletion')).not.toMatchTextContent(/Blocks the account/);
});

it('offers nothing but removal for a person of several organizations, and says why', async () => {
  const { jane } = await start({ memberOf: ['Acme', 'Globex'] });
  await expect.element(main).toMatchTextContent(/does not belong to Acme alone/);
  await expect.element(radio(/Delete/)).not.toBeInTheDocument();
  await button('Go on').click();
  await expect.element(main).not.toMatchTextContent(/is blocked/);

  await button('Remove Jane Doe').click();

  await expect.element(main).toMatchTextContent(/Jane Doe was removed from Acme/);
  expect(jane()?.app_metadata?.organization).toEqual(['Globex']);
  expect(jane()?.blocked).toBeUndefined();
});

it('tells which step failed, and goes through it again', async () => {
  let isBroken = true;
  const { jane } = await start({
    between: async (request, pass) =>
      isBroken && request.method === 'DELETE' && request.url.includes('/roles')
        ? refusal(400, 'broken')
        : pass(request),
  });
  await button('Go on').click();
  await button('Delete Jane Doe in 30 days').click();
  await expect.element(main).toMatchTextContent(/Not everything worked/);
  await expect.element(main).toMatchTextContent(/Roles taken ?Failed.*Deletion planned ?Not tried/);

  isBroken = false;
  await button('Try again').click();
  await button('Go on').click();
  await button('Delete Jane Doe in 30 days').click();

  await expect.element(main).toMatchTextContent(/Deletion planned ?Done/);
  expect(jane()?.blocked).toBe(true);
});

it('keeps what was chosen when one goes back', async () => {
  await start();
  await page.getByRole('spinbutton', { name: 'Days until then' }).fill('7');
  await button('Go on').click();

  await button('Back').click();

  await expect
    .element(page.getByRole('heading', { name: 'What should happen to the account?' }))
    .toHaveFocus();
  await expect.element(page.getByRole('spinbutton', { name: 'Days until then' })).toHaveValue(7);
});

it('asks why where the vendor wants to know', async () => {
  const { writes } = await start({ config: { policy: definePolicy({ reasons: ['leave'] }) } });
  await button('Go on').click();

  await button('Delete Jane Doe in 30 days').click();

  await expect.element(page.getByRole('textbox', { name: 'Why?' })).toHaveFocus();
  expect(writes()).toEqual([]);
});

it('leaves once however often it is pressed', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { writes } = await start({
    between: async (request, pass) => {
      if (request.method === 'PATCH') await released;
      return pass(request);
    },
  });
  await button('Go on').click();
  const press = button('Delete Jane Doe in 30 days').element();

  for (let times = 0; times < 3; times += 1)
    press.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  await expect.element(main).toMatchTextContent(/This takes a moment/);
  release();

  await expect.element(page.getByRole('heading', { name: 'Receipt' })).toBeVisible();
  expect(writes().filter((write) => write.includes('revoke-access'))).toHaveLength(1);
});

it('says that nobody is there for someone of another organization', async () => {
  const { addPerson, open } = await start();
  const outsider = addPerson({ memberOf: 'Globex', profile: { name: 'Hank' } });

  open(leavePath(acme, userId.parse(outsider.user_id)));

  await expect.element(page.getByRole('link', { name: 'Go to all users' })).toBeVisible();
  await expect.element(main).not.toMatchTextContent(/Hank/);
});
