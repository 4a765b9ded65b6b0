import { expect, it } from 'vitest';
import { everyRoute } from '../support/every-route.ts';
import { appOrigin, outcomeOf, startProxy } from '../support/start-proxy.ts';

function corsHeaders(response: Response): string[] {
  return [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
}

it.each([
  'https://evil.example',
  'http://localhost:4200.evil.example',
  'http://localhost:42000',
  'https://localhost:4200',
  'http://LOCALHOST:4200',
  'null',
  '',
])('refuses the origin %j on every address, without a word of CORS', async (origin) => {
  const { admin, tenant } = await startProxy();
  const paths = [...everyRoute('auth0|x').map(({ path }) => path), '/openapi.json', '/nothing'];

  const responses = await Promise.all(paths.map((path) => admin.send(path, { headers: { origin } })));

  for (const response of responses) {
    expect(await outcomeOf(response)).toBe('403 origin-refused');
    expect(corsHeaders(response)).toEqual([]);
  }
  expect(tenant.calls).toEqual([]);
});

it('refuses a foreign preflight', async () => {
  const { proxy } = await startProxy();
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'PUT' };

  const response = await proxy.request('/api/users/x/blocked', { method: 'OPTIONS', headers });

  expect(await outcomeOf(response)).toBe('403 origin-refused');
  expect(corsHeaders(response)).toEqual([]);
});

it('answers the preflight of a listed origin', async () => {
  const { proxy } = await startProxy();
  const headers = {
    origin: appOrigin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,content-type,steward-organization',
  };

  const response = await proxy.request('/api/users/x/blocked', { method: 'OPTIONS', headers });

  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe(appOrigin);
  expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(response.headers.get('access-control-allow-headers')).toContain('steward-organization');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
});

it.each([
  ['an answer', '/me', '200'],
  ['a refusal', '/users/x', '404 user-not-found'],
  ['a wrong address', '/nothing', '404 route-not-found'],
])('lets a listed origin read %s, its request id and how long to wait', async (_, path, outcome) => {
  const { admin } = await startProxy();

  const response = await admin.send(path, { headers: { origin: appOrigin } });

  expect(await outcomeOf(response)).toBe(outcome);
  expect(response.headers.get('access-control-allow-origin')).toBe(appOrigin);
  expect(response.headers.get('access-control-expose-headers')).toBe(
    'content-disposition, retry-after, www-authenticate, x-request-id',
  );
  expect(response.headers.get('vary')).toBe('Origin');
});

it('lets callers in that are no browsers', async () => {
  const { admin } = await startProxy();

  const response = await admin.send('/me');

  expect(response.status).toBe(200);
  expect(corsHeaders(response)).toEqual([]);
});

it('lets nobody store, sniff or frame any answer', async () => {
  const { admin, proxy } = await startProxy();

  const responses = [
    await admin.send('/me'),
    await admin.send('/users/x'),
    await proxy.request('/healthz'),
    await proxy.request('/nothing'),
    await admin.send('/me', { headers: { origin: 'https://evil.example' } }),
  ];

  for (const { headers } of responses) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});
