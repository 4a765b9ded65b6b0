import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createProxy, startServices } from './app.ts';
import type { DurableAudit } from './audit/audit-log.ts';
import { openAudit, placeOf, reasonOf } from './audit/open-audit.ts';
import { configFaults } from './config.ts';
import { ConfigError, type Environment, readEnvironment } from './environment.ts';
import { startSweeping } from './leaving/start-sweeping.ts';
import { loadPolicy } from './policy/load-policy.ts';
import type { World } from './world.ts';

/**
 * How long requests that run may take to finish after the signal to stop: what an act reads and what it writes have each
 * their own deadline. Most supervisors kill after 30 s.
 */
const graceMs = 25_000;

const connectionLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  // How often these are looked at; Node's own 30 s would let slow senders keep their connections four times as long.
  connectionsCheckingInterval: 5_000,
};

/** Milliseconds without a byte in either direction until a connection is cut: somebody who asks and never reads. */
const silentMs = 60_000;

await main().catch((error: unknown) => {
  const lines =
    error instanceof ConfigError ? error.sentences : [error instanceof Error ? error.message : String(error)];
  process.stderr.write(`Steward's proxy cannot start.\n${lines.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
});

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const config = { ...environment.config, policy: await loadPolicy(environment.policyPath) };
  const faults = configFaults(config);
  if (faults.length > 0) throw new ConfigError(faults);
  const audit = await openLog(environment.auditUrl);
  const world: World = {
    fetch,
    now: Date.now,
    audit,
    log: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
  };
  const services = startServices(config, world);
  const proxy = createProxy(config, world, services);
  const running = new Set<Promise<Response>>();
  const server = createServer(
    connectionLimits,
    getRequestListener((request, { incoming, outgoing }) => {
      const { remoteAddress } = incoming.socket;
      const answer = Promise.resolve(proxy.fetch(request, { remoteAddress }));
      running.add(answer);
      return answer.finally(() => {
        running.delete(answer);
        // The last answer on its connection: kept open, it would be waited for.
        if (!server.listening) outgoing.setHeader('connection', 'close');
      });
    }),
  );
  server.setTimeout(silentMs);
  // A log that nobody takes any more must not take the proxy along.
  process.stdout.on('error', () => {});
  await listen(server, environment);
  const stopSweeping = startSweeping(services);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop(server, running, stopSweeping, audit));
}

async function openLog(url: string): Promise<DurableAudit> {
  try {
    return await openAudit(url);
  } catch (cause) {
    throw new ConfigError([
      `STEWARD_AUDIT_URL: the audit log ${placeOf(url)} cannot be opened: ${reasonOf(cause)}.`,
    ]);
  }
}

function listen(server: Server, { port }: Environment): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    reject(
      new ConfigError([taken ? `PORT: ${port} is taken by another program.` : `PORT: ${error.message}.`]),
    );
  });
  server.listen(port, () => {
    process.stderr.write(`Steward's proxy listens on port ${port}.\n`);
    resolve();
  });
  return promise;
}

/**
 * Takes no more requests, lets those that run finish, then closes the log: an act is not cut off from its record, even
 * when the browser that asked for it has left.
 */
async function stop(
  server: Server,
  running: Set<Promise<Response>>,
  stopSweeping: () => Promise<void>,
  audit: DurableAudit,
): Promise<void> {
  const late = AbortSignal.timeout(graceMs);
  late.addEventListener('abort', () => server.closeAllConnections());
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  // Those whose answer was on its way when the signal came.
  setInterval(() => server.closeIdleConnections(), 1_000);
  const ended = Promise.all([closed, Promise.allSettled(running), stopSweeping()]);
  await Promise.race([ended, once(late, 'abort')]);
  await audit.close();
  process.exit(0);
}
