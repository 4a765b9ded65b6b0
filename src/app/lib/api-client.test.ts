import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { organizationId } from '#contract/me.ts';
import { problemUri } from '#contract/problem.ts';
import { listUsers } from '#contract/routes.ts';
import { userId } from '#contract/user.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { createCall, type Transport } from './api-client.ts';
import { ConnectionError, ProblemError } from './call-error.ts';

const emptyPage = { users: [], total: 0, start: 0, next: null, previous: null, truncated: false };

/** A client of an API that is really asked, but in this process. */
function startClient(api: Hono, transport: Partial<Transport> = {}) {
  const asked: Request[] = [];
  const tokens: (boolean | undefined)[] = [];
  const call = createCall({
    proxy: 'https://steward.example/api',
    getAccessToken: async ({ fresh } = {}) => {
      tokens.push(fresh);
      return fresh ? 'fresh-token' : 'token';
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(request);
      return api.fetch(request);
    },
    ...transport,
  });
  return { call, asked, tokens };
}

function problem(type: Parameters<typeof problemUri>[0], status: number, more: object = {}, headers = {}) {
  return Response.json(
    { type: problemUri(type), title: 'Title', status, instance: 'request-1', ...more },
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  );
}

it('names the organization, the token and the query', async () => {
  const api = new Hono().get('/api/users', (c) => c.json(emptyPage));
  const { call, asked } = startClient(api, { organization: organizationId.parse('Zoë & Söhne') });

  await call(listUsers, { query: { q: 'a b' } });

  expect(asked.map(({ url }) => url)).toEqual(['https://steward.example/api/users?q=a+b']);
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer token');
  expect(asked[0]?.headers.get('Steward-Organization')).toBe('Zo%C3%AB%20%26%20S%C3%B6hne');
});

it('says why only where a reason is given, in any script', async () => {
  const api = new Hono().get('/api/users', (c) => c.json(emptyPage));
  const { call, asked } = startClient(api);

  await call(listUsers, { reason: 'Zoë bat darum \u{1F511}\ud800' });
  await call(listUsers);

  const [first, second] = asked.map(({ headers }) => headers.get('Steward-Reason'));
  expect(decodeURIComponent(first ?? '')).toBe('Zoë bat darum \u{1F511}\ufffd');
  expect(second).toBeNull();
});

it.each(['auth0|42', 'a/b', '100%25', '😀', 'x'.repeat(10_000)])(
  'keeps the id %.20s whole',
  async (userId) => {
    const api = new Hono().get('/api/users/:userId', () => problem('user-not-found', 404));
    const { call, asked } = startClient(api);

    await expect(call(getUser, { params: { userId } })).rejects.toBeInstanceOf(ProblemError);

    const { pathname } = new URL(asked[0]?.url ?? '');
    expect(decodeURIComponent(pathname.split('/').at(-1) ?? '')).toBe(userId);
    expect(pathname.split('/')).toHaveLength(4);
  },
);

it('gives all that a problem says', async () => {
  const api = new Hono().get('/api/users', () =>
    problem(
      'busy',
      429,
      { detail: 'Wait', errors: [{ pointer: '?q', detail: 'No' }], range: { start: 1, end: 2 } },
      { 'Retry-After': '7' },
    ),
  );
  const { call } = startClient(api);

  const failing = call(listUsers);

  await expect(failing).rejects.toMatchObject({
    type: 'busy',
    status: 429,
    detail: 'Wait',
    errors: [{ pointer: '?q', detail: 'No' }],
    range: { start: 1, end: 2 },
    retryAfterSeconds: 7,
    requestId: 'request-1',
  });
});

it('asks once more with a fresh token when the token is refused', async () => {
  const api = new Hono().get('/api/users', (c) =>
    c.req.header('Authorization') === 'Bearer fresh-token'
      ? c.json(emptyPage)
      : problem('invalid-token', 401),
  );
  const { call, tokens } = startClient(api);

  const page = await call(listUsers);

  expect(page.total).toBe(0);
  expect(tokens).toEqual([false, true]);
});

it('proves each request of its own where tokens are bound to a key', async () => {
  const api = new Hono().get('/api/users', (c) =>
    c.req.header('Authorization') === 'DPoP fresh-token' ? c.json(emptyPage) : problem('invalid-token', 401),
  );
  const prove: Transport['prove'] = async ({ url, method, accessToken }) => `${method} ${url} ${accessToken}`;
  const { call, asked } = startClient(api, { prove });

  await call(listUsers);

  expect(asked.map(({ headers }) => headers.get('DPoP'))).toEqual([
    'GET https://steward.example/api/users token',
    'GET https://steward.example/api/users fresh-token',
  ]);
});

