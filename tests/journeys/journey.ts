import { test as base, expect, type Page } from '@playwright/test';
import { demoPeople } from '#mocks/seed/demo-seed.ts';
import { stackUrl, tenantUrl } from './addresses.ts';

export { expect };

/** What Chromium itself says of an answer that a test has asked for. */
const expectedWords = /Failed to load resource: the server responded with a status of (4\d\d|5\d\d)/;

/** A browser in which a stray error on the console fails the test; `expectedErrors` are those that it provokes. */
export const test = base.extend<{ quietConsole: undefined; expectedErrors: RegExp }>({
  expectedErrors: [expectedWords, { option: true }],
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' && !expectedErrors.test(message.text())) errors.push(message.text());
      });
      context.on('weberror', (error) => errors.push(String(error.error())));
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** A demo person by the beginning of his email. */
export function person(name: string) {
  const found = demoPeople.find(({ email }) => email.startsWith(`${name}@`));
  if (!found) throw new Error(`Nobody of the demo is called ${name}.`);
  return found;
}

/** Fills in the tenant's login page, which must be open. */
export async function logIn(page: Page, name: string): Promise<void> {
  const { email, password } = person(name);
  await page.getByLabel('Email or username').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Opens an address of the app and signs in on the way. */
export async function open(page: Page, name: string, path = '/', site = stackUrl): Promise<void> {
  await page.goto(site + path);
  await logIn(page, name);
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
