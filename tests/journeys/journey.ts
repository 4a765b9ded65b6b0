import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { demoPeople } from '#mocks/seed/demo-seed.ts';
import { demoPassword } from '#mocks/seed/names.ts';
import { stackUrl, tenantUrl } from './addresses.ts';

export { expect };

/** What Chromium itself says of an answer that a test has asked for. */
const expectedWords = /Failed to load resource: the server responded with a status of (4\d\d|5\d\d)/;

/** For lists of people who have pictures: the hosts of these are made up. */
export const missingPictures = /Failed to load resource/;

/**
 * A browser in which a stray error on the console fails the test; `expectedErrors` are those that it provokes. `elsewhere`
 * is another person's browser.
 */
export const test = base.extend<{ elsewhere: Page; quietConsole: undefined; expectedErrors: RegExp }>({
  expectedErrors: [expectedWords, { option: true }],
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const errors = listen(context, expectedErrors);
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
  elsewhere: async ({ browser, expectedErrors }, use) => {
    const context = await browser.newContext();
    const errors = listen(context, expectedErrors);
    await use(await context.newPage());
    await context.close();
    expect(errors).toEqual([]);
  },
});

/** Collects what the console says and nobody expects. */
function listen(context: BrowserContext, expectedErrors: RegExp): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !expectedErrors.test(message.text())) errors.push(message.text());
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  return errors;
}

/** A demo person by the beginning of his email. */
export function person(name: string) {
  const found = demoPeople.find(({ email }) => email.startsWith(`${name}@`));
  if (!found) throw new Error(`Nobody of the demo is called ${name}.`);
  return found;
}

/**
 * Fills in the tenant's login page, which must be open.
 *
 * @param name - of a demo person, or an email.
 */
export async function logIn(page: Page, name: string, password = demoPassword): Promise<void> {
  const email = name.includes('@') ? name : person(name).email;
  await page.getByLabel('Email or username').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Opens an address of the app and signs in on the way. */
export async function open(page: Page, name: string, path = '/', site = stackUrl): Promise<void> {
  await page.goto(site + path);
  await logIn(page, name);
}

/** Goes to another part of a user's page. */
export async function openTab(page: Page, name: 'Profile' | 'Sign-in and security' | 'Roles' | 'Activity') {
  await page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name }).click();
}

/** A button of the page itself, not of a dialog. */
export function button(page: Page, name: string) {
  return page.getByRole('main').getByRole('button', { name, exact: true });
}

/** A button of the dialog that lies above all else. */
export function inDialog(page: Page, name: string) {
  return page.getByRole('dialog').last().getByRole('button', { name, exact: true });
}

/** Waits until the page has said that something was done. */
export async function said(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();
}

/** What the stack's tenant has mailed to somebody, newest last. */
export async function mailsTo(address: string): Promise<{ kind: string; url: string }[]> {
  const mails: { to: string; kind: string; url: string }[] = await (
    await fetch(`${tenantUrl}/_control/mails`)
  ).json();
  return mails.filter(({ to }) => to === address);
}

/** The link of the last mail to somebody. */
export async function mailedLink(address: string): Promise<string> {
  await expect.poll(async () => (await mailsTo(address)).length).toBeGreaterThan(0);
  return (await mailsTo(address)).at(-1)?.url ?? '';
}

/** Sets a password on the tenant's own page, which must be open. */
export async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same again').fill(password);
  await page.getByRole('button', { name: 'Set password' }).click();
}

export function searchBox(page: Page) {
  return page.getByRole('textbox', { name: 'Search users' });
}

/** The text that says which rows are shown, of how many. */
export function shownRange(page: Page) {
  return page.getByRole('navigation', { name: 'Pages' }).getByRole('paragraph');
}

/** The rows of the list, once it shows any. */
export function rows(page: Page) {
  return page.getByRole('table', { name: 'Users' }).locator('tbody').getByRole('row');
}

/** Who is listed, in order. Nothing that changes while one looks, such as the last sign-in. */
export function names(page: Page): Promise<string[]> {
  return rows(page).getByRole('link').allInnerTexts();
}

/** Opens a user's page by searching for him. */
export async function openUser(page: Page, search: string, name: string): Promise<void> {
  await searchBox(page).fill(search);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Tells the stack's tenant to misbehave. */
export async function setFaults(faults: object): Promise<void> {
  const response = await fetch(`${tenantUrl}/_control/faults`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
  expect(response.status).toBe(200);
}
