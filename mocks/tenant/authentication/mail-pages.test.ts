import { expect, it } from 'vitest';
import { exampleSeed, person } from '../example-seed.ts';
import { startTenant } from '../example-tenant.ts';

const users = [
  person(
    'ada',
    { email_verified: false },
    {
      organizations: ['org_acme'],
      bruteForceBlocks: [{ identifier: 'ada@example.com', ip: '10.0.0.1' }],
    },
  ),
];
const { clients } = exampleSeed();
const seed = {
  clients: clients.map((client) =>
    client.client_id === 'app' ? { ...client, initiate_login_uri: 'https://app.example/sign-in' } : client,
  ),
};

async function start() {
  const example = await startTenant({ users, seed });
  const { tenant, call } = example;
  /** Opens a link; with fields it sends the form that is there. */
  async function open(link: string, fields?: Record<string, string>) {
    const init = fields && { method: 'POST', body: new URLSearchParams(fields) };
    const response = await tenant.fetch(new Request(link, init));
    return { status: response.status, text: await response.text() };
  }
  async function ticket(kind: 'password-change' | 'email-verification', more: object = {}) {
    const { body } = await call('POST', `/tickets/${kind}`, { body: { user_id: 'auth0|ada', ...more } });
    // The emulator's own answer, which its tests have checked.
    return (body as { ticket: string }).ticket;
  }
  async function forgot(parameters: Record<string, string> = {}) {
    const body = new URLSearchParams({
      client_id: 'app',
      email: 'ada@example.com',
      connection: 'Username-Password-Authentication',
      ...parameters,
    });
    const url = `${tenant.url}/dbconnections/change_password`;
    const response = await tenant.fetch(new Request(url, { method: 'POST', body }));
    return { status: response.status, text: await response.text() };
  }
  const linkOf = () => tenant.mails().at(-1)?.url ?? '';
  return { ...example, open, ticket, forgot, linkOf };
}

const chosen = (password: string) => ({ 'new-password': password, repeated: password });

it('answers the same for everybody who forgot his password, and mails those there are', async () => {
  const { forgot, tenant } = await start();

  const known = await forgot();
  const unknown = await forgot({ email: 'nobody@example.com' });

  expect(known).toEqual({ status: 200, text: "We've just sent you an email to reset your password." });
  expect(unknown).toEqual(known);
  expect(tenant.mails()).toMatchObject([
    {
      kind: 'reset_email',
      to: 'ada@example.com',
      url: expect.stringMatching(/^https:\/\/tenant\.example\/u\/reset-password\?ticket=/),
    },
  ]);
  expect(tenant.logs()).toMatchObject([{ type: 'scpr', user_id: 'auth0|ada' }]);
});

it('sends ten such mails at once, then one a minute', async () => {
  const { forgot, pass, tenant } = await start();
  for (let count = 0; count < 10; count += 1) await forgot();

  const eleventh = await forgot({ email: 'ADA@example.com' });
  const other = await forgot({ email: 'other@example.com' });
  pass(60_000);
  const later = [await forgot(), await forgot()];

  expect([eleventh.status, other.status]).toEqual([429, 200]);
  expect(later.map(({ status }) => status)).toEqual([200, 429]);
  expect(tenant.mails()).toHaveLength(11);
});

it('lets a person choose his password once, by the newest link alone', async () => {
  const { forgot, linkOf, open, tenant, pass } = await start();
  await forgot();
  const older = linkOf();
  await forgot();
  const newest = linkOf();
  pass(60_000);

  expect((await open(older)).status).toBe(400);
  expect((await open(newest)).text).toContain('three of these: lower-case letters');
  const done = await open(newest, chosen('Another-horse-2'));
  const again = await open(newest, chosen('Another-horse-3'));

  expect(done.status).toBe(200);
  expect(done.text).toContain('href="https://app.example/sign-in"');
  expect(again.status).toBe(400);
  expect(tenant.record('auth0|ada')).toMatchObject({
    password: 'Another-horse-2',
    bruteForceBlocks: [],
    profile: { last_password_reset: '2026-03-01T12:01:00.000Z', email_verified: false },
  });
  expect(tenant.logs().map(({ type }) => type)).toEqual(['scpr', 'scpr', 'scp']);
  expect(await tenant.token('ada@example.com')).toMatch(/^ey/);
});

