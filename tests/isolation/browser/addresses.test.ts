import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attackTally } from '../../support/attack-tally.ts';
import { startAttack } from '../../support/foreign-site.ts';
import { logIn, signIn } from '../../support/open-browser.ts';
import { straight } from '../../support/served-app.ts';

const tally = attackTally(
  'Forged addresses',
  'lead an admin elsewhere, or sign him in as somebody else, by a link to the app',
);

let attack: Awaited<ReturnType<typeof startAttack>>;
let page: Page;
const noticed: string[] = [];

beforeAll(async () => {
  attack = await startAttack();
  const context = await attack.openContext();
  await context.route(
    (url) => !attack.app.origins.includes(url.origin),
    (route, request) => {
      if (request.isNavigationRequest() || !request.url().startsWith('https://s.gravatar.com/avatar/'))
        noticed.push(`went to ${request.url()}`);
      return route.abort();
    },
  );
  context.on('weberror', (error) => noticed.push(`broke: ${error.error()}`));
  page = await context.newPage();
  page.on('dialog', (dialog) => {
    noticed.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await signIn(page, attack.app);
});
afterAll(() => attack.stop());

const elsewhere = [
  'https://evil.example/',
  '//evil.example/',
  '///evil.example/',
  '\\\\evil.example\\',
  '/\\evil.example/',
  '/%2F%2Fevil.example/',
  'https:evil.example',
  'javascript:document.title="ran"',
  'data:text/html,<script>alert(1)</script>',
  '\u0000javascript:alert(1)',
  '..//..//evil.example',
  '@evil.example/',
];

/** Parameters that some sign-in, some router or this app understands. */
const parameters = [
  ...['returnTo', 'return_to', 'redirect_uri', 'redirect', 'next', 'url', 'iss', 'organization'],
  ...['q', 'status', 'sort', 'connection', 'cursor', 'columns', 'role', 'tab', 'invitation'],
];

/** What has come of the address that is open: the app stands on its origin, and no link of it leads away. */
function harmIn(origin: string): string[] {
  const links = [...document.querySelectorAll('a')].filter(({ href }) => new URL(href).origin !== origin);
  return [
    ...(location.origin === origin ? [] : [`led to ${location.origin}`]),
    ...links.map(({ href }) => `a link to ${href}`),
    ...(document.title === 'ran' ? ['a script ran'] : []),
  ];
}

/** Goes from one address to the next as links of the app do; gives what has come of each. */
async function follow({ addresses, harm }: { addresses: string[]; harm: string }): Promise<string[][]> {
  const look: typeof harmIn = new Function(`return ${harm}`)();
  const found: string[][] = [];
  for (const address of addresses) {
    history.pushState(null, '', address);
    // The app draws what an address means before the next frame but one.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    found.push(look(location.origin));
  }
  return found;
}

async function harm(): Promise<string[]> {
  return [...noticed.splice(0), ...(await page.evaluate(harmIn, attack.app.site))];
}

function count(address: string, found: readonly string[]): void {
  if (found.length === 0) tally.attempt(null);
  for (const leak of found) tally.attempt(`${address}: ${leak}`);
}

it('stays where it is, whatever a link within the app says', async () => {
  const { home } = attack.app;
  const searches = parameters.flatMap((name) =>
    elsewhere.map((value) => `${home}/users?${name}=${encodeURIComponent(value)}`),
  );
  const paths = elsewhere.flatMap((value) => [
    `/o/${encodeURIComponent(value)}/users`,
    `${home}/users/${encodeURIComponent(value)}`,
    `${home}/users/auth0%7Cx/${encodeURIComponent(value)}`,
    `${home}/users#${value}`,
  ]);
  const addresses = [...searches, ...paths];

  const found = await page.evaluate(follow, { addresses, harm: String(harmIn) });

  for (const [index, address] of addresses.entries()) count(address, found[index] ?? []);
  count('all of them', await harm());
  expect(tally.leaks).toEqual([]);
});

it('comes back from sign-in to its own origin, whatever it was opened at', async () => {
  const { app } = attack;
  for (const path of [
    '//evil.example/',
    '/\\evil.example/',
    `/?returnTo=${elsewhere[0]}`,
    '/@evil.example/%2F..',
  ]) {
    await page.context().clearCookies();
    await page.goto(app.site + path);
    await logIn(page, app);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const lost = /signing in|sign-in/i.test(title) ? [`ended at “${title}”`] : [];
    count(`sign-in from ${path}`, [...lost, ...(await harm())]);
    expect(new URL(page.url()).origin).toBe(app.site);
  }
  expect(tally.leaks).toEqual([]);
});

it('takes no answer of the sign-in service that it has not asked for', async () => {
  const { app } = attack;
  const stranger = app.addPerson({
    name: 'Mallory',
    email: 'mallory@evil.example',
    app_metadata: { organization: 'Globex' },
  });
  const markup = encodeURIComponent('<img src=https://evil.example/i onerror=alert(1)>');
  const answers = [
    '?code=stolen&state=made-up',
    `?code=${await codeOf(stranger.email ?? '')}&state=made-up`,
    `?error=access_denied&error_description=${markup}&state=made-up`,
    `?error=${markup}&state=${markup}`,
    '?error=unauthorized&error_description=user%20is%20blocked&state=x',
    '?code=x&state=',
    '?code=&state=x',
    '?code=x&state=x&code=y&state=y',
    '#code=x&state=y',
    '#access_token=a.b.c&id_token=a.b.c&token_type=Bearer&state=x',
    '?access_token=a.b.c&token_type=Bearer',
    '?code=x&state=x&error=y',
  ];
  for (const answer of answers) {
    await page.goto(`${app.site}/${answer}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const asked = await page.getByText('Mallory').or(page.getByText('mallory@')).count();
    const found = await harm();
    count(answer, asked === 0 ? found : [...found, 'signed in as somebody else']);
    expect(new URL(page.url()).search).not.toMatch(/code=|state=/);
  }
  expect(tally.leaks).toEqual([]);

  await page.goto(`${app.site}${app.home}/users`);
  await page.getByRole('table', { name: 'Users' }).waitFor();
});

/** A code that is worth something to whoever has asked for it. */
async function codeOf(email: string): Promise<string> {
  const { app } = attack;
  const context = await attack.openContext();
  const own = await context.newPage();
  let code = '';
  own.on('request', (request) => {
    code ||= new URL(request.url()).searchParams.get('code') ?? '';
  });
  app.ways.tenant = async (request, pass) =>
    request.url.endsWith('/oauth/token') ? new Response(null, { status: 503 }) : pass();
  await own.goto(app.site);
  await logIn(own, app, email);
  await expect.poll(() => code, { timeout: 20_000 }).not.toBe('');
  app.ways.tenant = straight;
  await context.close();
  return code;
}
