import { expect, it } from 'vitest';
import { person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';
import { signInAs } from './example-visitor.ts';
import type { Session } from './model.ts';

const ada = at`/users/${'auth0|ada'}/sessions`;
const bob = at`/users/${'auth0|bob'}/sessions`;
const day = 86_400_000;
const users = () => [person('ada'), person('bob')];

function session(id: string, owner = 'auth0|ada'): Session {
  return {
    id,
    user_id: owner,
    created_at: '2026-02-28T12:00:00.000Z',
    updated_at: '2026-03-01T11:00:00.000Z',
    authenticated_at: '2026-02-28T12:00:00.000Z',
    last_interacted_at: '2026-03-01T11:00:00.000Z',
    idle_expires_at: '2026-03-04T11:00:00.000Z',
    expires_at: '2026-03-07T12:00:00.000Z',
    device: { initial_ip: '192.0.2.1' },
    clients: [{ client_id: 'app' }],
    authentication: { methods: [{ name: 'pwd', timestamp: '2026-02-28T12:00:00.000Z' }] },
  };
}
const seeded = () => [
  person('ada', {}, { sessions: [session('one'), session('two'), session('three')] }),
  person('bob', {}, { sessions: [session('of-bob', 'auth0|bob')] }),
];
const idsIn = (body: unknown) => (body as { sessions: Session[] }).sessions.map(({ id }) => id);

it('shows the session of a person who has signed in at the login page', async () => {
  const { call, tenant, pass } = await startTenant({ users: users() });
  const visitor = await signInAs(tenant, 'ada');
  pass(60_000);
  await visitor.silently();

  const { status, body } = await call('GET', ada);

  expect(status).toBe(200);
  expect(body).toEqual({
    sessions: [
      {
        id: expect.any(String),
        user_id: 'auth0|ada',
        created_at: '2026-03-01T12:00:00.000Z',
        updated_at: '2026-03-01T12:01:00.000Z',
        authenticated_at: '2026-03-01T12:00:00.000Z',
        last_interacted_at: '2026-03-01T12:01:00.000Z',
        idle_expires_at: '2026-03-04T12:01:00.000Z',
        expires_at: '2026-03-08T12:00:00.000Z',
        device: {
          initial_ip: '203.0.113.7',
          initial_user_agent: 'Browser of ada',
          last_ip: '203.0.113.7',
          last_user_agent: 'Browser of ada',
        },
        clients: [{ client_id: 'app' }],
        authentication: { methods: [{ name: 'pwd', timestamp: '2026-03-01T12:00:00.000Z' }] },
      },
    ],
  });
  expect((await call('GET', bob)).body).toEqual({ sessions: [] });
});

it('ends silent authentication with the session', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  const visitor = await signInAs(tenant, 'ada');
  const before = await visitor.silently();
  const [id = ''] = idsIn((await call('GET', ada)).body);

  const { status, body } = await call('DELETE', at`/sessions/${id}`);

  expect({ status, body }).toEqual({ status: 202, body: '' });
  expect([before, await visitor.silently(), await visitor.refresh()]).toEqual([
    'code',
    'login_required',
    'ok',
  ]);
  expect((await call('GET', at`/sessions/${id}`)).status).toBe(404);
});

it('revokes a session together with its refresh tokens, and no others', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  const here = await signInAs(tenant, 'ada');
  const [id = ''] = idsIn((await call('GET', ada)).body);
  const there = await signInAs(tenant, 'ada');

  const { status } = await call('POST', at`/sessions/${id}/revoke`);

  expect(status).toBe(202);
  expect([await here.silently(), await here.refresh()]).toEqual(['login_required', 'invalid_grant']);
  expect([await there.silently(), await there.refresh()]).toEqual(['code', 'ok']);
});

it('ends all sessions of one person and leaves others alone', async () => {
  const { call, tenant } = await startTenant({ users: seeded() });
  const other = await signInAs(tenant, 'bob');

  const { status } = await call('DELETE', ada);

  expect(status).toBe(202);
  expect((await call('GET', ada)).body).toEqual({ sessions: [] });
  expect(idsIn((await call('GET', bob)).body)).toHaveLength(2);
  expect(await other.silently()).toBe('code');
});

