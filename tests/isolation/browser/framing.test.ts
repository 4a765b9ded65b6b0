import { readdirSync } from 'node:fs';
import type { BrowserContext, Frame } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteFolder } from '#tests/browser/build-site.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { startAttack } from '../../support/foreign-site.ts';
import { signIn } from '../../support/open-browser.ts';

const tally = attackTally('Framing', 'make an admin click in a page that he does not see');

/** Ways to put another page into one's own. */
const frames: Record<string, (address: string) => string> = {
  iframe: (address) => `<iframe src="${address}"></iframe>`,
  sandbox: (address) =>
    `<iframe sandbox="allow-scripts allow-same-origin allow-forms" src="${address}"></iframe>`,
  'empty sandbox': (address) => `<iframe sandbox="" src="${address}"></iframe>`,
  credentialless: (address) => `<iframe credentialless src="${address}"></iframe>`,
  'no referrer': (address) => `<iframe referrerpolicy="no-referrer" src="${address}"></iframe>`,
  object: (address) => `<object data="${address}" type="text/html"></object>`,
  'object without a type': (address) => `<object data="${address}"></object>`,
  embed: (address) => `<embed src="${address}" type="text/html">`,
  nested: (address) =>
    `<iframe srcdoc="<iframe src='${address.replaceAll('&', '&amp;')}'></iframe>"></iframe>`,
  'from a data address': (address) =>
    `<iframe src="data:text/html,${encodeURIComponent(`<iframe src="${address}"></iframe>`)}"></iframe>`,
  'led there later': (address) =>
    `<iframe onload="if (!this.led) { this.led = true; this.contentWindow.location = '${address}' }"></iframe>`,
};

let attack: Awaited<ReturnType<typeof startAttack>>;
let context: BrowserContext;

beforeAll(async () => {
  attack = await startAttack();
  context = await attack.openContext();
  const page = await context.newPage();
  await signIn(page, attack.app);
  await page.close();
});
afterAll(() => attack.stop());

interface Attempt {
  address: string;
  way: string;
}

const nameOf = ({ address, way }: Attempt) => `${address} by ${way}`;

/** Tries all in one page of another origin; gives the names of those that show what they were led to. */
async function shownIn(origin: string, attempts: readonly Attempt[]): Promise<string[]> {
  const parts = attempts.map(
    (attempt) => `<div id="${nameOf(attempt)}">${frames[attempt.way]?.(attempt.address)}</div>`,
  );
  const page = await context.newPage();
  await page.goto(attack.foreignPage(origin, parts.join('\n')));
  const origins = attempts.map(({ address }) => new URL(address).origin);
  // A frame that has never arrived anywhere has no address.
  const shown = page.frames().filter((frame) => origins.includes(URL.parse(frame.url())?.origin ?? ''));
  const found = await Promise.all(shown.map(placeOf));
  await page.close();
  return found;
}

/** The id of what a frame, or the frame around it, stands in. */
async function placeOf(frame: Frame): Promise<string> {
  let outer = frame;
  while (outer.parentFrame()?.parentFrame()) outer = outer.parentFrame() ?? outer;
  const element = await outer.frameElement();
  return element.evaluate((node) => node.parentElement?.id ?? '');
}

function addresses(): string[] {
  const { app } = attack;
  const [script] = readdirSync(`${siteFolder}/assets`).filter((file) => file.endsWith('.js'));
  const authorize = new URLSearchParams({
    response_type: 'code',
    client_id: 'steward-spa',
    redirect_uri: `${app.site}/`,
    scope: 'openid',
    state: 'x',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  return [
    `${app.site}/o/Acme/users`,
    `${app.tenant.url}/authorize?${authorize}&prompt=login`,
    ...[
      '/',
      `/o/Acme/users/${encodeURIComponent(app.admin.user_id)}`,
      `/o/Acme/users/${encodeURIComponent(app.admin.user_id)}/leave`,
      '/o/Acme/audit',
      '/?code=x&state=y',
      '/?error=access_denied&state=y',
      '/no/such/page',
      '/index.html',
      '/config.json',
      '/icon.svg',
      '/start.js',
      `/assets/${script}`,
      '/assets/missing.js',
    ].map((path) => app.site + path),
    ...['/me', '/users', '/openapi.json', '/no-such-route'].map((path) => app.proxy + path),
    `${app.proxy.replace('/api', '')}/healthz`,
    `${app.tenant.url}/authorize?${authorize}&prompt=none&response_mode=web_message`,
    `${app.tenant.url}/authorize?${authorize}&prompt=none`,
    `${app.tenant.url}/v2/logout?client_id=steward-spa&returnTo=elsewhere`,
  ];
}

/** Every way to the first addresses, and two ways to each of the others: what forbids it is one header. */
function everyAttempt(wanted: readonly string[]): Attempt[] {
  return wanted.flatMap((address, index) =>
    (index < 2 ? Object.keys(frames) : ['iframe', 'object']).map((way) => ({ address, way })),
  );
}

it('notices a page that lets itself be framed', async () => {
  const attempts = Object.keys(frames).map((way) => ({ address: `${attack.app.bareSite}/`, way }));

  const shown = await shownIn(attack.foreign[0], attempts);

  expect(shown.toSorted()).toEqual(attempts.map(nameOf).toSorted());
});

it('shows no page of the app, the proxy or the tenant in a frame of a foreign origin', async () => {
  for (const origin of attack.foreign) {
    const attempts = everyAttempt(addresses());
    const shown = await shownIn(origin, attempts);
    for (const name of attempts.map(nameOf))
      tally.attempt(shown.includes(name) ? `${name} on ${origin}` : null);
  }

  expect(tally.leaks).toEqual([]);
});
