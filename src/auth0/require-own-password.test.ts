import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { demoPassword, spaClientId } from '#mocks/seed/names.ts';
import type { Action } from '#tenant/action.ts';
import type { TenantUser } from '#tenant/model.ts';
import { createTenant } from '#tenant/tenant.ts';

// Auth0 takes a CommonJS module; there is no type to check it against but the emulator's.
const action = createRequire(import.meta.url)('./require-own-password.cjs') as Action;

const ada = 'auth0|ada';
const ownPassword = 'My-own-horse-9';
const setAt = '2026-10-01T09:00:00.000Z';
const app = 'https://app.example';

/** A tenant that runs the Action, with one person, and her browser. */
function start(profile: Partial<TenantUser> = {}) {
  const clock = { now: Date.parse(setAt) };
  const seed = noUsersSeed({ spaUrls: [app] });
  const tenant = createTenant({
    url: 'https://tenant.example',
    seed,
    now: () => clock.now,
    actions: [action],
  });
  tenant.addUser({
    password: demoPassword,
    profile: { user_id: ada, email: 'ada@example.com', last_password_reset: setAt, ...profile },
  });
  return { clock, tenant, browser: browserAt(tenant.fetch) };
}

function temporary(mark: unknown): Partial<TenantUser> {
  return { app_metadata: { organization: 'Acme', steward_temporary_password: mark } };
}

function browserAt(fetch: (request: Request) => Promise<Response>) {
  let cookie = '';
  async function send(address: string, body?: Record<string, string>) {
    const headers = { Cookie: cookie };
    const init = body ? { method: 'POST', headers, body: new URLSearchParams(body) } : { headers };
    const response = await fetch(new Request(address, init));
    cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? cookie;
    return response;
  }
  const locationOf = (response: Response) => new URL(response.headers.get('Location') ?? 'about:blank');

  /** Where the app's question is answered. */
  async function authorize(more: Record<string, string> = {}): Promise<URL> {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: spaClientId,
      redirect_uri: app,
      scope: 'openid offline_access',
      code_challenge: 'A'.repeat(43),
      code_challenge_method: 'S256',
      ...more,
    });
    return locationOf(await send(`https://tenant.example/authorize?${query}`));
  }
  async function signIn(password = demoPassword): Promise<URL> {
    const page = await authorize({ prompt: 'login' });
    return locationOf(await send(page.href, { username: 'ada@example.com', password }));
  }
  return { send, authorize, signIn };
}

const isIn = (address: URL) => address.origin === app && address.searchParams.has('code');
const refusal = (address: URL) => address.searchParams.get('error');

/** The link that Steward puts into the mark. */
async function ticketOf(tenant: ReturnType<typeof start>['tenant']): Promise<string> {
  const body = new URLSearchParams({
    client_id: spaClientId,
    email: 'ada@example.com',
    connection: 'Username-Password-Authentication',
  });
  await tenant.fetch(new Request(`${tenant.url}/dbconnections/change_password`, { method: 'POST', body }));
  return tenant.mails().at(-1)?.url ?? '';
}

it('lets everybody in who has no mark', async () => {
  const { browser, tenant } = start({ app_metadata: { organization: 'Acme' } });

  expect(isIn(await browser.signIn())).toBe(true);
  expect(isIn(await browser.authorize({ prompt: 'none' }))).toBe(true);
  expect(await tenant.token('ada@example.com')).toMatch(/^ey/);
});

it('sends the person to choose her own password, and lets her in with that', async () => {
  const { browser, tenant, clock } = start();
  const ticket = await ticketOf(tenant);
  tenant.changeUser(ada, temporary({ at: setAt, ticket }));

  const away = await browser.signIn();
  clock.now += 60_000;
  const chosen = await browser.send(away.href, { 'new-password': ownPassword, repeated: ownPassword });
  const answer = await browser.signIn(ownPassword);

  expect(away.href).toMatch(/^https:\/\/tenant\.example\/u\/reset-password\?ticket=.+&state=/);
  expect(chosen.status).toBe(200);
  expect(isIn(answer)).toBe(true);
  expect(tenant.user(ada)?.app_metadata).toEqual({ organization: 'Acme' });
});

it('gives nothing without a page while the password is not her own', async () => {
  const { browser, tenant } = start();
  const signedIn = await browser.signIn();
  tenant.changeUser(
    ada,
    temporary({ at: setAt, ticket: 'https://tenant.example/u/reset-password?ticket=x#' }),
  );

  const silently = await browser.authorize({ prompt: 'none' });

  expect(isIn(signedIn)).toBe(true);
  expect(refusal(silently)).toBe('access_denied');
  await expect(tenant.token('ada@example.com')).rejects.toThrow('access_denied');
});

it('keeps her out who comes back without having chosen', async () => {
  const { browser, tenant } = start();
  tenant.changeUser(
    ada,
    temporary({ at: setAt, ticket: 'https://tenant.example/u/reset-password?ticket=x#' }),
  );

  const away = await browser.signIn();
  const state = away.searchParams.get('state') ?? '';
  const response = await browser.send(`https://tenant.example/continue?state=${state}`);

  const back = new URL(response.headers.get('Location') ?? 'about:blank');
  expect(refusal(back)).toBe('access_denied');
  expect(back.searchParams.get('error_description')).toBe(
    'Your password was set by an administrator. Choose your own before you sign in.',
  );
});

it.each([
  ['there is no link', { at: setAt }],
  ['the moment is not known yet', { at: null }],
  ['the moment is missing', {}],
  ['the moment cannot be read', { at: 'soon' }],
  ['the link is no web address', { at: setAt, ticket: 'javascript:alert(1)' }],
  ['the mark is no object', true],
  ['the mark is empty text', ''],
])('denies when %s', async (_, mark) => {
  const { browser, tenant } = start(temporary(mark));

  expect(refusal(await browser.signIn())).toBe('access_denied');
  expect(tenant.user(ada)?.app_metadata).toHaveProperty('steward_temporary_password', mark);
});

it('takes no older password change for a choice', async () => {
  const mark = temporary({ at: setAt });
  const { browser, tenant } = start({ ...mark, last_password_reset: '2026-09-01T00:00:00.000Z' });

  expect(refusal(await browser.signIn())).toBe('access_denied');
  tenant.changeUser(ada, { last_password_reset: undefined });
  expect(refusal(await browser.signIn())).toBe('access_denied');
});

it('holds while the moment is not known, even when she has a newer password', async () => {
  const { browser } = start({ ...temporary({ at: null }), last_password_reset: '2026-10-02T00:00:00.000Z' });

  expect(refusal(await browser.signIn())).toBe('access_denied');
});
