import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listUsers } from '#contract/routes.ts';
import { userSort, userStatus } from '#contract/search.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

async function idsIn(response: Response): Promise<string[]> {
  const { users } = await response.json();
  return users.map((user: { user_id: string }) => user.user_id);
}

/** Puts foreign rows into every answer of the tenant's search, as a broken or outwitted search would. */
function leaking(strangers: () => object[]) {
  return async (request: Request, pass: (request: Request) => Promise<Response>) => {
    const response = await pass(request);
    if (!new URL(request.url).pathname.endsWith('/api/v2/users')) return response;
    const answer = await response.json();
    return Response.json({ ...answer, users: [...strangers(), ...answer.users] });
  };
}

it('drops every row of a search that is no member', async () => {
  const strangers: object[] = [];
  const { admin, addPerson } = await startProxy({ adminOf: 'Acme', between: leaking(() => strangers) });
  strangers.push(
    addPerson({ memberOf: 'Globex' }),
    addPerson({ memberOf: 'acme' }),
    addPerson({ memberOf: ['Globex', 'Acme Labs'] }),
    addPerson({}),
  );

  const ids = await idsIn(await admin.call(listUsers, {}));

  expect(ids).toEqual([admin.person.user_id]);
});

const attacks = [
  '*',
  '*:*',
  'user_id:*',
  '" OR user_id:*',
  '") OR (user_id:*',
  'x) OR (app_metadata.organization:Globex',
  'app_metadata.organization:"Globex"',
  'organization:Globex',
  'NOT organization:Acme',
  '_exists_:user_id',
  'name:x OR email:*globex*',
  'name:* OR name:*',
  '\\") OR user_id:*',
  'name:"x\\" OR user_id:*',
  'identities.connection:*',
  'organization_id:org_1',
  'a AND NOT b) OR (c',
  '/.*/',
  'name:[* TO *]',
];

it.each(attacks)('shows nobody outside to the search %j', async (q) => {
  const { admin, addPerson } = await startProxy({ adminOf: 'Acme' });
  const stranger = addPerson({
    memberOf: 'Globex',
    profile: { name: 'Jane Globex', email: 'jane@globex.example' },
  });

  const response = await admin.call(listUsers, { query: { q } });

  if (response.ok) expect(await idsIn(response)).not.toContain(stranger.user_id);
  else expect(await outcomeOf(response)).toBe('400 invalid-search');
});

it.each([
  ['search', { q: 'connection:globex-adfs' }, '400 invalid-search'],
  ['search that excludes', { q: 'NOT connection:"globex-adfs"' }, '400 invalid-search'],
  ['filter', { connection: 'globex-adfs' }, '400 invalid-request'],
])('does not tell by a %s which of its members another organization has, too', async (_, query, outcome) => {
  const policy = definePolicy({
    connections: (organization) => [
      { name: organization === 'Acme' ? 'acme-okta' : 'globex-adfs', label: 'Own', strategy: 'samlp' },
    ],
  });
  const { admin, addPerson } = await startProxy({ adminOf: 'Acme', config: { policy } });
  const identity = { provider: 'samlp', user_id: 'x', isSocial: false };
  const identities = ['acme-okta', 'globex-adfs'].map((connection) => ({ ...identity, connection }));
  const shared = addPerson({ memberOf: ['Acme', 'Globex'], profile: { identities } });

  const foreign = await outcomeOf(await admin.call(listUsers, { query }));
  const own = await idsIn(await admin.call(listUsers, { query: { connection: 'acme-okta' } }));

  expect(foreign).toBe(outcome);
  expect(own).toEqual([shared.user_id]);
});

it('puts the scope around the whole of whatever is searched', async () => {
  const queries: string[] = [];
  const { admin } = await startProxy({
    adminOf: 'Acme',
    between(request, pass) {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname.endsWith('/api/v2/users')) queries.push(searchParams.get('q') ?? '');
      return pass(request);
    },
  });
  const word = fc.oneof(fc.string(), fc.constantFrom('OR', 'AND', 'NOT', '(', ')', '"', '\\', '*', 'name:x'));
  const search = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const statuses = fc.option(fc.constantFrom(...userStatus.options), { nil: undefined });

  await fc.assert(
    fc.asyncProperty(search, statuses, fc.constantFrom(...userSort.options), async (q, status, sort) => {
      await admin.call(listUsers, { query: { q, status, sort } });
    }),
    { numRuns: 100 },
  );

  expect(queries.length).toBeGreaterThan(20);
  for (const q of queries) expect(withoutGroups(q)).toMatch(/^\(\)( AND \(\))*$/);
  expect(queries.every((q) => q.startsWith('(app_metadata.organization:"Acme" AND '))).toBe(true);
}, 20_000);

/** The outermost structure of a Lucene text: what stands in parentheses is left out, quoted text is skipped. */
function withoutGroups(lucene: string): string {
  let depth = 0;
  let outside = '';
  for (const [token] of lucene.matchAll(/"(?:[^"\\]|\\.)*"|\\.|[()]|[^"()\\]/gs)) {
    if (token === '(') depth += 1;
    if (depth === 0 || (depth === 1 && /[()]/.test(token))) outside += token;
    if (token === ')') depth -= 1;
  }
  expect(depth).toBe(0);
  return outside;
}

it('shows a block at once, and keeps showing it while search lags', async () => {
  const { admin, addPerson, tenant, clock } = await startProxy();
  const member = addPerson({ memberOf: 'Acme' });
  tenant.faults.searchLagMs = 600_000;
  const block = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"blocked":true}' };
  await admin.send(`/users/${encodeURIComponent(member.user_id)}/blocked`, block);

  clock.now += 30_000;
  const { users } = await (await admin.call(listUsers, {})).json();

  expect(users.find((user: { user_id: string }) => user.user_id === member.user_id)).toMatchObject({
    blocked: true,
  });
});

it('believes search again when it is newer than what was written', async () => {
  const { admin, addPerson, tenant, clock } = await startProxy();
  const member = addPerson({ memberOf: 'Acme' });
  const block = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"blocked":true}' };
  await admin.send(`/users/${encodeURIComponent(member.user_id)}/blocked`, block);

  clock.now += 30_000;
  const updated_at = new Date(clock.now).toISOString();
  tenant.changeUser(member.user_id, { blocked: false, name: 'Newer', updated_at });
  const { users } = await (await admin.call(listUsers, {})).json();

  expect(users.find((user: { user_id: string }) => user.user_id === member.user_id)).toMatchObject({
    blocked: false,
    name: 'Newer',
  });
});