it('gives up when the fresh token is refused too', async () => {
  const api = new Hono().get('/api/users', () => problem('invalid-token', 401));
  const { call, asked } = startClient(api);

  await expect(call(listUsers)).rejects.toMatchObject({ type: 'invalid-token' });

  expect(asked).toHaveLength(2);
});

it('says how to sign in when a call needs that, and does not renew the token, which would tell less', async () => {
  const api = new Hono().get('/api/users', () => problem('step-up-required', 401, { max_age: 300 }));
  const demands: unknown[] = [];
  const { call, tokens } = startClient(api, { onStepUp: (demand) => demands.push(demand) });

  await expect(call(listUsers)).rejects.toMatchObject({ type: 'step-up-required' });

  expect(demands).toEqual([{ max_age: 300 }]);
  expect(tokens).toEqual([false]);
});

it('sends a body as JSON', async () => {
  const bodies: unknown[] = [];
  const api = new Hono().put('/api/users/:userId/blocked', async (c) => {
    bodies.push([c.req.header('Content-Type'), await c.req.json()]);
    return problem('own-account', 409);
  });
  const { call } = startClient(api);

  const failing = call(setUserBlocked, { params: { userId: 'auth0|1' }, body: { blocked: true } });

  await expect(failing).rejects.toMatchObject({ type: 'own-account' });
  expect(bodies).toEqual([['application/json', { blocked: true }]]);
});

it.each<[string, () => Response]>([
  ['an answer that the route does not give', () => Response.json({ users: 'none' })],
  ['a page where JSON should be', () => new Response('<!doctype html>')],
  ["a gateway's own error", () => new Response('Bad gateway', { status: 502 })],
  [
    'a problem that is not ours',
    () => Response.json({ type: 'about:blank', title: 'x', status: 404 }, { status: 404 }),
  ],
])('does not read %s', async (_, answer) => {
  const { call } = startClient(new Hono().get('/api/users', answer));

  await expect(call(listUsers)).rejects.toMatchObject({ fault: 'unreadable' });
});

it('tells an API that refuses this website from one that is down', async () => {
  const proxy = 'https://never-answered.example/api';
  const blocked = startClient(new Hono(), {
    proxy,
    fetch: async (_, init) => {
      if (init?.mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    },
  });
  const down = startClient(new Hono(), {
    proxy,
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
  });

  await expect(blocked.call(listUsers)).rejects.toMatchObject({ fault: 'origin-refused' });
  await expect(down.call(listUsers)).rejects.toMatchObject({ fault: 'unreachable' });
});

it('takes one lost request to an API that has answered before for a broken connection', async () => {
  let isLost = false;
  const api = new Hono().get('/api/users', (c) => c.json(emptyPage));
  const { call } = startClient(api, {
    proxy: 'https://dropping.example/api',
    fetch: async (input, init) => {
      if (isLost && init?.mode !== 'no-cors') throw new TypeError('Failed to fetch');
      return api.fetch(new Request(input, init));
    },
  });
  await call(listUsers);

  isLost = true;
  const failing = call(listUsers);

  await expect(failing).rejects.toMatchObject({ fault: 'unreachable' });
});

it('leaves an aborted call alone', async () => {
  const abort = new AbortController();
  const { call } = startClient(new Hono(), {
    fetch: async (_, init) => {
      abort.abort();
      throw init?.signal?.reason;
    },
  });

  const failing = call(listUsers, { signal: abort.signal });

  await expect(failing).rejects.not.toBeInstanceOf(ConnectionError);
});

it('gives an act the same name until it is known whether it was done, and a question none', async () => {
  let answer = () => Response.error();
  const api = new Hono()
    .get('/api/users', (c) => c.json(emptyPage))
    .put('/api/users/:id/blocked', () => answer());
  const { call, asked } = startClient(api);
  const block = (blocked: boolean) =>
    call(setUserBlocked, { params: { userId: userId.parse('auth0|1') }, body: { blocked } }).catch(() => {});

  await block(true);
  answer = () => problem('auth0-unavailable', 503);
  await block(true);
  answer = () => problem('user-not-found', 404);
  await block(true);
  await block(true);
  await block(false);
  await call(listUsers);

  const names = asked.map(({ headers }) => headers.get('Idempotency-Key'));
  const [first, second, third, fourth, other, question] = names;
  expect(first).toMatch(/^"[\w-]{36}"$/);
  expect([second, third]).toEqual([first, first]);
  expect(new Set([first, fourth, other]).size).toBe(3);
  expect(question).toBeNull();
});
