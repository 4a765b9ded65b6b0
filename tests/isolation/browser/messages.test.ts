import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { attackTally } from '../../support/attack-tally.ts';
import { startAttack } from '../../support/foreign-site.ts';
import { logIn } from '../../support/open-browser.ts';

const tally = attackTally(
  'Windows and messages',
  'steer the app, or hear its tokens, from the page that has opened it',
);

/**
 * Opens the app, and posts messages of every kind to it as long as it is open: those of a silent sign-in first, then
 * what other libraries listen to, then what may be too much for whoever reads it.
 */
function hostileScript(address: string): string {
  return `<script>
const heard = [];
addEventListener('message', (event) => heard.push(event.data));
const channel = () => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event) => heard.push(event.data);
  return port2;
};
const cyclic = {}; cyclic.self = cyclic;
let deep = []; for (let depth = 0; depth < 2000; depth += 1) deep = [deep];
const getter = { get type() { return 'authorization_response' }, get response() { return { error: 'login_required' } } };
const answers = [
  { code: 'stolen', state: 'x' }, { error: 'login_required', error_description: 'Login required', state: 'x' },
  { error: 'access_denied' }, { access_token: 'a.b.c', id_token: 'a.b.c' }, {}, null, undefined, 'text', [], 7,
];
const messages = [
  ...answers.map((response) => ({ type: 'authorization_response', response })),
  { type: 'authorization_response' }, { type: ['authorization_response'] }, { response: { code: 'stolen' } },
  { type: 'refresh', timeout: 1, fetchUrl: location.href, fetchOptions: { body: 'x' } },
  { type: 'init', allowedBaseUrl: location.origin }, { type: 'token' }, { type: 'getAccessToken' }, { type: 'navigate', to: location.href },
  { source: 'react-devtools-content-script', payload: {} }, { type: 'webpackOk' }, { type: 'vite:ws:disconnect' },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  '{"type":"authorization_response","response":{"code":"stolen"}}',
  null, undefined, '', 0, NaN, 10n, true, cyclic, deep, getter, new Map([[{}, cyclic]]), new Set([1]), new Date(NaN), /a/g,
  new Error('authorization_response'), new Blob(['x']), new ArrayBuffer(8), new Uint8Array(4), 'x'.repeat(300_000),
  Array.from({ length: 20_000 }, (_, index) => index),
];
const opened = window.open(${JSON.stringify(address)});
let posted = 0;
const post = () => {
  // One after the other: a page that is busy hearing them all at once would be a page that is busy, and no more.
  const target = posted % 2 ? '*' : ${JSON.stringify(new URL(address).origin)};
  opened?.postMessage(messages[posted % messages.length], target, [channel()]);
  posted += 1;
};
setInterval(post, 5);
</script>`;
}

let attack: Awaited<ReturnType<typeof startAttack>>;
let context: BrowserContext;
let errors: string[] = [];

beforeAll(async () => {
  attack = await startAttack();
  context = await attack.openContext();
  context.on('weberror', (error) => errors.push(String(error.error())));
});
afterAll(() => attack.stop());
beforeEach(() => {
  errors = [];
});

/** The page of a foreign origin that has opened the app and does not leave it alone, and the app. */
async function openFrom(origin: string, address: string): Promise<{ hostile: Page; opened: Page }> {
  const hostile = await context.newPage();
  const popup = context.waitForEvent('page', (page) => page !== hostile);
  await hostile.goto(attack.foreignPage(origin, hostileScript(address)));
  return { hostile, opened: await popup };
}

/** What a page of a foreign origin has come to hold or to change; empty when all is well. */
async function harm(hostile: Page, opened: Page, site: string): Promise<string[]> {
  const heard = await hostile.evaluate('heard.length');
  const polluted = await opened.evaluate(() => 'polluted' in {});
  return [
    ...(heard === 0 ? [] : [`heard ${heard} messages`]),
    ...(opened.url().startsWith(`${site}/o/Acme/users`) ? [] : [`led the app to ${opened.url()}`]),
    ...(polluted ? ['changed what all objects have'] : []),
    ...errors.map((error) => `broke the app: ${error}`),
  ];
}

/** Counts what was posted; the harm, if any, cannot be laid to one message. */
async function count(hostile: Page, what: string, found: readonly string[]): Promise<void> {
  const posted: number = await hostile.evaluate('posted');
  for (let index = found.length; index < posted; index += 1) tally.attempt(null);
  for (const leak of found) tally.attempt(`${what}: ${leak}`);
}

/** Shows that the app is alive. */
async function search(opened: Page): Promise<void> {
  await opened.getByRole('textbox', { name: 'Search users' }).fill('ada');
  await opened
    .getByText('1 person found')
    .or(opened.getByText(/^1 person/))
    .first()
    .waitFor();
}

it('signs in and works under a hail of messages, where a host lets windows see each other', async () => {
  const { app } = attack;
  for (const origin of attack.foreign) {
    await context.clearCookies();
    const { hostile, opened } = await openFrom(origin, `${app.bareSite}/o/Acme/users`);
    // Messages come before, on and after the way to the tenant, and while the token is asked for in a frame.
    await logIn(opened, app);
    await opened.getByRole('textbox', { name: 'Search users' }).waitFor();
    await opened.reload();
    await search(opened);

    const sees = await hostile.evaluate('opened.closed === false');
    await count(hostile, `opened by ${origin}`, await harm(hostile, opened, app.bareSite));

    expect(sees).toBe(true);
    await Promise.all([hostile.close(), opened.close()]);
  }
  expect(tally.leaks).toEqual([]);
});

it('cannot be seen, told or led away by the page that has opened it', async () => {
  const { app } = attack;
  for (const origin of attack.foreign) {
    const { hostile, opened } = await openFrom(origin, `${app.site}/o/Acme/users`);
    await opened.getByRole('textbox', { name: 'Search users' }).waitFor();
    const sees = await hostile.evaluate('opened.closed === false');
    if (!sees) {
      await hostile.evaluate('opened.location = location.href; opened.close()');
      await search(opened);
    }
    const back = await opened.evaluate(() => window.opener !== null);

    const found = [
      ...(await harm(hostile, opened, app.site)),
      ...(sees ? ['holds the window of the app'] : []),
      ...(back ? ['is held by the app'] : []),
    ];
    await count(hostile, `opened by ${origin}`, found);

    await Promise.all([hostile.close(), opened.close()]);
  }
  expect(tally.leaks).toEqual([]);
});
