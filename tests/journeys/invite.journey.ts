import type { Page } from '@playwright/test';
import { stackUrl } from './addresses.ts';
import {
  choosePassword,
  expect,
  inDialog,
  logIn,
  mailedLink,
  mailsTo,
  missingPictures,
  open,
  rows,
  said,
  searchBox,
  test,
} from './journey.ts';

test.use({ expectedErrors: missingPictures });

const nora = 'nora@northwind.example';
const invitations = (page: Page) => page.getByRole('list', { name: 'Invitations' }).getByRole('listitem');

async function invite(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
}

test('an invited person chooses a password, signs in, and is in the list from then on', async ({
  page,
  elsewhere,
}) => {
  const frieda = 'frieda.fresh@northwind.example';
  await open(page, nora);
  await page.getByRole('link', { name: 'Add people' }).click();
  await page.getByRole('checkbox', { name: 'Lisbon' }).check();
  await page.getByLabel('First name').fill('Frieda');
  await page.getByLabel('Last name').fill('Fresh');
  await page.getByLabel('Department').selectOption('Support');
  await page.getByLabel('Extension').fill('12x');
  await invite(page, frieda);
  await expect(page.getByLabel('Extension')).toHaveAccessibleDescription('Write two to six digits.');
  await page.getByLabel('Extension').fill('123');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: `We’ve taken your request to invite ${frieda}.` }),
  ).toBeFocused();
  await page.getByRole('link', { name: 'See invitations' }).click();
  await expect(invitations(page).filter({ hasText: frieda })).toContainText(/Invited .+ by Nora Northwind/);
  await page.getByRole('link', { name: 'All users' }).click();
  await searchBox(page).fill('frieda');
  await expect(page.getByText('Nobody matches frieda')).toBeVisible();

  await elsewhere.goto(await mailedLink(frieda));
  await choosePassword(elsewhere, 'frieda');
  await expect(elsewhere.getByText('This one does not meet')).toBeVisible();
  await choosePassword(elsewhere, 'Quiet-harbour-27');
  await expect(elsewhere.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
  await elsewhere.goto(stackUrl);
  await logIn(elsewhere, frieda, 'Quiet-harbour-27');
  await expect(elsewhere.getByRole('heading', { name: 'You are not an administrator here' })).toBeVisible();

  // The tenant's search lags behind at times.
  await expect(async () => {
    await page.reload();
    await expect(rows(page).filter({ hasText: 'Frieda Fresh' })).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.getByRole('link', { name: 'Frieda Fresh' }).click();
  const profile = page.getByRole('region', { name: 'Profile' });
  await expect(profile).toContainText('Support');
  await expect(profile).toContainText('Team');
  await page.goto(`${stackUrl}/o/Northwind/invitations`);
  await expect(page.getByRole('heading', { name: 'Invitations' })).toBeVisible();
  await expect(page.getByText('Loading invitations…')).toHaveCount(0);
  await expect(invitations(page).filter({ hasText: frieda })).toHaveCount(0);
});

test('somebody of another organization looks like somebody new, from the invitation to its end', async ({
  page,
  elsewhere,
}) => {
  const fresh = 'nobody.yet@northwind.example';
  const stranger = 'admin@globex.example';
  const seen: Record<string, string[]> = { [fresh]: [], [stranger]: [] };
  const note = (who: string, text: string) => seen[who]?.push(text.replaceAll(who, '…'));
  await open(page, nora, '/o/Northwind/users/new');

  for (const who of [fresh, stranger]) {
    await invite(page, who);
    await expect(page.getByRole('heading', { name: 'We’ve taken your request to invite' })).toBeVisible();
    note(who, await page.getByRole('main').innerText());
    await page.getByRole('button', { name: 'Add another person' }).click();
  }
  await page.goto(`${stackUrl}/o/Northwind/invitations`);
  for (const who of [fresh, stranger]) {
    const item = invitations(page).filter({ hasText: who });
    note(who, (await item.innerText()).replace(/Invited .* by/, 'Invited by'));
    await page.getByRole('button', { name: `Send again to ${who}` }).click();
    note(who, await page.getByRole('dialog').innerText());
    await inDialog(page, 'Send again').click();
    await said(page, `We’ve taken your request to send ${who} the mail again`);
  }
  const mailed = await mailedLink(fresh);
  expect(await mailsTo(fresh)).toHaveLength(2);
  expect(await mailsTo(stranger)).toEqual([]);
  for (const who of [fresh, stranger]) {
    await page.getByRole('button', { name: `Withdraw the invitation of ${who}` }).click();
    note(who, await page.getByRole('dialog').innerText());
    await inDialog(page, 'Withdraw').click();
    await said(page, `The invitation of ${who} is withdrawn`);
    await expect(invitations(page).filter({ hasText: who })).toHaveCount(0);
  }
  expect(seen[stranger]).toEqual(seen[fresh]);
  expect(seen[fresh]).toHaveLength(4);

  await elsewhere.goto(mailed);
  await expect(elsewhere.getByLabel('New password')).toHaveCount(0);
  await elsewhere.goto(stackUrl);
  await logIn(elsewhere, stranger);
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
});

test('a member who is added once more is led to', async ({ page }) => {
  await open(page, nora, '/o/Northwind/users/new');

  await invite(page, 'Henry@Northwind.example');

  await expect(page.getByRole('heading', { name: 'Henry Fitzgerald is already a member' })).toBeFocused();
  await page.getByRole('link', { name: 'Open Henry Fitzgerald' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Henry Fitzgerald' })).toBeVisible();
});
