import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { demoPassword } from '#mocks/seed/names.ts';
import { chromiumLaunch, findChromium } from '#tests/browser/chromium.ts';
import type { ServedApp } from './served-app.ts';

export function openBrowser(): Promise<Browser> {
  return chromium.launch(chromiumLaunch(findChromium()));
}

/** A browser of its own, in the language of the tests. */
export function openContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', viewport: { width: 1280, height: 900 } });
}

/** Opens an address of the app and signs its admin in on the way. */
export async function signIn(page: Page, app: ServedApp, path = `${app.home}/users`, site = app.site) {
  await page.goto(site + path);
  await logIn(page, app);
  await page.getByRole('button', { name: /Your account/ }).waitFor();
}

/** Fills in the tenant's login page, which is open or about to be; for the admin, unless said otherwise. */
export async function logIn(page: Page, app: ServedApp, email = app.admin.email ?? ''): Promise<void> {
  await page.getByLabel('Email or username').fill(email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Continue' }).click();
}
