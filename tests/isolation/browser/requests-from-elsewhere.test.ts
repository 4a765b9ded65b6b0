import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute, type RouteRequest } from '../../support/every-route.ts';
import { startAttack } from '../../support/foreign-site.ts';
import { signIn } from '../../support/open-browser.ts';

const tally = attackTally(
  'Requests from foreign pages',
  'act as the admin whose browser shows the attacker’s page',
);

let attack: Awaited<ReturnType<typeof startAttack>>;
let context: BrowserContext;
/** What the proxy has answered since the admin has signed in, to whatever came from elsewhere. */
const answers: { request: string; status: number; readable: boolean }[] = [];

beforeAll(async () => {
  attack = await startAttack();
  const { app } = attack;
  context = await attack.openContext();
  const page = await context.newPage();
  await signIn(page, app);
  await page.goto('about:blank');
  // A cookie of the proxy's own, if there ever were one, would go along from the same site.
  await context.addCookies([{ name: 'session', value: 'ada', url: app.proxy, sameSite: 'Lax' }]);
  app.ways.proxy = async (request, pass) => {
    const response = await pass();
    const readable = response.headers.has('access-control-allow-origin');
    answers.push({ request: `${request.method} ${request.url}`, status: response.status, readable });
    return response;
  };
});
afterAll(() => attack.stop());

interface Target {
  url: string;
  method: string;
  body: string;
}

const targetOf = ({ path, route, init }: RouteRequest): Target => ({
  url: attack.app.proxy + path,
  method: route.method,
  body: typeof init.body === 'string' ? init.body : '{}',
});

/**
 * Sends each request in every way that a page has: as forms and beacons, which ask nobody first, and as `fetch` with
 * all that it may add. Gives those whose answer it could read.
 */
async function sendAll(targets: readonly Target[]): Promise<string[]> {
  const credentials = 'include';
  const read: string[] = [];
  const simple = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
  const tries = targets.flatMap(({ url, method, body }) => [
    ...simple.map(
      (type) => () =>
        fetch(url, { method: 'POST', mode: 'no-cors', credentials, body, headers: { 'content-type': type } }),
    ),
    () => fetch(url, { mode: 'no-cors', credentials }),
    () => fetch(url, { method, credentials, body: method === 'GET' ? undefined : body }),
    () => fetch(url, { credentials, headers: { authorization: 'Bearer x', accept: 'application/json' } }),
    () =>
      fetch(url, {
        method,
        credentials,
        body: method === 'GET' ? undefined : body,
        headers: { 'content-type': 'application/json', 'x-http-method-override': method },
      }),
    async () => void navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' })),
  ]);
  await Promise.all(
    tries.map(async (send, index) => {
      const response = await send().catch(() => undefined);
      if (response && response.type !== 'opaque') read.push(`${targets[Math.floor(index / 8)]?.url}`);
    }),
  );
  return read;
}

/** Forms post what looks like JSON, each into a frame of its own. */
function postForms(targets: readonly Target[]): void {
  for (const [index, { url, body }] of targets.entries()) {
    // One way of writing a body says what a form can do; text is the one that comes out as JSON.
    const others = ['application/x-www-form-urlencoded', 'multipart/form-data'];
    for (const type of ['text/plain', ...(index < 3 ? others : [])]) {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.name = `${index} ${type}`;
      const form = document.body.appendChild(document.createElement('form'));
      Object.assign(form, { action: url, method: 'post', enctype: type, target: frame.name });
      const field = form.appendChild(document.createElement('input'));
      // {"blocked":true,"x":"="}
      field.name = `${body.slice(0, -1)}${body === '{}' ? '' : ','}"x":"`;
      field.value = '"}';
      form.submit();
    }
  }
}

/** What stands at the tenant and in the log, to be the same afterwards. */
function standing() {
  const { tenant, audit } = attack.app;
  return { calls: tenant.calls.length, rows: audit.rows.length };
}

/** Which requests came through, in any sense. */
function comeThrough(read: readonly string[], before: ReturnType<typeof standing>): string[] {
  const after = standing();
  return [
    ...answers
      .splice(0)
      .filter(({ status, readable }) => status < 400 || readable)
      .map(({ request }) => request),
    ...read.map((url) => `could read ${url}`),
    ...(after.calls === before.calls ? [] : [`${after.calls - before.calls} calls of the tenant`]),
    ...(after.rows === before.rows ? [] : [`${after.rows - before.rows} rows in the log`]),
  ];
}

it('does nothing and tells nothing to a page of a foreign origin in the browser of an admin', async () => {
  const member = attack.app.addPerson({ name: 'Mo Member' });
  const targets = everyRoute(member.user_id).map(targetOf);
  for (const origin of attack.foreign) {
    const page: Page = await context.newPage();
    await page.goto(attack.foreignPage(origin, ''));
    const before = standing();

    const read = await page.evaluate(sendAll, targets);
    const fetched = answers.length;
    await page.evaluate(postForms, targets);
    await expect
      .poll(() => answers.length - fetched, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(targets.length);

    const sent = answers.length;
    const leaks = comeThrough(read, before);
    for (let index = leaks.length; index < sent; index += 1) tally.attempt(null);
    for (const leak of leaks) tally.attempt(`${origin}: ${leak}`);
    await page.close();
  }
  expect(tally.leaks).toEqual([]);
});

it('notices an answer that a foreign page may have', async () => {
  const page = await context.newPage();
  await page.goto(attack.foreignPage(attack.foreign[0], ''));
  const before = standing();

  const read = await page.evaluate(sendAll, [
    { url: `${attack.app.site}/config.json`, method: 'GET', body: '{}' },
  ]);
  await page.evaluate(
    (url) => fetch(url, { mode: 'no-cors' }).catch(() => null),
    `${attack.app.proxy}/openapi.json`,
  );

  expect(comeThrough(read, before)).toEqual([`GET ${attack.app.proxy}/openapi.json`]);
});
