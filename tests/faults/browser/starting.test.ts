import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromiumLaunch, findChromium } from '../../browser/chromium.ts';
import { faultTally } from '../../support/fault-tally.ts';
import { makeImpatient } from '../../support/impatient-page.ts';
import { openBrowser, openContext, signIn } from '../../support/open-browser.ts';
import { type ServedApp, serveApp, straight, type Way } from '../../support/served-app.ts';
import { technicalWords } from '../../support/technical-words.ts';

const tally = faultTally();

let app: ServedApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;

const cut: Way = async (_request, _pass, { socket }) => {
  socket.destroy();
  return new Response(null, { status: 500 });
};

/** Breaks what the site serves under some addresses. */
const only =
  (pattern: RegExp, way: Way): Way =>
  (request, pass, incoming) =>
    pattern.test(request.url) ? way(request, pass, incoming) : pass();

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), openBrowser()]);
  context = await openContext(browser);
  const first = await context.newPage();
  await signIn(first, app);
  await first.close();
});
beforeEach(async () => {
  page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await makeImpatient(page);
});
afterEach(async () => {
  Object.assign(app.ways, { site: straight, proxy: straight, tenant: straight });
  await page.close();
});
afterAll(async () => {
  await browser.close();
  app.stop();
});

const users = () => page.getByRole('table', { name: 'Users' });

async function sees(): Promise<string> {
  const heading = page.getByRole('heading', { level: 1 });
  await heading.waitFor();
  return `“${await heading.innerText()}”`;
}

it('says that the service cannot be reached when it is away at the start', async () => {
  app.ways.proxy = cut;
  await page.goto(`${app.site}${app.home}/users`);
  const admin = await sees();
  expect(technicalWords(await page.locator('body').innerText())).toEqual([]);

  app.ways.proxy = straight;
  await page.getByRole('button', { name: 'Try again' }).click();
  await users().waitFor();

  tally.seen({ fault: 'the app starts: the proxy is away', admin, recovered: true });
});

it.each<[string, Way]>([
  ['is not there', async () => new Response('Not found', { status: 404 })],
  ['is a web page', async () => new Response('<!doctype html><h1>Hello</h1>')],
  ['is cut', async (_, pass) => new Response((await (await pass()).text()).slice(0, 20))],
  ['has a wrong key', async () => Response.json({ domian: 'x' })],
  ['cannot be loaded', cut],
])('says to those who run it that config.json %s', async (what, way) => {
  app.ways.site = only(/config\.json$/, way);
  await page.goto(`${app.site}${app.home}/users`);
  const admin = await sees();

  app.ways.site = straight;
  await page.reload();
  await users().waitFor();

  tally.seen({ fault: `the app starts: config.json ${what}`, admin, recovered: true });
});

it.each([
  ['script', /\/assets\/index-[^/]*\.js$/],
  ['sign-in', /\/assets\/open-session-[^/]*\.js$/],
  ['token worker', /\/assets\/[^/]*worker[^/]*\.js$/],
  ['app', /\/assets\/start-[^/]*\.js$/],
])('says that the page is not complete when its %s does not come', async (what, file) => {
  app.ways.site = only(file, cut);
  await page.goto(`${app.site}${app.home}/users`);
  const admin = await sees();

  app.ways.site = straight;
  await page.reload();
  await users().waitFor();

  tally.seen({ fault: `the app starts: its ${what} does not come`, admin, recovered: true });
});

it('says so when the tenant is away at the start', async () => {
  app.ways.tenant = only(/oauth\/token$/, cut);
  await page.goto(`${app.site}${app.home}/users`);
  const admin = await sees();

  app.ways.tenant = straight;
  await page.getByRole('button', { name: 'Try again' }).click();
  await users().waitFor();

  tally.seen({ fault: 'the app starts: the tenant is away', admin, recovered: true });
});

it('says so when the browser keeps nothing for the way to sign-in', async () => {
  const fresh = await openContext(browser);
  const visit = await fresh.newPage();
  visit.setDefaultTimeout(8_000);
  await visit.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    Object.assign(window, { allowStorage: () => Object.assign(Storage.prototype, { setItem }) });
  });
  await visit.goto(`${app.site}${app.home}/users`);
  const heading = visit.getByRole('heading', { level: 1 });
  await heading.waitFor();
  const admin = `“${await heading.innerText()}”`;

  await visit.evaluate('allowStorage()');
  await visit.getByRole('button', { name: 'Try again' }).click();
  await visit.getByLabel('Password').waitFor();

  tally.seen({ fault: 'the app starts: the browser keeps nothing', admin, recovered: true });
  expect(admin).toBe('“Signing in did not work”');
  await fresh.close();
});

it('leads to sign-in again whoever comes back from there by the back button', async () => {
  // Playwright's browsers keep no pages for the back button, unless asked.
  const ignoreDefaultArgs = ['--disable-back-forward-cache'];
  const keeping = await chromium.launch({ ...chromiumLaunch(findChromium()), ignoreDefaultArgs });
  const visit = await keeping.newPage();
  await visit.goto(`${app.site}${app.home}/users`);
  await visit.getByLabel('Password').waitFor();

  const asked = visit.waitForRequest(/\/authorize\?/);
  await visit.evaluate(() => history.back());

  expect((await asked).isNavigationRequest()).toBe(true);
  await keeping.close();
});

it('leaves what was typed in place when the session has ended meanwhile', async () => {
  const person = app.addPerson({ name: 'Mo Member' });
  await page.goto(`${app.site}${app.home}/users/${encodeURIComponent(person.user_id)}`);
  await page.getByRole('main').getByRole('button', { name: 'Edit profile' }).click();
  const field = page.getByRole('dialog').getByLabel('Nickname');
  await field.fill('Momo');
  app.ways.proxy = async (request, pass) =>
    request.method === 'PATCH'
      ? pass(
          new Request(request, { headers: { ...Object.fromEntries(request.headers), authorization: 'x' } }),
        )
      : pass();
  app.ways.tenant = only(/oauth\/token$/, async (request) =>
    Response.json(
      { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' },
      { status: 403, headers: { 'access-control-allow-origin': request.headers.get('origin') ?? '' } },
    ),
  );

  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const ended = page.getByRole('heading', { name: 'Your session has ended' });
  await ended.waitFor();
  await page.keyboard.press('Escape');
  await ended.waitFor({ state: 'hidden' });

  const typed = await field.inputValue();
  tally.seen({
    fault: 'the app writes: the session has ended',
    admin: '“Your session has ended”',
    recovered: true,
  });
  expect(typed).toBe('Momo');
});
