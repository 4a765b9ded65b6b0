import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { faultTally } from '../support/fault-tally.ts';
import { realProcess, type Way } from '../support/real-process.ts';
import { outcomeOf } from '../support/start-proxy.ts';

const tally = faultTally();

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let stage: Awaited<ReturnType<typeof realProcess>>;
const children: ChildProcess[] = [];
const sockets: Socket[] = [];
beforeEach(async () => {
  stage = await realProcess();
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  stage.stop();
});

async function start(): Promise<ChildProcess> {
  const child = await stage.startProxy();
  children.push(child);
  return child;
}

/** A way on which the tenant does what a write asks for, and holds its answer back until told. */
function holdingWrites() {
  const written = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const way: Way = async (request, pass) => {
    const response = await pass();
    if (request.method !== 'PATCH') return response;
    written.resolve();
    await answer.promise;
    return response;
  };
  return { way, written: written.promise, answer: answer.resolve };
}

it('sees a write through when it is told to stop', async () => {
  await stage.startTenant();
  const child = await start();
  const { user_id } = stage.addPerson();
  const held = holdingWrites();
  stage.state.way = held.way;

  const blocking = stage.block(user_id);
  await held.written;
  child.kill('SIGTERM');
  const ended = once(child, 'exit');
  // Not before it has heard: from then on nobody new is let in.
  await vi.waitFor(() => expect(stage.alone('GET', '/healthz')).rejects.toThrow(), { timeout: 30_000 });
  held.answer();
  const response = await blocking;
  const outcome = await outcomeOf(response);
  const [code] = await ended;

  const rows = await stage.rows();
  // Kept open, the connection would be waited for.
  expect(response.headers.get('connection')).toBe('close');
  expect([outcome, code, rows, stage.tenant.user(user_id)?.blocked]).toEqual(['200', 0, ['done'], true]);
  tally.seen({ fault: 'SIGTERM during a write', admin: outcome, recovered: true });
});

/** Linux's own tool for the limits of a process that runs. */
const prlimit = spawnSync('prlimit', ['--version']).status === 0;

/** As on a disk without room: from now on no file of the process may grow beyond so many bytes. */
function leaveRoom({ pid }: ChildProcess, bytes: number | 'unlimited'): void {
  const { status } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
  if (status !== 0) throw new Error('The limit could not be set');
}

it.skipIf(!prlimit)(
  'does nothing while the disk has no room for the log, and everything again after',
  async () => {
    await stage.startTenant();
    const child = await start();
    const { user_id } = stage.addPerson();
    await stage.block(user_id);
    const isBlocked = () => stage.tenant.user(user_id)?.blocked;

    leaveRoom(child, 0);
    const full = await outcomeOf(await stage.unblock(user_id));
    const untouched = isBlocked();
    const meanwhile = await stage.send('/api/me');
    leaveRoom(child, 'unlimited');
    const afterwards = await outcomeOf(await stage.unblock(user_id));

    expect([full, untouched, meanwhile.status, afterwards, isBlocked()]).toEqual([
      '503 audit-unavailable',
      true,
      200,
      '200',
      false,
    ]);
    expect(await stage.rows()).toEqual(['done', 'done']);
    tally.seen({ fault: 'the disk of the audit log is full', admin: full, recovered: afterwards === '200' });
  },
);

it('leaves a write on record as unknown when it is killed, and works when it is started again', async () => {
  await stage.startTenant();
  const child = await start();
  const { user_id } = stage.addPerson();
  const held = holdingWrites();
  stage.state.way = held.way;

  const blocking = stage.block(user_id).then(outcomeOf, () => 'no answer');
  await held.written;
  child.kill('SIGKILL');
  await once(child, 'exit');
  held.answer();
  const outcome = await blocking;
  const rows = await stage.rows();
  await start();
  const again = await outcomeOf(await stage.block(stage.addPerson().user_id));

  expect([outcome, rows, stage.tenant.user(user_id)?.blocked]).toEqual(['no answer', ['unknown'], true]);
  expect([again, await stage.rows()]).toEqual(['200', ['unknown', 'done']]);
  tally.seen({ fault: 'SIGKILL during a write', admin: outcome, recovered: again === '200' });
});

it('starts before the tenant is there, says so, and works as soon as it is', async () => {
  await start();

  const alive = await stage.send('/healthz');
  const ready = await stage.send('/readyz');
  const outcome = await outcomeOf(await stage.send('/api/me'));
  await stage.startTenant();
  const afterwards = await outcomeOf(await stage.send('/api/me'));

  expect([alive.status, ready.status, outcome, afterwards]).toEqual([
    200,
    503,
    '503 auth0-unavailable',
    '200',
  ]);
  tally.seen({ fault: 'the tenant is down at the start', admin: outcome, recovered: afterwards === '200' });
});

it('goes on when nobody takes its log lines any more', async () => {
  await stage.startTenant();
  const child = await start();
  child.stdout?.destroy();

  const outcomes: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) outcomes.push(await outcomeOf(await stage.send('/api/me')));

  expect([outcomes, child.exitCode]).toEqual([['200', '200', '200'], null]);
  tally.seen({ fault: 'nobody takes the log lines', admin: '200', recovered: true });
});

