import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listUsers } from '#contract/routes.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { answerOf } from '../support/answer-of.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

type Started = Awaited<ReturnType<typeof startProxy>>;

const impossible: [string, string][] = [
  ['no provider', '63d17c4a8869daf88ed7db97'],
  ['nothing before the bar', '|x'],
  ['nothing after the bar', 'auth0|'],
  ['a path inside', 'auth0|../../clients'],
  ['a slash', 'auth0|a/b'],
  ['a percent sign', 'auth0|100%'],
  ['an escaped slash', 'auth0|a%2Fb'],
  ['a query', 'auth0|x?fields=user_id'],
  ['a fragment', 'auth0|x#y'],
  ['a null character', 'auth0|x\u0000y'],
  ['a line end', 'auth0|x\r\ny'],
  ['an emoji', 'auth0|😀'],
  ['a right-to-left override', 'auth0|\u202ex'],
  ['10 kB', `auth0|${'x'.repeat(10_000)}`],
  ['a search', 'auth0|x" OR user_id:*'],
  ['another part of the API', 'auth0|x/roles'],
];

/** Everything of an answer that an admin could tell two cases apart by, and what it cost. */
async function trace(started: Started, userId: string, act: 'read' | 'block') {
  const { admin, tenant } = started;
  const before = tenant.calls.length;
  const params = { userId };
  const response =
    act === 'read'
      ? await admin.call(getUser, { params })
      : await admin.call(setUserBlocked, { params, body: { blocked: true } });
  const calls = tenant.calls.slice(before);
  return {
    ...(await answerOf(response)),
    calls: calls.map(({ method, path }) => `${method} ${path.split('/').slice(0, 4).join('/')}`),
  };
}

it.each(['read', 'block'] as const)('cannot tell a stranger from nobody, to %s', async (act) => {
  const started = await startProxy({ adminOf: 'Acme' });
  const stranger = started.addPerson({ memberOf: 'Globex' });
  await trace(started, started.admin.person.user_id, 'read');

  const outside = await trace(started, stranger.user_id, act);
  const nowhere = await trace(started, 'auth0|63d17c4a8869daf88ed7db97', act);

  expect(outside.status).toBe(404);
  expect(outside).toEqual(nowhere);
  expect(outside.calls).toEqual(['GET /api/v2/users']);
  expect(started.tenant.user(stranger.user_id)?.blocked).toBeUndefined();
});

it.each(impossible)('cannot tell an id with %s from that of nobody', async (_, userId) => {
  const started = await startProxy({ adminOf: 'Acme' });
  await trace(started, started.admin.person.user_id, 'read');
  const nowhere = await trace(started, 'auth0|63d17c4a8869daf88ed7db97', 'block');

  const answer = await trace(started, userId, 'block');

  expect(answer).toEqual(nowhere);
});

it.each([
  ['of another organization', { app_metadata: { organization: 'Globex' } }],
  ['of an organization whose name begins alike', { app_metadata: { organization: 'Acme Labs' } }],
  ['of the same name in another case', { app_metadata: { organization: 'acme' } }],
  ['of no organization', {}],
  ['whose organization is not a name', { app_metadata: { organization: { name: 'Acme' } } }],
  ['who says so himself', { user_metadata: { organization: 'Acme' } }],
])('does not find a user %s', async (_, profile) => {
  const { admin, addPerson } = await startProxy({ adminOf: 'Acme' });
  const stranger = addPerson({ profile });

  const outcome = await outcomeOf(await admin.call(getUser, { params: { userId: stranger.user_id } }));

  expect(outcome).toBe('404 user-not-found');
});

it('cannot tell a stranger whose id the tenant spells in another way from nobody', async () => {
  const started = await startProxy({
    adminOf: 'Acme',
    between: (request, pass) => pass(new Request(request.url.replace('AUTH0', 'auth0'), request)),
  });
  const stranger = started.addPerson({ memberOf: 'Globex' });
  const nowhere = await trace(started, 'AUTH0|63d17c4a8869daf88ed7db97', 'read');

  const answer = await trace(started, stranger.user_id.replace('auth0', 'AUTH0'), 'read');

  expect(answer.status).toBe(404);
  expect(answer.text).toBe(nowhere.text);
});

