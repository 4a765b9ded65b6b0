import { chromium } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { roleNames } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { chromiumLaunch, findChromium } from '../../browser/chromium.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { logIn, openContext, signIn } from '../../support/open-browser.ts';
import { serveApp } from '../../support/served-app.ts';

const tally = attackTally(
  'Kept pages',
  'be given what another admin had on the screen, with his token, by the back button of a shared browser',
);

it('does not give the page of one admin back to another who has signed in from it', async () => {
  const app = await serveApp({ policy: { stepUp: { changeEmail: { maxAgeSeconds: 60 } } } });
  onTestFinished(() => void app.stop());
  const other = app.addPerson(
    { name: 'Bo Other', email: 'bo@acme.example' },
    { roles: [roleId(roleNames.administrator)] },
  );
  const person = app.addPerson({ name: 'Mo Member', email: 'mo@acme.example' });
  // Playwright's browsers keep no pages for the back button, unless asked.
  const ignoreDefaultArgs = ['--disable-back-forward-cache'];
  const browser = await chromium.launch({ ...chromiumLaunch(findChromium()), ignoreDefaultArgs });
  onTestFinished(() => browser.close());
  const page = await (await openContext(browser)).newPage();
  await signIn(page, app, `${app.home}/users/${encodeURIComponent(person.user_id)}`);
  await page.getByRole('button', { name: 'Change email' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in now' }).click();
  const confirm = page.getByRole('dialog', { name: 'Confirm that it is you' });
  // As long after the first sign-in as the policy asks, the tenant wants a password.
  await page.context().clearCookies();
  await confirm.getByRole('button', { name: 'Sign in again' }).click();
  await logIn(page, app, other.email);
  const account = page.getByRole('button', { name: /Your account/ });
  await account.filter({ hasText: 'Bo Other' }).waitFor();

  const back = page.waitForEvent('framenavigated');
  await page.evaluate(() => history.go(-2));
  await back;

  const isHis = async () => /Bo Other/.test(await account.innerText());
  const found = await expect
    .poll(isHis, { timeout: 20_000 })
    .toBe(true)
    .then(
      () => null,
      () => 'somebody else’s page was given back',
    );
  tally.attempt(found);
  expect(tally.leaks).toEqual([]);
});
