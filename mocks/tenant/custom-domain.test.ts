import { expect, it } from 'vitest';
import { database, person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

const ada = at`/users/${'auth0|ada'}`;
const newUser = { connection: database, email: 'a@b.co', password: 'Correct-horse-1' };
const users = [person('ada')];
const two = [{ domain: 'login.acme.example' }, { domain: 'login.globex.example' }];

it.each([
  ['POST', '/users', newUser, 201],
  ['PATCH', ada, { name: 'Ada' }, 200],
  ['POST', '/tickets/password-change', { user_id: 'auth0|ada' }, 201],
  ['POST', '/tickets/email-verification', { user_id: 'auth0|ada' }, 201],
  ['POST', '/jobs/verification-email', { user_id: 'auth0|ada' }, 201],
])('takes no custom domain that the tenant does not have: %s %s', async (method, path, body, done) => {
  const { call, tenant } = await startTenant({ users });
  const send = (domain: string) => call(method, path, { body, headers: { 'auth0-custom-domain': domain } });

  const refused = await send('login.nowhere.example');
  const before = tenant.user('auth0|ada')?.name;
  const taken = await send('Tenant.example');

  expect(refused).toMatchObject({ status: 400, body: { error: 'Bad Request' } });
  expect(before).toBe('ada');
  expect(taken.status).toBe(done);
});

it('ignores the header where Auth0 sends no links', async () => {
  const { call } = await startTenant({ users });

  expect((await call('GET', ada, { headers: { 'auth0-custom-domain': 'nowhere.example' } })).status).toBe(
    200,
  );
});

it('wants one of several custom domains to be named', async () => {
  const { call, tenant } = await startTenant({ users, seed: { customDomains: two } });
  const verify = (headers?: Record<string, string>) =>
    call('POST', '/jobs/verification-email', { body: { user_id: 'auth0|ada' }, headers });

  const refused = await verify();
  const sent = await verify({ 'auth0-custom-domain': 'login.globex.example' });

  expect(refused).toMatchObject({
    status: 409,
    body: {
      message: 'The tenant has multiple verified custom domains.',
      errorCode: 'custom_domain_conflict',
    },
  });
  expect(sent.status).toBe(201);
  expect(tenant.mails()).toMatchObject([
    {
      domain: 'login.globex.example',
      url: expect.stringMatching(/^https:\/\/login\.globex\.example\/u\/email-verification\?/),
    },
  ]);
});

it('uses the default one when none is named', async () => {
  const [first = { domain: '' }, second = { domain: '' }] = two;
  const customDomains = [first, { ...second, is_default: true }];
  const { call } = await startTenant({ users, seed: { customDomains } });

  const { body } = await call('POST', '/tickets/password-change', { body: { user_id: 'auth0|ada' } });

  expect(body).toMatchObject({ ticket: expect.stringMatching(/^https:\/\/login\.globex\.example\/u\//) });
});