it('is held up by nobody who sends slowly, sends too much, or does not read', async () => {
  await stage.startTenant();
  await start();
  await stage.send('/api/me');

  // Heads that never end, bodies that never come, and answers that nobody fetches.
  const head = 'GET /api/me HTTP/1.1\r\nHost: x\r\n';
  for (let count = 0; count < 40; count += 1) {
    sockets.push(await say(head));
    sockets.push(await say('PUT /api/users/x/blocked HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{'));
    sockets.push(await say('GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20)));
  }
  const body = new Uint8Array(2_000_000).fill(32);
  const huge = await stage
    .send('/api/users/auth0%7Cx/blocked', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    })
    .then(outcomeOf, () => 'cut');
  const heads = await stage.send('/api/me', { headers: { 'x-more': 'x'.repeat(20_000) } });
  const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`x-${index}`, '1']));
  const crowd = await stage.send('/api/me', { headers: many }).then(
    ({ status }) => status,
    () => 431,
  );
  const outcome = await outcomeOf(await stage.send('/api/me'));

  expect([heads.status, crowd, outcome]).toEqual([431, 431, '200']);
  expect(['413 body-too-large', 'cut']).toContain(huge);
  tally.seen({ fault: 'slow senders, who keep connections', admin: '200', recovered: outcome === '200' });
  tally.seen({ fault: 'clients that do not read', admin: '200', recovered: outcome === '200' });
  tally.seen({ fault: 'huge bodies', admin: '413 body-too-large', recovered: outcome === '200' });
  tally.seen({ fault: 'many and long headers', admin: '431', recovered: outcome === '200' });
});

/** A caller who sends so much, and reads nothing of what comes back. */
async function say(text: string): Promise<Socket> {
  const socket = connect(stage.port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.pause();
  socket.write(text);
  return socket;
}

const brokenWays: [string, Way][] = [
  [
    'cuts each answer in the middle',
    async (_, pass, { socket }) => {
      const text = await (await pass()).text();
      const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${text.length + 10}\r\n\r\n`;
      socket.write(head + text.slice(0, 20), () => socket.destroy());
      return null;
    },
  ],
  [
    'resets each connection',
    async (_request, _pass, { socket }) => {
      socket.resetAndDestroy();
      return null;
    },
  ],
  [
    'speaks no HTTP',
    async (_request, _pass, { socket }) => {
      socket.end('220 mail.example ESMTP\r\n');
      return null;
    },
  ],
];

it('answers a thousand clients at once, writes what it says it wrote, and lets all go', async () => {
  await stage.startTenant();
  const child = await start();
  await stage.send('/api/me');
  const connections = () => readdirSync(`/proc/${child.pid}/fd`).length;
  const canCount = existsSync('/proc/self/fd');
  const before = canCount ? connections() : 0;
  const people = Array.from({ length: 100 }, () => stage.addPerson().user_id);
  const me = () => stage.alone('GET', '/api/me');

  const writing = people.map((userId) =>
    stage.alone('PUT', `/api/users/${encodeURIComponent(userId)}/blocked`, { blocked: true }),
  );
  const statuses = await Promise.all([...Array.from({ length: 900 }, me), ...writing]);

  const done = (await Promise.all(writing)).filter((status) => status === 200).length;
  const blocked = people.filter((userId) => stage.tenant.user(userId)?.blocked === true).length;
  const rows = await stage.rows();
  const afterwards = await me();
  // On a busy machine some are told to come back; nobody is told anything else.
  expect([200, 429, 503]).toEqual(expect.arrayContaining([...new Set(statuses)]));
  expect(rows.filter((outcome) => outcome === 'done')).toHaveLength(done);
  expect(rows.filter((outcome) => outcome !== 'failed').length).toBeGreaterThanOrEqual(blocked);
  expect(afterwards).toBe(200);
  // A few to the tenant may stay open for the next ones.
  if (canCount)
    await vi.waitFor(() => expect(connections()).toBeLessThanOrEqual(before + 24), { timeout: 30_000 });
  tally.seen({
    fault: 'a thousand clients at once',
    admin: '200',
    lost: Math.max(0, done - blocked),
    recovered: afterwards === 200,
  });
});

it('recovers from every way in which a connection can break', async () => {
  await stage.startTenant();
  await start();
  await stage.send('/api/me');

  for (const [what, way] of brokenWays) {
    const { user_id } = stage.addPerson();
    const before = (await stage.rows()).length;
    stage.state.way = (request, pass, incoming) =>
      request.url.includes('/api/v2/') ? way(request, pass, incoming) : pass();
    const list = await outcomeOf(await stage.send('/api/users'));
    const blocking = await outcomeOf(await stage.block(user_id));
    stage.state.way = (_, pass) => pass();
    const afterwards = await outcomeOf(await stage.block(user_id));
    const rows = (await stage.rows()).slice(before);

    const down = '503 auth0-unavailable';
    tally.seen({ fault: `the tenant ${what}`, admin: list, recovered: afterwards === '200' });
    expect.soft([what, list, blocking, afterwards, rows]).toEqual([what, down, down, '200', ['done']]);
  }
});