it('ends a session only after a while when it is told to be slow, even if it is used meanwhile', async () => {
  const { call, tenant, pass } = await startTenant({ users: users(), faults: { revocationLagMs: 5000 } });
  const visitor = await signInAs(tenant, 'ada');

  await call('DELETE', ada);
  const meanwhile = await visitor.silently();
  pass(5001);

  expect([meanwhile, await visitor.silently()]).toEqual(['code', 'login_required']);
});

it('pages by checkpoint, also when the session named by it has ended meanwhile', async () => {
  const { call } = await startTenant({ users: seeded() });

  const first = await call('GET', `${ada}?take=2`);
  await call('DELETE', at`/sessions/${'three'}`);
  const { next } = first.body as { next: string };
  const second = await call('GET', `${ada}?from=${encodeURIComponent(next)}&take=2`);

  expect(idsIn(first.body)).toEqual(['one', 'three']);
  expect(second.body).toMatchObject({ sessions: [{ id: 'two' }] });
  expect(second.body).not.toHaveProperty('next');
  expect((await call('GET', `${ada}?from=%00`)).status).toBe(400);
  expect((await call('GET', `${ada}?page=0`)).status).toBe(400);
});

it('gives a session of the seed by its id, until it expires or is ended', async () => {
  const { call, pass } = await startTenant({ users: seeded() });

  const one = await call('GET', '/sessions/one');
  await call('DELETE', '/sessions/one');
  const ended = await call('GET', '/sessions/one');
  pass(3 * day);
  const expired = await call('GET', '/sessions/two');

  expect(one.body).toEqual(session('one'));
  expect(ended).toMatchObject({ status: 404, body: { message: 'The session does not exist.' } });
  expect(expired.status).toBe(404);
});

it('says nothing of a session that is not there when it is told to end it, but knows no user who is not', async () => {
  const { call } = await startTenant();

  expect((await call('DELETE', '/sessions/none')).status).toBe(202);
  expect((await call('POST', '/sessions/none/revoke')).status).toBe(404);
  expect(await call('GET', ada)).toMatchObject({ status: 404, body: { errorCode: 'inexistent_user' } });
  expect(await call('DELETE', ada)).toMatchObject({ status: 404 });
});

it('keeps what has ended in storage, so that a reload does not bring it back', async () => {
  const { call, storage, tenant } = await startTenant({ users: seeded() });
  await signInAs(tenant, 'ada');
  await call('DELETE', '/sessions/one');

  const reloaded = await startTenant({ users: seeded(), storage });

  const ids = idsIn((await reloaded.call('GET', ada)).body);
  expect(ids).toHaveLength(3);
  expect(ids).not.toContain('one');
});

it('forgets all access of a user who is deleted, even if another is made with his id', async () => {
  const { call, tenant } = await startTenant({ users: seeded() });
  const visitor = await signInAs(tenant, 'ada');
  const record = tenant.record('auth0|ada');

  await call('DELETE', at`/users/${'auth0|ada'}`);
  if (record) tenant.addUser({ ...record, sessions: [] });

  expect([await visitor.silently(), await visitor.refresh()]).toEqual(['login_required', 'invalid_grant']);
  expect((await call('GET', ada)).body).toEqual({ sessions: [] });
});

it('logs what has been ended', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  await signInAs(tenant, 'ada');
  const [id = ''] = idsIn((await call('GET', ada)).body);

  await call('POST', at`/sessions/${id}/revoke`);

  const entries = tenant.logs().map(({ type, description, user_id }) => ({ type, description, user_id }));
  expect(entries).toContainEqual({ type: 'srrt', description: '', user_id: 'auth0|ada' });
  expect(entries.at(-1)).toEqual({ type: 'sapi', description: 'Revoke session', user_id: undefined });
});
