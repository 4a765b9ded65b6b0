import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newField, waysBack, waysIn } from '../../support/broken-way.ts';
import { faultTally } from '../../support/fault-tally.ts';
import { makeImpatient } from '../../support/impatient-page.ts';
import { openBrowser, openContext, signIn } from '../../support/open-browser.ts';
import { type ServedApp, serveApp, straight } from '../../support/served-app.ts';
import { technicalWords } from '../../support/technical-words.ts';

const tally = faultTally();

let app: ServedApp;
let browser: Browser;
let page: Page;
let made = 0;

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), openBrowser()]);
  page = await (await openContext(browser)).newPage();
  page.setDefaultTimeout(8_000);
  await makeImpatient(page);
  await signIn(page, app);
  await page.getByRole('link', { name: 'Ada Admin' }).waitFor();
});
afterEach(() => {
  app.ways.proxy = straight;
});
afterAll(async () => {
  await browser.close();
  app.stop();
});

/** Somebody whom the app has not asked about yet. */
function addPerson() {
  made += 1;
  const person = app.addPerson({ name: `Person ${made}`, email: `person${made}@acme.example` });
  return { ...person, search: `${app.home}/users?q=person${made}`, path: pathOf(person.user_id) };
}

const pathOf = (userId: string) => `${app.home}/users/${encodeURIComponent(userId)}`;
const go = (address: string) => page.evaluate((to) => history.pushState(null, '', to), address);
const region = (name: string) => page.getByRole('main').getByRole('region', { name });

/** The first line of what the app says went wrong, where the data would have been. */
async function sees(): Promise<string> {
  const alert = page.getByRole('main').getByRole('alert');
  await alert.waitFor();
  expect(technicalWords(await page.getByRole('main').innerText())).toEqual([]);
  return `“${(await alert.innerText()).split('\n')[0]}”`;
}

/** Puts the fault to an end and asks again as the screen offers it: it is then as if nothing had been. */
async function recovers(what: Locator): Promise<boolean> {
  app.ways.proxy = straight;
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await what.waitFor();
  await page.getByRole('main').getByRole('alert').waitFor({ state: 'hidden' });
  return true;
}

/** To a reader an answer without an end is one that never comes. */
const ways = [...waysIn, ...waysBack].filter(({ name }) => name !== 'the answer never ends');

it.each(ways)('says what to do when of what it reads $name', async ({ name, way }) => {
  const person = addPerson();
  const fault = `the app reads: ${name}`;

  app.ways.proxy = way;
  await go(person.search);
  const onList = await sees();
  const listIsBack = await recovers(page.getByRole('link', { name: person.name }));
  app.ways.proxy = way;
  await go(person.path);
  const onPage = await sees();
  const pageIsBack = await recovers(region('Profile'));

  tally.seen({ fault, admin: onList, recovered: listIsBack });
  tally.seen({ fault, admin: onPage, recovered: pageIsBack });
  expect([listIsBack, pageIsBack]).toEqual([true, true]);
});

it.each([
  ['security', 'Password'],
  ['roles', 'Roles'],
  ['activity', 'Activity'],
])('says what to do when the tab %s cannot be read', async (tab, name) => {
  const person = addPerson();
  await go(person.path);
  await region('Profile').waitFor();

  app.ways.proxy = async () => new Response('x', { status: 502 });
  await go(`${person.path}/${tab}`);
  const admin = await sees();
  const recovered = await recovers(region(name).first());

  tally.seen({ fault: 'the app reads: a tab alone', admin, recovered });
  expect(recovered).toBe(true);
});

it('says that it is offline, and goes on by itself when it is not any more', async () => {
  const person = addPerson();
  await page.context().setOffline(true);
  await go(person.path);
  const admin = await sees();

  await page.context().setOffline(false);
  await region('Profile').waitFor();

  tally.seen({ fault: 'the app reads: no network', admin, recovered: true });
});

it('takes no harm of a field that it does not know', async () => {
  const person = addPerson();
  app.ways.proxy = newField.way;

  await go(person.search);
  await page.getByRole('link', { name: person.name }).waitFor();
  await go(person.path);
  await region('Profile').waitFor();

  tally.seen({ fault: `the app reads: ${newField.name}`, admin: 'all as ever', recovered: true });
});

it('says that it takes long, and shows what comes late', async () => {
  const person = addPerson();
  const late = Promise.withResolvers<void>();
  app.ways.proxy = async (_, pass) => late.promise.then(() => pass());
  await go(person.path);
  await page.getByText('This takes longer than usual').waitFor();
  late.resolve();

  await region('Profile').waitFor();

  tally.seen({
    fault: 'the app reads: a late answer',
    admin: '“This takes longer than usual”',
    recovered: true,
  });
});
