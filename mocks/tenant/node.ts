import type { IncomingMessage, Server } from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { demoSeed, noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { proxyClientId, proxyClientSecret } from '#mocks/seed/names.ts';
import type { Action } from './action.ts';
import { control } from './control.ts';
import type { Seed } from './model.ts';
import { type NodeOptions, readNodeOptions } from './node-options.ts';
import { createTenant, type Tenant } from './tenant.ts';

/**
 * Serves an emulated Auth0 tenant on a port of this machine. What changes is lost when it stops. See `usage` in node-options.ts for the
 * flags, and `control` for how to steer it from outside.
 */

/** Auth0 takes 1 MB; what is larger is refused before it reaches memory. */
const maximumBodyBytes = 1_100_000;
/** Room for a search as long as Auth0 takes, and more, so that the tenant itself refuses what is too long. */
const maximumHeaderBytes = 65_536;

function seedFor({ seed, spaUrls }: NodeOptions): Seed {
  if (seed === 'none') return noUsersSeed({ spaUrls });
  return demoSeed({ spaUrls, now: Date.now(), ...(typeof seed === 'number' && { size: seed }) });
}

function serverFor(tenant: Tenant) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(bodyLimit({ maxSize: maximumBodyBytes }));
  app.route('/', control(tenant));
  app.all('*', async ({ req, env }) => {
    const request = req.raw;
    if (!request.headers.has('X-Forwarded-For'))
      request.headers.set('X-Forwarded-For', addressOf(env.incoming));
    try {
      return await tenant.fetch(request);
    } catch (error) {
      return cutOff(env.incoming, error);
    }
  });
  return app;
}

/** IPv6 has two more ways to write this machine and IPv4. */
function addressOf({ socket }: IncomingMessage): string {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1';
  return address === '::1' ? '127.0.0.1' : address;
}

/** Where `fetch` rejects (a fault that was asked for, a caller that went away), a server can only hang up. */
function cutOff({ socket }: IncomingMessage, error: unknown): Response {
  const expected =
    error instanceof Error && (error.message === 'fetch failed' || error.name === 'AbortError');
  if (!expected) console.error(error);
  socket.destroy();
  return new Response(null, { status: 500 });
}

function greet({ url, seed }: NodeOptions): void {
  console.log(`Tenant: ${url} (${typeof seed === 'number' ? `${seed} users` : `seed: ${seed}`})`);
  console.log(`Management API client: ${proxyClientId}, secret: ${proxyClientSecret}. A token:`);
  console.log(`  curl ${url}/oauth/token -d grant_type=client_credentials -d client_id=${proxyClientId} \\`);
  console.log(`    -d client_secret=${proxyClientSecret} -d audience=${url}/api/v2/`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function optionsOrFail(): NodeOptions {
  try {
    return readNodeOptions(process.argv.slice(2), process.env);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function stop(server: Server): void {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}

/** In the form that is pasted into Auth0. */
function actionFrom(file: string): Action {
  try {
    // What a module exports has no type to check it against; one that is no Action does nothing.
    return createRequire(import.meta.url)(resolve(file)) as Action;
  } catch (error) {
    return fail(`The Action ${file} cannot be loaded: ${error instanceof Error ? error.message : error}`);
  }
}

const options = optionsOrFail();
const tenant = createTenant({
  url: options.url,
  seed: seedFor(options),
  actions: options.actions.map(actionFrom),
});
const server = serve(
  {
    fetch: serverFor(tenant).fetch,
    port: options.port,
    serverOptions: { maxHeaderSize: maximumHeaderBytes },
  },
  () => greet(options),
  // Without TLS options it is a plain HTTP server.
) as Server;
server.once('error', (error: NodeJS.ErrnoException) =>
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${options.port} is taken by another program. Free it, or choose another with --port.`
      : `Port ${options.port} cannot be opened: ${error.message}`,
  ),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server));
