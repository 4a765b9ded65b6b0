import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let folder = '';
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proxy-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function start(variables: Record<string, string>) {
  const entry = fileURLToPath(new URL('node.ts', import.meta.url));
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env.PATH,
      AUTH0_DOMAIN: 'http://localhost:1',
      AUTH0_CLIENT_ID: 'id',
      AUTH0_CLIENT_SECRET: 'client-secret',
      STEWARD_AUDIENCE: 'https://steward.example/api',
      STEWARD_CLIENT_IDS: 'spa',
      STEWARD_CURSOR_SECRET: 'x'.repeat(32),
      STEWARD_AUDIT_URL: `file:${join(folder, 'deep', 'audit.db')}`,
      ...variables,
    },
  });
  children.push(child);
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said.text += text));
  /** Waits until it has said so, or is gone. */
  async function says(words: string): Promise<void> {
    while (!said.text.includes(words) && child.exitCode === null) {
      await Promise.race([once(child.stderr, 'data'), once(child.stdout, 'data'), once(child, 'exit')]);
    }
  }
  const ended = once(child, 'close').then(([code]) => code);
  return { child, said, says, ended };
}

async function listening(server: Server): Promise<number> {
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function freePort(): Promise<string> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return String(port);
}

it('says in sentences what is missing, and stops', async () => {
  const { ended, said } = start({ AUTH0_DOMAIN: '', STEWARD_CURSOR_SECRET: 'short', PORT: 'x' });

  const code = await ended;

  expect(code).toBe(1);
  expect(said.text).toBe(
    "Steward's proxy cannot start.\n  AUTH0_DOMAIN is missing.\n  PORT: use a number.\n",
  );
});

it.each([
  ['STEWARD_POLICY', 'nowhere.ts'],
  ['STEWARD_ORGANIZATION_KEY', 'a b'],
  ['STEWARD_AUDIT_URL', 'file:/dev/null/audit.db'],
  ['STEWARD_AUDIT_URL', 'postgres://steward:client-secret@127.0.0.1:1/log'],
])('names %s when it is wrong, without a stack', async (name, value) => {
  const { ended, said } = start({ [name]: value, PORT: await freePort() });

  const code = await ended;

  expect(code).toBe(1);
  expect(said.text).toContain(`${name}: `);
  expect(said.text).not.toMatch(/\n\s+at |client-secret/);
});

it('says in a sentence that its port is taken', async () => {
  const other = createServer();
  const port = String(await listening(other));
  const { ended, said } = start({ PORT: port });

  const code = await ended;
  other.close();

  expect(code).toBe(1);
  expect(said.text).toContain(`PORT: ${port} is taken by another program.`);
});

/** A proxy before a tenant that holds its answer back until told. */
async function beforeSlowTenant() {
  const answer = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const tenant = createServer(async (_, response) => {
    asked.resolve();
    await answer.promise;
    response.end('{"keys":[]}');
    tenant.close();
  });
  const port = await freePort();
  const started = start({ PORT: port, AUTH0_DOMAIN: `http://localhost:${await listening(tenant)}` });
  await started.says('listens on port');
  const lines = () => started.said.text.split('\n').filter((text) => text.startsWith('{'));
  return { ...started, url: `http://localhost:${port}`, asked: asked.promise, answer: answer.resolve, lines };
}

it('answers over HTTP, logs a line of JSON, and lets a running request finish when it is told to stop', async () => {
  const { child, url, asked, answer, ended, lines } = await beforeSlowTenant();

  const running = fetch(`${url}/readyz`);
  await asked;
  child.kill('SIGTERM');
  answer();
  const response = await running;

  expect([response.status, await ended]).toEqual([200, 0]);
  expect(lines().map((line) => JSON.parse(line))).toMatchObject([{ route: 'readyz', status: 200 }]);
});

it('finishes what it does for someone who has left before it stops', async () => {
  const { child, url, asked, answer, ended, lines } = await beforeSlowTenant();
  const leaving = new AbortController();
  const running = fetch(`${url}/readyz`, { signal: leaving.signal });
  await asked;

  leaving.abort();
  await expect(running).rejects.toThrow();
  child.kill('SIGTERM');
  answer();

  expect(await ended).toBe(0);
  expect(lines().map((line) => JSON.parse(line))).toMatchObject([{ route: 'readyz' }]);
});
