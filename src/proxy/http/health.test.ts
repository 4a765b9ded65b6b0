import { expect, it } from 'vitest';
import { startProxy } from '#tests/support/start-proxy.ts';

function withKeysAnswer(
  answer: (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>,
) {
  const state = { asked: 0 };
  const started = startProxy({
    between(request, pass) {
      if (!request.url.endsWith('/jwks.json')) return pass(request);
      state.asked += 1;
      return answer(request, pass);
    },
  });
  return { started, state };
}

it('is ready when the tenant can be reached, and asks once for many probes', async () => {
  const { started, state } = withKeysAnswer((request, pass) => pass(request));
  const { proxy } = await started;

  const responses = await Promise.all([proxy.request('/readyz'), proxy.request('/readyz')]);

  expect(responses.map(({ status }) => status)).toEqual([200, 200]);
  expect(state.asked).toBe(1);
});

it.each([
  ['away', () => Promise.reject(new TypeError('fetch failed'))],
  ['failing', async () => new Response(null, { status: 500 })],
])('is alive but not ready when the tenant is %s', async (_, answer) => {
  const { proxy } = await withKeysAnswer(answer).started;

  const [ready, alive] = [await proxy.request('/readyz'), await proxy.request('/healthz')];

  expect([ready.status, alive.status]).toEqual([503, 200]);
});

it('is ready again some seconds after the tenant is back', async () => {
  let away = true;
  const { started } = withKeysAnswer((request, pass) =>
    away ? Promise.reject(new Error('away')) : pass(request),
  );
  const { proxy, clock } = await started;
  const first = await proxy.request('/readyz');

  away = false;
  clock.now += 5_000;
  const second = await proxy.request('/readyz');

  expect([first.status, second.status]).toEqual([503, 200]);
});