it('tells what is wrong with a password, and keeps the link good', async () => {
  const { ticket, open, tenant } = await start();
  const link = await ticket('password-change');

  const weak = await open(link, chosen('short'));
  const unequal = await open(link, { 'new-password': 'Another-horse-2', repeated: 'Another-horse-3' });
  const empty = await open(link, {});

  expect(weak.status).toBe(400);
  expect(weak.text).toContain('This one does not meet: at least 8 characters; three of these');
  expect(weak.text).not.toContain('value="short"');
  expect(unequal.text).toContain('The two passwords are not the same.');
  expect(empty.text).toContain('Enter a password.');
  expect(tenant.logs().at(-1)).toMatchObject({ type: 'fcp', user_id: 'auth0|ada' });
  expect((await open(link, chosen('Another-horse-2'))).status).toBe(200);
});

it('marks the email as verified when the ticket says so', async () => {
  const { ticket, open, tenant } = await start();
  const link = await ticket('password-change', { mark_email_as_verified: true });

  await open(link, chosen('Another-horse-2'));

  expect(tenant.user('auth0|ada')).toMatchObject({ email_verified: true });
});

it('takes no link that is too old, has a wrong id, or is for another page', async () => {
  const { ticket, open, pass, tenant } = await start();
  const link = await ticket('password-change', { ttl_sec: 60 });
  const verification = await ticket('email-verification');

  const forAnotherPage = await open(verification.replace('email-verification', 'reset-password'));
  pass(60_000);

  expect((await open(link)).status).toBe(400);
  expect((await open(`${tenant.url}/u/reset-password?ticket=none`)).status).toBe(400);
  expect((await open(`${tenant.url}/u/reset-password`)).status).toBe(400);
  expect(forAnotherPage.status).toBe(400);
});

it('forgets the links of whoever is gone, whoever comes to have his id', async () => {
  const { ticket, open, call, tenant } = await start();
  const link = await ticket('password-change');

  await call('DELETE', '/users/auth0%7Cada');
  const gone = await open(link);
  tenant.addUser({ profile: { user_id: 'auth0|ada' } });

  expect(gone.status).toBe(400);
  expect((await open(link)).status).toBe(400);
});

it('verifies an email once', async () => {
  const { ticket, open, tenant } = await start();
  const link = await ticket('email-verification', { client_id: 'app', organization_id: 'org_acme' });

  const done = await open(link);
  const again = await open(link);

  expect(done.status).toBe(200);
  expect(done.text).toContain('https://app.example/sign-in?organization=org_acme&amp;organization_name=acme');
  expect(again.status).toBe(400);
  expect(tenant.user('auth0|ada')).toMatchObject({ email_verified: true });
  expect(tenant.logs().at(-1)).toMatchObject({ type: 'sv', user_id: 'auth0|ada' });
});

it('verifies no other email than the one it was sent to', async () => {
  const { ticket, open, call, tenant } = await start();
  const link = await ticket('email-verification');

  await call('PATCH', '/users/auth0%7Cada', { body: { email: 'new@example.com' } });

  expect((await open(link)).status).toBe(400);
  expect(tenant.user('auth0|ada')).toMatchObject({ email: 'new@example.com', email_verified: false });
});

it('goes on to the address that a ticket names', async () => {
  const { ticket, open } = await start();
  const link = await ticket('email-verification', { result_url: 'https://next.example/done' });

  expect((await open(link)).text).toContain(
    'https://next.example/done?success=true&amp;code=success&amp;message=',
  );
});