it.each([
  ['null for a name', { family_name: null, email: null }],
  ['a list for a name', { given_name: ['Ann', 'Anna'] }],
  ['a text for a count', { logins_count: '3', email_verified: 'true' }],
  ['a number for a text', { phone_number: 49, last_login: 0 }],
  ['no object for metadata', { user_metadata: null, app_metadata: 'Acme' }],
])('cannot tell a stranger in whose profile stands %s from nobody', async (_, odd) => {
  const started = await startProxy({ adminOf: 'Acme', between: altering({ ...odd }) });
  const stranger = started.addPerson({ memberOf: 'Globex', profile: { name: 'Odd' } });
  await trace(started, started.admin.person.user_id, 'read');
  const nowhere = await trace(started, 'auth0|63d17c4a8869daf88ed7db97', 'read');

  const answer = await trace(started, stranger.user_id, 'read');

  expect(answer).toEqual(nowhere);
});

it('shows a member and the list he stands in, whatever a directory wrote into his profile', async () => {
  const odd = { family_name: null, given_name: ['Ann', 'Anna'], logins_count: '3', picture: {}, email: null };
  const { admin, addPerson } = await startProxy({ adminOf: 'Acme', between: altering(odd) });
  const member = addPerson({ memberOf: 'Acme', profile: { name: 'Odd' } });

  const page = await (await admin.call(getUser, { params: { userId: member.user_id } })).json();
  const list = await (await admin.call(listUsers, {})).json();

  expect(page.user).toMatchObject({ name: 'Odd', logins_count: 0 });
  expect(page.user).not.toHaveProperty('given_name');
  expect(list.users).toHaveLength(2);
});

/** Writes into the profile of everyone called Odd, as no Management API would, but directories do. */
function altering(odd: object) {
  const altered = (user: { name: string }) => (user.name === 'Odd' ? { ...user, ...odd } : user);
  return async (request: Request, pass: (request: Request) => Promise<Response>): Promise<Response> => {
    const response = await pass(request);
    if (!/\/users(\/[^/]*)?$/.test(new URL(request.url).pathname) || !response.ok) return response;
    const answer = await response.json();
    return Response.json(answer.users ? { ...answer, users: answer.users.map(altered) } : altered(answer));
  };
}

it('never leaves the path of one user, whatever the id', async () => {
  const { admin, tenant } = await startProxy();
  await admin.call(getUser, { params: { userId: 'auth0|x' } });
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('.', '/', '\\', '%', '2', 'f', 'F', 'e', '|', '?', '#', '\u0000') }),
  );
  // A lone surrogate cannot be written in an address at all.
  const ids = text.filter((id) => id.isWellFormed() && id !== '' && id !== '.' && id !== '..');

  await fc.assert(
    fc.asyncProperty(ids, fc.boolean(), async (id, prefixed) => {
      const before = tenant.calls.length;
      const userId = prefixed ? `auth0|${id}` : id;
      const response = await admin.call(getUser, { params: { userId } });
      const calls = tenant.calls.slice(before);
      expect(await outcomeOf(response)).toBe('404 user-not-found');
      expect(calls).toHaveLength(1);
      expect(calls[0]?.path).toMatch(/^\/api\/v2\/users\/[^/]+$/);
      expect(calls[0]?.query).toBe('');
    }),
    { numRuns: 100 },
  );
}, 20_000);

it('finds a member whose id needs every kind of escaping', async () => {
  const { admin, addPerson } = await startProxy();
  const userId = 'samlp|acme-okta|a/b%2Fc?d=e#f+g&h 😀';
  addPerson({ memberOf: 'Acme', profile: { user_id: userId } });

  const response = await admin.call(getUser, { params: { userId } });

  expect(await response.json()).toMatchObject({ user: { user_id: userId } });
});
