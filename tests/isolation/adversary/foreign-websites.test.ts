import { beforeAll, expect, it } from 'vitest';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute, type RouteRequest } from '../../support/every-route.ts';
import { type Acting, startActing } from '../../support/possible-acts.ts';
import { appOrigin, outcomeOf, proxyUrl } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Foreign websites',
  'read an answer, or have something written, from a page of another origin in an admin’s browser (CORS, CSRF)',
);

/** The app is at http://localhost:4200. */
const origins = [
  'https://evil.example',
  'null',
  '',
  'http://localhost',
  'http://localhost:4300',
  'http://localhost:42000',
  'http://localhost:4200.evil.example',
  'http://localhost:4200@evil.example',
  'http://evil.example/http://localhost:4200',
  'http://sub.localhost:4200',
  'http://xlocalhost:4200',
  'https://localhost:4200',
  'HTTP://localhost:4200',
  'http://LOCALHOST:4200',
  'http://localhost:4200/',
  'http://localhost:4200, https://evil.example',
  'https://evil.example, http://localhost:4200',
  'http://127.0.0.1:4200',
  'http://localhost.:4200',
  'http://xn--lcalhost-0xe:4200',
  'file://',
  'chrome-extension://localhost:4200',
];

/** What a form sends without a preflight. */
const simpleTypes = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'];

/** What a browser adds by itself. */
const ambient = { cookie: 'auth0=1; token=1; organization=Acme', authorization: 'Basic YWRtaW46YWRtaW4=' };

let acting: Acting;
let routes: RouteRequest[];

beforeAll(async () => {
  acting = await startActing();
  const { user_id } = acting.addPerson({ memberOf: 'Acme' });
  await acting.admin.send('/me');
  routes = everyRoute(user_id);
});

/** What a browser would let a page of the origin see, and what was done. */
async function expectNothing(
  what: string,
  origin: string | null,
  send: () => Promise<Response>,
  refusal: RegExp,
) {
  const calls = acting.tenant.calls.length;
  const rows = acting.audit.entries.length;
  const response = await send();
  const outcome = await outcomeOf(response);
  const words = [...response.headers.keys()].filter((name) => /^access-control-|^set-cookie$/.test(name));
  const did = acting.tenant.calls.length - calls + acting.audit.entries.length - rows;
  const leak = !refusal.test(outcome) || words.length > 0 || did > 0;
  const moment = `${what} from ${origin}: ${outcome} ${words} ${did}`;
  tally.attempt(leak ? moment : null);
  expect.soft(leak, moment).toBe(false);
}

it.each(origins)('answers no request of %j, although it has the token', async (origin) => {
  for (const { route, path, init } of routes) {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), origin };
    const send = () => acting.admin.send(path, { ...init, headers });
    await expectNothing(route.name, origin, send, /^403 origin-refused$/);
  }
});

it.each(origins)('answers no preflight of %j', async (origin) => {
  for (const { route, path } of routes) {
    const headers = {
      origin,
      'access-control-request-method': route.method,
      'access-control-request-headers': 'authorization,content-type,steward-organization',
      'access-control-request-private-network': 'true',
    };
    const send = async () => acting.proxy.request(`${proxyUrl}/api${path}`, { method: 'OPTIONS', headers });
    await expectNothing(`preflight ${route.name}`, origin, send, /^403 origin-refused$/);
  }
});

it.each([appOrigin, 'https://evil.example', null])(
  'takes no form of %s, whatever the browser adds',
  async (origin) => {
    for (const { route, path, init, body } of routes) {
      for (const type of simpleTypes) {
        const method = init.method === 'GET' ? 'GET' : 'POST';
        const text =
          type === 'text/plain'
            ? JSON.stringify(body ?? {})
            : `_method=${init.method}&access_token=${acting.admin.token}`;
        const headers = { ...ambient, 'content-type': type, ...(origin !== null && { origin }) };
        const request = { method, headers, ...(method === 'POST' && { body: text }) };
        const address = `${proxyUrl}/api${path}${path.includes('?') ? '&' : '?'}access_token=${acting.admin.token}`;
        const send = async () => acting.proxy.request(address, request);
        const response = await send();
        const leak = response.ok || response.headers.has('access-control-allow-credentials');
        const moment = `${type} to ${route.name} from ${origin}: ${await outcomeOf(response)}`;
        tally.attempt(leak ? moment : null);
        expect.soft(leak, moment).toBe(false);
      }
    }
    expect(acting.tenant.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  },
);

it('lets its own website read, and no other by what it says', async () => {
  for (const { route, path, init } of routes.filter(({ route }) => route.method === 'GET')) {
    const headers = {
      ...Object.fromEntries(new Headers(init.headers)),
      origin: appOrigin,
      ...{ cookie: ambient.cookie },
    };
    const { headers: answer } = await acting.admin.send(path, { ...init, headers });
    const allowed = answer.get('access-control-allow-origin');
    const leak =
      allowed !== appOrigin ||
      answer.has('access-control-allow-credentials') ||
      answer.has('set-cookie') ||
      !/\borigin\b/i.test(answer.get('vary') ?? '') ||
      answer.get('cross-origin-resource-policy') !== 'same-origin';
    tally.attempt(leak ? `${route.name}: ${allowed}` : null);
    expect.soft(leak, `${route.name}: ${JSON.stringify([...answer])}`).toBe(false);
  }
});
