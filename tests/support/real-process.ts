import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import {
  audience,
  demoPassword,
  organizationKey,
  proxyClientId,
  proxyClientSecret,
  roleNames,
  spaClientId,
} from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { createSqliteAudit } from '#proxy/audit/sqlite-audit.ts';
import { createTenant } from '#tenant/tenant.ts';

/** What happens on the way to the tenant: an answer, or null when `incoming` was dealt with otherwise. */
export type Way = (
  request: Request,
  pass: () => Promise<Response>,
  incoming: IncomingMessage,
) => Promise<Response | null>;

const straight: Way = (_, pass) => pass();

/**
 * The proxy as it runs in production, in a process of its own, before an emulated tenant behind real sockets, each
 * started when asked. The way between them may be changed at any time.
 */
export async function realProcess() {
  const folder = mkdtempSync(join(tmpdir(), 'process-'));
  const state = { way: straight };
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/' } = incoming;
    const body = method === 'GET' ? undefined : new Uint8Array(await buffer(incoming));
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const asked = new Request(tenant.url + url, { method, headers, body });
    const answer = await state.way(asked, () => tenant.fetch(asked), incoming);
    if (!answer) return;
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  const tenantPort = await freePort();
  const tenant = createTenant({ url: `http://127.0.0.1:${tenantPort}`, seed: noUsersSeed({ spaUrls: [] }) });
  const port = await freePort();
  const auditFile = join(folder, 'audit.db');

  function addPerson(role?: keyof typeof roleNames) {
    return tenant.addUser({
      password: demoPassword,
      roles: role ? [roleId(roleNames[role])] : [],
      profile: { app_metadata: { [organizationKey]: 'Acme' } },
    });
  }
  const admin = addPerson('administrator');
  const token = await tenant.token(admin.email ?? '');

  async function startTenant(): Promise<void> {
    server.listen(tenantPort, '127.0.0.1');
    await once(server, 'listening');
  }

  async function startProxy() {
    const child = spawn(process.execPath, ['src/proxy/node.ts'], {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        AUTH0_DOMAIN: tenant.url,
        AUTH0_CLIENT_ID: proxyClientId,
        AUTH0_CLIENT_SECRET: proxyClientSecret,
        STEWARD_AUDIENCE: audience,
        STEWARD_CLIENT_IDS: spaClientId,
        STEWARD_CURSOR_SECRET: 'made up for tests: it is long enough',
        STEWARD_REQUESTS_PER_SECOND: '0,0',
        STEWARD_AUDIT_URL: `file:${auditFile}`,
      },
    });
    // Nobody reads these; they must flow all the same.
    child.stdout.resume();
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    while (!said.includes('listens on port') && child.exitCode === null)
      await Promise.race([once(child.stderr, 'data'), once(child, 'exit')]);
    return child;
  }

  const send = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });

  const setBlocked = (userId: string, blocked: boolean) =>
    send(`/api/users/${encodeURIComponent(userId)}/blocked`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ blocked }),
    });

  /** On a connection of its own; gives the status. */
  function alone(method: string, path: string, body?: object): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.once('error', reject).end(body && JSON.stringify(body));
    return promise;
  }

  return {
    alone,
    tenant,
    state,
    port,
    startTenant,
    startProxy,
    addPerson,
    send,
    block: (userId: string) => setBlocked(userId, true),
    unblock: (userId: string) => setBlocked(userId, false),
    /** Outcomes of blocking in the audit log, the oldest first. */
    async rows(): Promise<string[]> {
      const audit = createSqliteAudit(auditFile);
      const rows = await audit.list({ organization: 'Acme', act: 'setUserBlocked' }, { limit: 100 });
      await audit.close();
      return rows.map(({ outcome }) => outcome).toReversed();
    },
    stop() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server: Server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
