import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { userTabs } from '#app/paths.ts';
import { problemUri } from '#contract/problem.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { startAttack } from '../../support/foreign-site.ts';
import { addHostilePerson, hostile, hostileWorld, payloads } from '../../support/hostile-people.ts';
import { signIn } from '../../support/open-browser.ts';
import { straight } from '../../support/served-app.ts';

const tally = attackTally('Script injection', 'run a script, or send a request, in the page of an admin');

let attack: Awaited<ReturnType<typeof startAttack>>;
let page: Page;
let userPath: string;
/** What happened besides what the app does of itself. */
const noticed: string[] = [];

beforeAll(async () => {
  attack = await startAttack(hostileWorld);
  const { app } = attack;
  const person = addHostilePerson(app);
  const context = await attack.openContext();
  page = await context.newPage();
  page.on('dialog', (dialog) => {
    noticed.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => noticed.push(`an error: ${error.error()}`));
  await context.route(
    (url) => !app.origins.includes(url.origin),
    async (route, request) => {
      // The picture that Auth0 gives to whoever has none.
      if (!/^https:\/\/s\.gravatar\.com\//.test(request.url())) noticed.push(`a request: ${request.url()}`);
      if ((await request.headerValue('referer')) !== null) noticed.push(`a referrer: ${request.url()}`);
      await route.abort();
    },
  );
  await context.exposeBinding('noticeViolation', (_, what: string) => noticed.push(`a violation: ${what}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      Object(window).noticeViolation(`${violatedDirective} ${blockedURI}`),
    );
  });
  await signIn(page, app);
  userPath = `${app.site}${app.home}/users/${encodeURIComponent(person.user_id)}`;
});
afterAll(() => attack.stop());

/** Whatever of a text has become more than text. */
function hostileElements(origins: readonly string[]): string[] {
  const selector = [
    ...['body script:not([src])', 'body style', 'body link', 'base[href*="evil"]', 'meta[http-equiv]'],
    ...['iframe', 'object', 'embed', 'form[action]', '[srcdoc]', '[style*="evil"]'],
    ...['[onerror]', '[onload]', '[onclick]'],
  ].join();
  const isSafe = (address: string) => {
    const { origin, protocol } = new URL(address, document.baseURI);
    return origins.includes(origin) || ['mailto:', 'tel:'].includes(protocol);
  };
  const links = [...document.querySelectorAll('a[href], link[href]')].filter(
    (link) => !isSafe(link.getAttribute('href') ?? ''),
  );
  const pictures = [...document.querySelectorAll('[src]')].filter(
    (picture) => !isSafe(picture.getAttribute('src') ?? '') && !/gravatar\.com/.test(picture.outerHTML),
  );
  return [...document.querySelectorAll(selector), ...links, ...pictures].map((element) =>
    element.outerHTML.slice(0, 200),
  );
}

/** How often each text stands on the screen as a text: in its words, its title, its fields and its names. */
function shownTexts(wanted: readonly string[]): number[] {
  const attributes = [...document.querySelectorAll('*')].flatMap((element) => [
    ...['title', 'alt', 'aria-label', 'placeholder', 'value'].map((name) => element.getAttribute(name) ?? ''),
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '',
  ]);
  const all = [document.title, document.body.innerText, ...attributes].join('\n');
  return wanted.map((text) => all.split(text).length - 1);
}

/** Counts each time that a payload stands on the screen, and what has come of them. */
async function look(screen: string): Promise<void> {
  const ran = await page.evaluate(() => 'ran' in window);
  const found = [
    ...noticed.splice(0),
    ...(ran ? ['a script ran'] : []),
    ...(await page.evaluate(hostileElements, attack.app.origins)),
  ];
  const shown = await page.evaluate(shownTexts, payloads);
  for (const count of shown) for (let index = 0; index < count; index += 1) tally.attempt(null);
  for (const leak of found) tally.attempt(`${screen}: ${leak}`);
  expect(found).toEqual([]);
  // A screen that shows none of them shows nothing of this.
  expect(Math.max(...shown)).toBeGreaterThan(0);
}

async function settled(): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
}

async function open(address: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), address);
  await settled();
}

/** A refusal as it might come when somebody's text stands in it. */
function hostileProblem(request: Request): Response {
  const body = {
    type: problemUri('policy-refused'),
    title: hostile,
    status: 403,
    detail: hostile,
    instance: hostile,
    errors: [{ pointer: `#/${hostile}`, detail: hostile }],
  };
  const headers = {
    'content-type': 'application/problem+json',
    'access-control-allow-origin': request.headers.get('origin') ?? '',
  };
  return new Response(JSON.stringify(body), { status: 403, headers });
}

it('shows it as text in the list, and in what is searched for', async () => {
  await page
    .getByText('Forename')
    .or(page.getByRole('table', { name: 'Users' }))
    .first()
    .waitFor();
  await open(`${attack.app.site}${attack.app.home}/users?columns=note.site.mail.call`);
  await look('list');
  for (const payload of payloads.slice(0, 6)) {
    await page.getByRole('textbox', { name: 'Search users' }).fill(payload);
    await page.waitForFunction((text) => new URLSearchParams(location.search).get('q') === text, payload);
    await settled();
    await look(`search for ${payload}`);
  }
});

it.each(userTabs)('shows it as text on the tab %s', async (tab) => {
  await open(tab === 'profile' ? userPath : `${userPath}/${tab}`);
  await page.getByRole('navigation', { name: 'Parts of this page' }).waitFor();
  await settled();

  for (const closed of await page.locator('summary, [aria-expanded=false]').all()) {
    if (await closed.isVisible()) await closed.click();
  }
  await look(tab);
});

it.each([
  ['profile', 'Edit profile'],
  ['profile', 'Change email'],
  ['profile', 'Block'],
  ['security', 'Send a password mail'],
  ['security', 'Set a temporary password'],
])('shows it as text on the tab %s in the dialog “%s”', async (tab, name) => {
  await open(tab === 'profile' ? userPath : `${userPath}/${tab}`);
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();

  await look(name);

  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

it('shows it as text in what the service answers, and in the activity log of what was done then', async () => {
  await open(userPath);
  await page.getByRole('main').getByRole('button', { name: 'Block' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why?').fill(hostile);
  attack.app.ways.proxy = async (request, pass) =>
    request.method === 'PUT' ? hostileProblem(request) : pass();
  await dialog.getByRole('button', { name: 'Block' }).click();
  await dialog.getByRole('alert').waitFor();
  await look('a refusal');

  attack.app.ways.proxy = straight;
  await dialog.getByRole('button', { name: 'Block' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await open(`${attack.app.site}${attack.app.home}/audit`);
  for (const details of await page.getByRole('button', { name: /^Details/ }).all()) await details.click();
  await look('activity log');
});

it.each(['/leave', '/../new', '/../../invitations', '/../../no-such-page'])(
  'shows it as text at %s',
  async (path) => {
    await open(userPath + path);

    await look(path);
  },
);
