import { expect, it } from 'vitest';
import { organizationHeader } from '#contract/route.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute } from '../../support/every-route.ts';
import { outcomeOf, startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Header tricks',
  'act as another organization, user or method by what a request claims',
);

/** Headers by which one server or another lets itself be told something else than the request line says. */
const claims: Record<string, string>[] = [
  { 'x-http-method-override': 'DELETE' },
  { 'x-http-method': 'DELETE' },
  { 'x-method-override': 'PUT' },
  { 'x-original-url': '/api/users/auth0%7Cx' },
  { 'x-rewrite-url': '/api/users/auth0%7Cx' },
  { 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-proto': 'http' },
  { 'x-forwarded-for': '127.0.0.1' },
  { 'x-forwarded-prefix': '/api/users/auth0%7Cx' },
  { forwarded: 'for=127.0.0.1;host=evil.example' },
  { 'x-user': 'auth0|admin' },
  { 'x-organization': 'Globex' },
  { 'x-request-id': 'chosen-by-me' },
  { 'x-correlation-id': 'chosen-by-me' },
  { 'auth0-custom-domain': 'evil.example' },
  { cookie: 'organization=Globex; auth0=1' },
  { 'accept-language': '"; DROP TABLE users' },
];

it.each(everyRoute('auth0|x').map(({ route }, index) => [route.name, index] as const))(
  '%s answers the same whatever else a request claims',
  async (_, index) => {
    const { admin, addPerson, tenant } = await startProxy({ adminOf: 'Acme' });
    const outsider = addPerson({ memberOf: 'Globex' });
    const request = everyRoute(outsider.user_id)[index];
    if (!request || request.route.name === 'createUser') return;
    const send = async (headers: Record<string, string>) => {
      const all = new Headers([...new Headers(request.init.headers), ...Object.entries(headers)]);
      return outcomeOf(await admin.send(request.path, { ...request.init, headers: Object.fromEntries(all) }));
    };
    const expected = await send({});

    for (const claim of claims) {
      const outcome = await send(claim);
      tally.attempt(outcome === expected ? null : `${request.route.name} ${Object.keys(claim)}: ${outcome}`);
      expect(`${Object.keys(claim)} ${outcome}`).toBe(`${Object.keys(claim)} ${expected}`);
    }

    expect(tenant.record(outsider.user_id)?.profile.blocked).toBeUndefined();
  },
);

it.each([
  'Acme, Globex',
  'Globex, Acme',
  'Acme%00',
  'Acme%',
  '%41cme%20',
  'Acme;Globex',
  '["Acme","Globex"]',
])('takes the organization %j for none of the admin’s', async (value) => {
  const { admin } = await startProxy({ adminOf: 'Acme' });

  for (const { route, path, init } of everyRoute('auth0|x')) {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), [organizationHeader]: value };
    const outcome = await outcomeOf(await admin.send(path, { ...init, headers }));
    const refused = /^(400 invalid-request|403 organization-refused)$/.test(outcome);
    tally.attempt(refused ? null : `${route.name} ${value}: ${outcome}`);
    expect(`${route.name} ${outcome}`).toMatch(/(invalid-request|organization-refused)$/);
  }
});

it.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/json',
  '',
])('reads no body that calls itself %j', async (type) => {
  const { admin, addPerson } = await startProxy({ adminOf: 'Acme' });
  const member = addPerson({ memberOf: 'Acme' });

  for (const { route, path, init } of everyRoute(member.user_id).filter(({ body }) => body)) {
    const outcome = await outcomeOf(await admin.send(path, { ...init, headers: { 'content-type': type } }));
    tally.attempt(outcome === '415 unsupported-media-type' ? null : `${route.name} ${type}: ${outcome}`);
    expect(`${route.name} ${outcome}`).toBe(`${route.name} 415 unsupported-media-type`);
  }
});
