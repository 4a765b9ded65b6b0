import { expect, it } from 'vitest';
import { askToken } from './example-flow.ts';
import { appOrigin } from './example-seed.ts';
import { type ExampleTenant, startTenant } from './example-tenant.ts';

const database = 'Username-Password-Authentication';
const eve = { client_id: 'app', email: 'Eve@Example.com', password: 'correct horse', connection: database };

const signUp = ({ call }: ExampleTenant, body: object) =>
  call('/dbconnections/signup', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: appOrigin },
    body: JSON.stringify(body),
  });

/** With the options of the database changed. */
async function startWith(options: object): Promise<ExampleTenant> {
  const tenant = await startTenant();
  const connection = tenant.store.connection(database);
  if (connection) tenant.store.connections.save({ ...connection, options: { ...options } });
  return tenant;
}

it('makes a user who can sign in, and answers his id without a prefix', async () => {
  const tenant = await startTenant();

  const response = await signUp(tenant, eve);
  const answer = await response.json();

  expect(response.status).toBe(200);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin);
  expect(answer).toEqual({
    _id: expect.stringMatching(/^[0-9a-f]{24}$/),
    email: 'eve@example.com',
    email_verified: false,
  });
  expect(tenant.store.user(`auth0|${answer._id}`)?.profile).toMatchObject({
    name: 'eve@example.com',
    nickname: 'eve',
  });
  expect(tenant.store.logsOf(`auth0|${answer._id}`)).toMatchObject([{ type: 'ss', client_id: 'app' }]);
  const grant = { grant_type: 'password', username: eve.email, password: eve.password };
  expect((await askToken(tenant, grant)).status).toBe(200);
});

it.each([
  [{ ...eve, client_id: 'nobody' }, 401, 'invalid_client'],
  [{ ...eve, connection: 'google-oauth2' }, 400, 'invalid_request'],
  [{ ...eve, connection: 'Elsewhere' }, 400, 'invalid_request'],
  [{ ...eve, email: 'no address' }, 400, 'invalid_signup'],
  [{ ...eve, email: 'ADA@example.com' }, 400, 'invalid_signup'],
  [{ ...eve, password: undefined }, 400, 'invalid_request'],
])('signs nobody up by %j', async (body, status, error) => {
  const tenant = await startTenant();
  const before = [...tenant.store.users()].length;

  const response = await signUp(tenant, body);

  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error });
  expect([...tenant.store.users()]).toHaveLength(before);
});

it.each([
  [{ disable_signup: true }, 'invalid_signup'],
  [{ passwordPolicy: 'good' }, 'invalid_password'],
  [{ requires_username: true }, 'invalid_request'],
])('keeps to the options of the database: %j', async (options, error) => {
  const tenant = await startWith(options);

  const response = await signUp(tenant, eve);

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error });
  expect(tenant.store.logBook.all()).toMatchObject([{ type: 'fs', user_name: eve.email }]);
});

it('takes a username where the database wants one', async () => {
  const tenant = await startWith({ requires_username: true });

  const right = await signUp(tenant, { ...eve, username: 'Eve' });
  const wrong = await signUp(tenant, { ...eve, email: 'e@example.com', username: 'a b' });
  const taken = await signUp(tenant, { ...eve, email: 'f@example.com', username: 'EVE' });

  expect(await right.json()).toMatchObject({ username: 'eve' });
  expect([wrong.status, taken.status]).toEqual([400, 400]);
});
