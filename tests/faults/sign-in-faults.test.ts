import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

it.each([
  ['is away', () => Promise.reject(new TypeError('fetch failed'))],
  ['fails', async () => new Response(null, { status: 500 })],
  ['publishes no keys', async () => Response.json({ nothing: true })],
])('does not call a token invalid when the keys’ address %s', async (_, keysAnswer) => {
  const { admin } = await startProxy({
    between: (request, pass) => (request.url.endsWith('/jwks.json') ? keysAnswer() : pass(request)),
  });

  const outcome = await outcomeOf(await admin.call(getMe, {}));

  expect(outcome).toBe('503 auth0-unavailable');
});

it('signs in to the tenant once, and again when its token is refused', async () => {
  let signIns = 0;
  let refusals = 0;
  const { admin } = await startProxy({
    async between(request, pass) {
      if (request.url.endsWith('/oauth/token')) signIns += 1;
      const isList = request.url.includes('/api/v2/users?');
      if (isList && refusals++ === 0)
        return Response.json({ statusCode: 401, message: 'Invalid token.' }, { status: 401 });
      return pass(request);
    },
  });
  await Promise.all([admin.call(getMe, {}), admin.call(getMe, {})]);
  const first = signIns;

  const response = await admin.call(listUsers, {});

  expect(response.status).toBe(200);
  expect([first, signIns]).toEqual([1, 2]);
});

it.each([
  ['a wrong secret', 401],
  ['a client that may not', 403],
])('says that Auth0 refuses for %s', async (_, status) => {
  const { admin, lines } = await startProxy({
    between: async (request, pass) =>
      request.url.endsWith('/oauth/token') ? Response.json({ error: 'x' }, { status }) : pass(request),
  });

  const outcome = await outcomeOf(await admin.call(getMe, {}));

  expect(outcome).toBe('502 auth0-refused');
  expect(lines[0]?.faults).toMatchObject([{ call: 'POST /oauth/token', status }]);
});

it('renews its token when a tenth of its life is left', async () => {
  let signIns = 0;
  const { admin, as, clock } = await startProxy({
    between(request, pass) {
      if (request.url.endsWith('/oauth/token')) signIns += 1;
      return pass(request);
    },
  });
  const counts: number[] = [];
  const renewAt = clock.now + 86_400_000 * 0.9;

  for (const now of [clock.now, renewAt - 1, renewAt]) {
    clock.now = now;
    await (await as(admin.person)).call(listUsers, {});
    counts.push(signIns);
  }

  expect(counts).toEqual([1, 1, 2]);
});
