import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { userTabs } from '#app/paths.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { startAttack } from '../../support/foreign-site.ts';
import { signIn } from '../../support/open-browser.ts';

const tally = attackTally(
  'Tokens outside memory',
  'find an admin’s token where a browser keeps or sends things',
);

let attack: Awaited<ReturnType<typeof startAttack>>;
let context: BrowserContext;
let page: Page;

/** All that the tenant has handed out, by what it is. */
const secrets = new Map<string, string>();
/** What was sent where a server, or somebody on the way, would keep it. */
const sent: string[] = [];
const said: string[] = [];
/** The proxy does not take the next token, and the app asks for another. */
let refuseNext = false;

beforeAll(async () => {
  attack = await startAttack();
  const { app } = attack;
  app.ways.tenant = async (request, pass) => {
    const form = new URLSearchParams(request.method === 'POST' ? await request.clone().text() : '');
    note('verifier', form.get('code_verifier'));
    note('code', form.get('code'));
    const response = await pass();
    noteSent(request, []);
    if (request.url.endsWith('/oauth/token')) {
      const answer: Record<string, string> = await response.clone().json();
      for (const kind of ['access_token', 'id_token', 'refresh_token']) note(kind, answer[kind]);
    }
    return response;
  };
  app.ways.proxy = (request, pass) => {
    noteSent(request, ['authorization']);
    if (!refuseNext || request.method === 'OPTIONS') return pass();
    refuseNext = false;
    return pass(
      new Request(request, { headers: { ...Object.fromEntries(request.headers), authorization: 'x' } }),
    );
  };
  app.ways.site = (request, pass) => {
    // Sign-in comes back with a code, which is worth nothing without the verifier, and only once.
    if (!request.url.includes('?code=')) noteSent(request, []);
    return pass();
  };
  context = await attack.openContext();
  context.on('console', (message) => said.push(message.text()));
  await context.route(
    (url) => !app.origins.includes(url.origin),
    (route, request) => {
      // The picture that Auth0 gives to whoever has none.
      if (!request.url().startsWith('https://s.gravatar.com/avatar/'))
        sent.push(`elsewhere: ${request.url()}`);
      return route.abort();
    },
  );
  page = await context.newPage();
});
afterAll(() => attack.stop());

function note(kind: string, value: string | null | undefined) {
  if (value) secrets.set(value, kind);
}

/** @param allowed - headers in which a token belongs. */
function noteSent({ url, headers }: Request, allowed: readonly string[]): void {
  const kept = [...headers].filter(([name]) => !allowed.includes(name)).map((pair) => pair.join(': '));
  sent.push([url, ...kept].join('\n'));
  const referrer = headers.get('referer');
  // For a site's icon a browser names the site to itself.
  const isHarmless = referrer === null || referrer === `${new URL(url).origin}/`;
  tally.attempt(isHarmless ? null : `a referrer to ${url}: ${referrer}`);
}

/** Everything that a browser keeps of a page beyond its memory, as text, by the place. */
async function kept(): Promise<Record<string, string>> {
  const ofPage = await page.evaluate(async () => {
    const caches = await Promise.all(
      (await globalThis.caches.keys()).map(async (name) => {
        const cache = await globalThis.caches.open(name);
        const answers = await cache.matchAll();
        return Promise.all(answers.map((answer) => answer.text()));
      }),
    );
    return {
      address: location.href,
      history: JSON.stringify(history.state),
      'window name': window.name,
      referrer: document.referrer,
      cookies: document.cookie,
      'local storage': JSON.stringify(localStorage),
      'session storage': JSON.stringify(sessionStorage),
      caches: JSON.stringify(caches),
      // The address of the page's own first request stands there as it was: with the code, until the next load.
      timings: JSON.stringify(performance.getEntries().filter(({ entryType }) => entryType !== 'navigation')),
      document: document.documentElement.outerHTML,
      'global variables': Object.values(window)
        .filter((value) => typeof value === 'string')
        .join(),
    };
  });
  const state = await context.storageState({ indexedDB: true });
  return { ...ofPage, databases: JSON.stringify(state.origins), 'cookie jar': JSON.stringify(state.cookies) };
}

async function look(moment: string): Promise<void> {
  const places = {
    ...(await kept()),
    console: said.splice(0).join('\n'),
    requests: sent.splice(0).join('\n'),
  };
  for (const [place, text] of Object.entries(places)) {
    const found = [...secrets].find(([secret]) => text.includes(secret));
    tally.attempt(found ? `${moment}: ${found[1]} in ${place}` : null);
    if (place === 'requests' && text.includes('elsewhere: ')) tally.attempt(`${moment}: a request ${text}`);
  }
}

it('keeps tokens in memory alone, through a day of work', async () => {
  const { app } = attack;
  const person = app.addPerson({ name: 'Mo Member', email: 'mo@acme.example' });
  const userPath = `${app.site}${app.home}/users/${encodeURIComponent(person.user_id)}`;
  const open = async (address: string) => {
    await page.evaluate((to) => history.pushState(null, '', to), address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
  };
  await signIn(page, app);
  await look('signed in');
  await page.getByRole('textbox', { name: 'Search users' }).fill('mo');
  await page.getByRole('link', { name: 'Mo Member' }).click();
  for (const tab of userTabs) {
    await open(tab === 'profile' ? userPath : `${userPath}/${tab}`);
    await look(tab);
  }
  await open(userPath);
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await look('an act');
  await open(`${app.site}${app.home}/audit`);
  await page.reload();
  await page.getByRole('table', { name: 'Activity' }).waitFor();
  await look('a reload');
  refuseNext = true;
  await open(userPath);
  await look('a renewed token');
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('Email or username').waitFor();
  await page.goBack();
  await page.waitForURL(`${app.tenant.url}/**`);
  await look('signed out');

  const kinds = [...new Set(secrets.values())].toSorted();
  expect(kinds).toEqual(['access_token', 'code', 'id_token', 'refresh_token', 'verifier']);
  expect([...secrets.values()].filter((kind) => kind === 'refresh_token').length).toBeGreaterThan(1);
  expect(tally.leaks).toEqual([]);
});
