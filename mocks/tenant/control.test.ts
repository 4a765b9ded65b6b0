import { expect, it } from 'vitest';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { control } from './control.ts';
import { createTenant } from './tenant.ts';

function start() {
  const tenant = createTenant({
    url: 'http://localhost:4400',
    seed: noUsersSeed({ spaUrls: ['http://localhost:4200'] }),
  });
  const app = control(tenant);
  const ask = (
    method: string,
    path: string,
    body?: string,
    headers?: Record<string, string>,
    host = 'localhost',
  ) => app.request(`http://${host}:4400/_control${path}`, { method, body, headers });
  return { tenant, ask };
}

it('tells and changes the faults, and leaves those alone that are not named', async () => {
  const { tenant, ask } = start();
  const next = [{ kind: 'status', status: 429 }, { kind: 'silence' }];

  const answer = await ask('PATCH', '/faults', JSON.stringify({ latencyMs: 20, next }));

  expect(await answer.json()).toMatchObject({ latencyMs: 20, next, plan: 'none' });
  expect(tenant.faults).toMatchObject({ latencyMs: 20, next });
  expect(await (await ask('GET', '/faults')).json()).toEqual(tenant.faults);
});

it.each([
  ['not JSON', 'The body is not JSON.'],
  ['{"latency":1}', 'The body: Unrecognized key: "latency".'],
  ['{"latencyMs":"1"}', 'latencyMs: '],
  ['{"failRate":2}', 'failRate: '],
  ['{"failWith":{"kind":"status","status":200}}', 'failWith.status: '],
  ['{"next":[{"kind":"flood"}]}', 'next.0.kind: '],
])('answers 400 and a sentence to %s, and changes nothing', async (body, sentence) => {
  const { tenant, ask } = start();
  const before = structuredClone(tenant.faults);

  const answer = await ask('PATCH', '/faults', body);

  expect(answer.status).toBe(400);
  expect((await answer.text()).startsWith(sentence)).toBe(true);
  expect(tenant.faults).toEqual(before);
});

it('rotates the signing keys', async () => {
  const { tenant, ask } = start();
  const published = async () => {
    const answer = await tenant.fetch(new Request('http://localhost:4400/.well-known/jwks.json'));
    return (await answer.json()).keys.map(({ kid }: { kid: string }) => kid);
  };
  const before = await published();

  const answer = await ask('POST', '/rotate-keys');

  expect(answer.status).toBe(204);
  expect(await published()).toEqual([expect.not.stringMatching(before[0]), before[0]]);
});

it('forgets what has changed since the seed', async () => {
  const { tenant, ask } = start();
  const { user_id } = tenant.addUser({});

  const answer = await ask('POST', '/reset');

  expect(answer.status).toBe(204);
  expect(tenant.user(user_id)).toBeUndefined();
});

it.each([
  ['by another name', undefined, 'tenant.example'],
  ['from a page of another site', { Origin: 'https://evil.example' }, 'localhost'],
  ['from a page without an origin', { Origin: 'null' }, 'localhost'],
])('is refused %s', async (_, headers, host) => {
  const { tenant, ask } = start();
  const { user_id } = tenant.addUser({});

  const answer = await ask('POST', '/reset', undefined, headers, host);

  expect(answer.status).toBe(403);
  expect(tenant.user(user_id)).toBeDefined();
});

it('shows what was sent, as a list for a program and as a page for a person', async () => {
  const { tenant, ask } = start();
  tenant.addUser({ profile: { email: 'ada@example.com' } });
  const body = new URLSearchParams({
    email: 'ada@example.com',
    connection: 'Username-Password-Authentication',
  });
  await tenant.fetch(new Request(`${tenant.url}/dbconnections/change_password`, { method: 'POST', body }));

  const list = await (await ask('GET', '/mails')).json();
  const page = await ask('GET', '/mails', undefined, { Accept: 'text/html,*/*' });
  const foreign = await ask('GET', '/mails', undefined, { Origin: 'https://evil.example' });

  expect(list).toMatchObject([{ kind: 'reset_email', to: 'ada@example.com' }]);
  expect(page.headers.get('Content-Type')).toContain('text/html');
  expect(await page.text()).toContain(`href="${list[0].url}"`);
  expect(foreign.status).toBe(403);
});
