import { expect, it } from 'vitest';
import { everyRoute } from '../support/every-route.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

const json = { 'content-type': 'application/json' };

async function memberOfAcme() {
  const started = await startProxy();
  const member = started.addPerson({ memberOf: 'Acme' });
  const path = `/users/${encodeURIComponent(member.user_id)}/blocked`;
  const put = (init: RequestInit) => started.admin.send(path, { method: 'PUT', headers: json, ...init });
  return { ...started, member, put };
}

it('refuses unknown query parameters on every route, and asks the tenant nothing', async () => {
  const { admin, tenant } = await startProxy();
  await admin.send('/me');
  const before = tenant.calls.length;

  const requests = everyRoute(admin.person.user_id).map(async ({ path, init }) =>
    outcomeOf(await admin.send(`${path}${path.includes('?') ? '&' : '?'}fields=user_id`, init)),
  );

  expect(new Set(await Promise.all(requests))).toEqual(new Set(['400 invalid-request']));
  expect(tenant.calls.slice(before)).toEqual([]);
});

it.each([
  ['unknown', '?page=2', '?page'],
  ['repeated', '?q=a&q=b', '?q'],
  ['repeated with the same value', '?sort=name:1&sort=name:1', '?sort'],
  ['a prototype key', '?__proto__=x', '?__proto__'],
  ['of another case', '?Q=a', '?Q'],
  ['a list', '?q[]=a', '?q[]'],
  ['not among the choices', '?sort=user_metadata.x:1', '?sort'],
  ['not among the choices either', '?per_page=1000', '?per_page'],
  ['too long', `?q=${'x'.repeat(501)}`, '?q'],
])('refuses a query parameter that is %s, and names it', async (_, query, pointer) => {
  const { admin } = await startProxy();

  const response = await admin.send(`/users${query}`);

  expect(await outcomeOf(response)).toBe('400 invalid-request');
  expect(await response.json()).toMatchObject({
    errors: [{ pointer, detail: expect.stringMatching(/^[A-Z].*\.$/) }],
  });
});

it.each([
  ['an unknown property', '{"blocked":true,"admin":true}'],
  ['a property twice', '{"blocked":true,"blocked":false}'],
  ['a property twice, once escaped', '{"blocked":false,"\\u0062locked":true}'],
  ['__proto__', '{"blocked":true,"__proto__":{"x":1}}'],
  ['a text for a boolean', '{"blocked":"true"}'],
  ['nothing in it', '{}'],
  ['a list', '[{"blocked":true}]'],
  ['null', 'null'],
  ['no JSON', 'blocked=true'],
  ['nothing at all', ''],
])('refuses a body with %s, and writes nothing', async (_, body) => {
  const { put, member, tenant } = await memberOfAcme();

  const outcome = await outcomeOf(await put({ body }));

  expect(outcome).toBe('400 invalid-request');
  expect(tenant.user(member.user_id)?.blocked).toBeUndefined();
});

it('points at the property that is wrong', async () => {
  const { put } = await memberOfAcme();

  const { errors } = await (await put({ body: '{"blocked":"yes","a/b":1}' })).json();

  expect(errors).toEqual([
    { pointer: '#/blocked', detail: 'This must be true or false.' },
    { pointer: '#/a~1b', detail: 'This is not known here.' },
  ]);
});

it.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=latin1',
  'application/jsonp',
  '',
])('refuses the content type %j', async (type) => {
  const { put } = await memberOfAcme();

  const response = await put({ body: '{"blocked":true}', headers: type ? { 'content-type': type } : {} });

  expect(await outcomeOf(response)).toBe('415 unsupported-media-type');
});

it('takes a content type that names UTF-8', async () => {
  const { put } = await memberOfAcme();

  const response = await put({
    body: '{"blocked":true}',
    headers: { 'content-type': 'application/json; charset=UTF-8' },
  });

  expect(response.status).toBe(200);
});

it.each([
  ['at once', `{"blocked":true,"x":"${'x'.repeat(70_000)}"}`],
  ['piece by piece, without saying how much', endless()],
])('refuses a body that is too large, sent %s', async (_, body) => {
  const { put } = await memberOfAcme();

  const response = await put({ body, duplex: 'half' } as RequestInit);

  expect(await outcomeOf(response)).toBe('413 body-too-large');
});

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode(' '.repeat(4096))),
  });
}

it('refuses a body that is no UTF-8', async () => {
  const { put } = await memberOfAcme();

  const response = await put({ body: new Uint8Array([0x7b, 0xff, 0x7d]) });

  expect(await outcomeOf(response)).toBe('400 invalid-request');
});

it('looks at nothing of a request before it knows who asks', async () => {
  const { proxy } = await startProxy();

  const response = await proxy.request('/api/users/x/blocked?x=1', {
    method: 'PUT',
    body: endless(),
    duplex: 'half',
  } as RequestInit);

  expect(await outcomeOf(response)).toBe('401 invalid-token');
});

it.each([
  ['/api/nothing', 'GET', '404 route-not-found', null],
  ['/', 'GET', '404 route-not-found', null],
  ['/api/users/', 'GET', '404 route-not-found', null],
  ['/api/users', 'DELETE', '405 method-not-allowed', 'GET, POST, HEAD'],
  ['/api/users/auth0%7Cx', 'PUT', '405 method-not-allowed', 'GET, PATCH, HEAD'],
  ['/api/users/auth0%7Cx/blocked', 'GET', '405 method-not-allowed', 'PUT'],
])('answers %s %s with %s', async (path, method, outcome, allow) => {
  const { proxy } = await startProxy();

  const response = await proxy.request(path, { method });

  expect(await outcomeOf(response)).toBe(outcome);
  expect(response.headers.get('allow')).toBe(allow);
});

it('gives every answer an id that the log has too', async () => {
  const { admin, lines } = await startProxy();

  const response = await admin.send('/users/x');
  const { instance } = await response.json();

  expect(instance).toMatch(/^[0-9a-f-]{36}$/);
  expect([response.headers.get('x-request-id'), lines[0]?.requestId]).toEqual([instance, instance]);
});

it('lets no caller choose the id that his act goes on record under', async () => {
  const { put, audit } = await memberOfAcme();
  const forged = 'request-0001';

  const response = await put({ body: '{"blocked":true}', headers: { ...json, 'x-request-id': forged } });

  const id = response.headers.get('x-request-id');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(audit.entries).toMatchObject([{ requestId: id }]);
});
