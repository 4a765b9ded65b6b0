import { ManagementClient } from 'auth0';
import { expect, it } from 'vitest';
import { database, machine, person } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';

const ada = 'auth0|ada';
const customDomains = [{ domain: 'login.acme.example' }, { domain: 'login.globex.example' }];

/** The official client, which knows nothing of an emulator: only its `fetch` is ours. */
async function startClient(seed: { customDomains?: typeof customDomains } = {}) {
  const { tenant } = await startTenant({ users: [person('ada', { email_verified: false })], seed });
  const client = new ManagementClient({
    domain: new URL(tenant.url).host,
    clientId: machine.id,
    clientSecret: machine.secret,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => tenant.fetch(new Request(input, init)),
  });
  const open = (link: string) => tenant.fetch(new Request(link));
  return { client, tenant, open };
}

it('makes tickets that work', async () => {
  const { client, tenant, open } = await startClient();

  const reset = await client.tickets.changePassword({
    user_id: ada,
    client_id: 'app',
    ttl_sec: 60,
    mark_email_as_verified: true,
  });
  const byEmail = await client.tickets.changePassword({
    connection_id: 'con_UsernamePassword',
    email: 'ada@example.com',
  });
  const verification = await client.tickets.verifyEmail({ user_id: ada });

  expect((await open(reset.ticket ?? '')).status).toBe(400);
  expect((await open(byEmail.ticket ?? '')).status).toBe(200);
  expect((await open(verification.ticket ?? '')).status).toBe(200);
  expect(tenant.user(ada)).toMatchObject({ email_verified: true });
});

it('tells why there is no ticket', async () => {
  const { client } = await startClient();

  await expect(client.tickets.changePassword({ user_id: 'auth0|nobody' })).rejects.toMatchObject({
    statusCode: 404,
    body: { errorCode: 'inexistent_user' },
  });
  await expect(
    client.tickets.verifyEmail({ user_id: ada, organization_id: 'org_acme' }),
  ).rejects.toMatchObject({ statusCode: 400 });
});

it('sends a verification mail as a job', async () => {
  const { client, tenant } = await startClient();

  const begun = await client.jobs.verificationEmail.create({
    user_id: ada,
    identity: { provider: 'auth0', user_id: 'ada' },
  });
  const ended = await client.jobs.get(begun.id ?? '');
  const errors = await client.jobs.errors.get(begun.id ?? '');

  expect(begun).toMatchObject({ type: 'verification_email', status: 'pending' });
  expect(ended).toMatchObject({ id: begun.id, status: 'completed' });
  expect(errors).toBeFalsy();
  expect(tenant.mails()).toMatchObject([{ kind: 'verify_email', to: 'ada@example.com' }]);
});

it('puts the named custom domain into links', async () => {
  const { client, tenant } = await startClient({ customDomains });
  const headers = { 'auth0-custom-domain': 'login.globex.example' };

  await client.users.create(
    { connection: database, email: 'new@example.com', password: 'Correct-horse-1' },
    { headers },
  );

  expect(tenant.mails()).toMatchObject([{ to: 'new@example.com', domain: 'login.globex.example' }]);
  await expect(client.jobs.verificationEmail.create({ user_id: ada })).rejects.toMatchObject({
    statusCode: 409,
    body: { errorCode: 'custom_domain_conflict' },
  });
});

it('holds a new password to the policy', async () => {
  const { client, tenant } = await startClient();

  await expect(client.users.update(ada, { password: 'weak' })).rejects.toMatchObject({
    statusCode: 400,
    body: { message: 'PasswordStrengthError: Password is too weak' },
  });
  const changed = await client.users.update(ada, { password: 'Another-horse-2', connection: database });

  expect(changed).toMatchObject({ last_password_reset: '2026-03-01T12:00:00.000Z' });
  expect(tenant.record(ada)).toMatchObject({ password: 'Another-horse-2' });
});
