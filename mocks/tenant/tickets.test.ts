import { expect, it } from 'vitest';
import { database, person } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';

const connectionId = 'con_UsernamePassword';
const users = [
  person('ada', {}, { organizations: ['org_acme'] }),
  person('nomail', { email: undefined, username: 'nomail', connection: 'Staff' }),
  person('goo', { connection: 'google-oauth2', provider: 'google-oauth2' }),
];
const reset = '/tickets/password-change';
const verify = '/tickets/email-verification';

it("makes links for the tenant's own pages, and sends no mail", async () => {
  const { call, tenant } = await startTenant({ users });

  const byId = await call('POST', reset, { body: { user_id: 'auth0|ada', mark_email_as_verified: true } });
  const byEmail = await call('POST', reset, {
    body: { connection_id: connectionId, email: 'Ada@Example.com', client_id: 'app', ttl_sec: 60 },
  });
  const verification = await call('POST', verify, {
    body: { user_id: 'auth0|ada', organization_id: 'org_acme' },
  });

  const link = (page: string) => ({
    ticket: expect.stringMatching(new RegExp(`^https://tenant\\.example/u/${page}\\?ticket=[\\w-]{32}#$`)),
  });
  expect(byId).toMatchObject({ status: 201, body: link('reset-password') });
  expect(byEmail).toMatchObject({ status: 201, body: link('reset-password') });
  expect(verification).toMatchObject({ status: 201, body: link('email-verification') });
  expect(tenant.mails()).toEqual([]);
});

it.each([
  [reset, { user_id: 'auth0|nobody' }, 404, 'The user does not exist.'],
  [reset, { connection_id: connectionId, email: 'no@example.com' }, 404, 'The user does not exist.'],
  [reset, { connection_id: 'con_none', email: 'ada@example.com' }, 404, 'The connection does not exist'],
  [reset, { user_id: 'auth0|ada', client_id: 'none' }, 404, 'The client does not exist'],
  [reset, { user_id: 'auth0|nomail' }, 400, 'The user does not have an email address.'],
  [
    reset,
    { user_id: 'google-oauth2|goo' },
    400,
    "The user's main connection does not support this operation.",
  ],
  [
    reset,
    { user_id: 'auth0|ada', organization_id: 'org_globex' },
    400,
    'The user with id auth0|ada is not a member of organization with id org_globex.',
  ],
  [reset, {}, 400, /Either user_id, or connection_id and email/],
  [reset, { user_id: 'auth0|ada', email: 'ada@example.com' }, 400, /Either user_id/],
  [reset, { user_id: 'auth0|ada', ttl_sec: -1 }, 400, /minimum 0/],
  [
    reset,
    { user_id: 'auth0|ada', result_url: 'https://x.example', organization_id: 'org_acme' },
    400,
    /result_url cannot be specified when using organization_id/,
  ],
  [verify, {}, 400, /Missing required property: user_id/],
  [verify, { user_id: 'auth0|ada', mark_email_as_verified: true }, 400, /Additional properties not allowed/],
  [
    verify,
    { user_id: 'auth0|ada', result_url: 'https://x.example', client_id: 'app' },
    400,
    /result_url cannot be specified when using client_id/,
  ],
  [
    verify,
    { user_id: 'auth0|ada', identity: { provider: 'auth0', user_id: 'other' } },
    404,
    /does not exist/,
  ],
])('refuses at %s %j', async (path, body, status, message) => {
  const { call } = await startTenant({ users });

  const answer = await call('POST', path, { body });

  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
});

it('sends a verification mail as a job, which says how it ended only when asked', async () => {
  const { call, tenant } = await startTenant({ users });

  const begun = await call('POST', '/jobs/verification-email', {
    body: { user_id: 'auth0|ada', client_id: 'app' },
  });
  const { id } = begun.body as { id: string };
  const job = await call('GET', `/jobs/${id}`);
  const errors = await call('GET', `/jobs/${id}/errors`);

  expect(begun).toMatchObject({
    status: 201,
    body: {
      type: 'verification_email',
      status: 'pending',
      created_at: '2026-03-01T12:00:00.000Z',
      id: expect.stringMatching(/^job_[A-Za-z0-9]{16}$/),
    },
  });
  expect(job.body).toMatchObject({ id, status: 'completed' });
  expect(errors.status).toBe(204);
  expect(tenant.mails()).toMatchObject([
    {
      kind: 'verify_email',
      to: 'ada@example.com',
      subject: 'Verify your email for App',
      url: expect.stringMatching(/^https:\/\/tenant\.example\/u\/email-verification\?ticket=/),
      domain: 'tenant.example',
      user_id: 'auth0|ada',
      connection: database,
      client_id: 'app',
      sent_at: '2026-03-01T12:00:00.000Z',
    },
  ]);
});

it('lets a job fail when no mail can leave', async () => {
  const { call, tenant } = await startTenant({ users, faults: { mailFails: true } });

  const begun = await call('POST', '/jobs/verification-email', { body: { user_id: 'auth0|ada' } });
  const { id } = begun.body as { id: string };

  expect(begun.status).toBe(201);
  expect((await call('GET', `/jobs/${id}`)).body).toMatchObject({ status: 'failed' });
  expect(tenant.mails()).toEqual([]);
});

it('forgets a job after a day and knows no others', async () => {
  const { call, pass } = await startTenant({ users });
  const begun = await call('POST', '/jobs/verification-email', { body: { user_id: 'auth0|ada' } });
  const { id } = begun.body as { id: string };

  pass(86_400_000);

  // The machine's token has expired with it, so this asks for a new one.
  expect((await call('GET', `/jobs/${id}`)).status).toBe(404);
  expect((await call('GET', '/jobs/nonsense')).status).toBe(400);
});

it('keeps the newest hundred mails', async () => {
  const { call, tenant, pass } = await startTenant({ users });
  for (let count = 0; count < 101; count += 1) {
    pass(1000);
    await call('POST', '/jobs/verification-email', { body: { user_id: 'auth0|ada' } });
  }

  const dates = tenant.mails().map(({ sent_at }) => sent_at);

  expect(dates).toHaveLength(100);
  expect(dates[0]).toBe('2026-03-01T12:00:02.000Z');
  expect(dates).toEqual(dates.toSorted());
});
