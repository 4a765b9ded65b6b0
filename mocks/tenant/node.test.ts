import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { proxyClientId, proxyClientSecret } from '#mocks/seed/names.ts';

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  // Listening on a port of TCP: the address is never a path.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Runs the tenant as a person would; gives what it has said when it has ended, or at its first greeting. */
async function run(...args: string[]) {
  const child = spawn(process.execPath, ['mocks/tenant/node.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complained += chunk;
  });
  const ended = once(child, 'close');
  await Promise.race([ended, once(child.stdout, 'data')]);
  return { child, ended, said: () => said, complained: () => complained };
}

it('serves a tenant, says how to use it, and stops when asked', { timeout: 30_000 }, async () => {
  const port = await freePort();
  const url = `http://localhost:${port}`;

  const tenant = await run('--port', String(port), '--seed', 'none');
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: proxyClientId,
      client_secret: proxyClientSecret,
      audience: `${url}/api/v2/`,
    }),
  });
  const { access_token } = await answer.json();
  const users = await fetch(`${url}/api/v2/users`, { headers: { Authorization: `Bearer ${access_token}` } });
  const tooLong = await fetch(`${url}/oauth/token`, { method: 'POST', body: 'x'.repeat(1_200_000) });
  tenant.child.kill('SIGTERM');
  const [code] = await tenant.ended;

  expect(tenant.said()).toContain(url);
  expect(tenant.said()).toContain(proxyClientSecret);
  expect(await users.json()).toEqual([]);
  expect(tooLong.status).toBe(413);
  expect(code).toBe(0);
  expect(tenant.complained()).toBe('');
});

it('hangs up when it is told to drop a call, and goes on serving', { timeout: 30_000 }, async () => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  await run('--port', String(port), '--seed', 'none');
  await fetch(`${url}/_control/faults`, {
    method: 'PATCH',
    body: JSON.stringify({ next: [{ kind: 'drop' }] }),
  });

  const dropped = fetch(`${url}/api/v2/users`);

  await expect(dropped).rejects.toThrow();
  expect((await fetch(`${url}/api/v2/users`)).status).toBe(401);
});

it('says in one sentence that its port is taken', { timeout: 30_000 }, async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  // Listening on a port of TCP: the address is never a path.
  const { port } = other.address() as AddressInfo;

  const tenant = await run('--port', String(port), '--seed', 'none');
  const [code] = await tenant.ended;
  other.close();

  expect(code).toBe(1);
  expect(tenant.complained()).toBe(
    `Port ${port} is taken by another program. Free it, or choose another with --port.\n`,
  );
});

it('says in one sentence that a flag is unknown', { timeout: 30_000 }, async () => {
  const tenant = await run('--prot', '1');
  const [code] = await tenant.ended;

  expect(code).toBe(1);
  expect(tenant.complained()).toMatch(/^Unknown option '--prot'\. Usage: [^\n]+\n$/);
});

it('says in one sentence which Action cannot be loaded', async () => {
  const { ended, complained } = await run('--port', String(await freePort()), '--actions', 'no/such.cjs');
  await ended;

  expect(complained()).toMatch(/^The Action no\/such\.cjs cannot be loaded: /);
});
