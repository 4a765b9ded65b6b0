import { Hono } from 'hono';
import * as z from 'zod';
import type { Fault, Faults } from './faults.ts';
import { mailsPage } from './mails-page.ts';
import type { Tenant } from './tenant.ts';

const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.literal([429, 500, 502, 503]),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ kind: z.enum(['drop', 'truncated', 'html', 'silence']) }),
]) satisfies z.ZodType<Fault>;

/** Waiting longer than a day is the silence of `failWith`. */
const milliseconds = z.number().min(0).max(86_400_000);

const faultsChange = z
  .strictObject({
    latencyMs: milliseconds,
    searchLagMs: milliseconds,
    plan: z.enum(['none', 'free', 'professional', 'enterprise']),
    revocationLagMs: milliseconds,
    unentitled: z.array(z.enum(['sessions', 'refresh-tokens', 'revoke-access'])),
    mailFails: z.boolean(),
    next: z.array(fault).max(1000),
    failRate: z.number().min(0).max(1),
    failWith: fault,
  } satisfies Record<keyof Faults, z.ZodType>)
  .partial();

/**
 * Steers an emulated tenant that runs in another process. No part of Auth0: its paths begin with `/_control`.
 *
 * - `GET /_control/faults`: the `Faults` in force
 * - `PATCH /_control/faults`: changes those that the JSON body names, and answers all
 * - `GET /_control/mails`: what the tenant has sent, newest last; a page when a browser asks
 * - `POST /_control/rotate-keys`: signs with a new key from now on; 204
 * - `POST /_control/reset`: forgets everything since the seed, sessions and keys too; faults stay; 204
 *
 * A wrong body gets 400 and a sentence. Only this machine is answered, by its name: a page of another site, which can
 * make a browser send requests here, is refused by its `Origin`, and one that gives this address a name of its own by
 * its `Host`.
 */
export function control(tenant: Tenant): Hono {
  const app = new Hono().basePath('/_control');
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    const origin = context.req.header('Origin');
    if (!isLocal(hostname) || (origin !== undefined && !isLocal(URL.parse(origin)?.hostname))) {
      return context.text('The tenant is steered only from localhost.', 403);
    }
    return next();
  });
  app.get('/faults', (context) => context.json(tenant.faults));
  app.patch('/faults', async (context) => {
    const body = parseJson(await context.req.text());
    if (body === undefined) return context.text('The body is not JSON.', 400);
    const change = faultsChange.safeParse(body);
    if (!change.success) return context.text(sentenceFor(change.error), 400);
    return context.json(Object.assign(tenant.faults, change.data));
  });
  app.get('/mails', (context): Response | Promise<Response> => {
    const mails = tenant.mails();
    const wantsPage = context.req.header('Accept')?.includes('text/html') === true;
    return wantsPage ? mailsPage(mails) : context.json(mails);
  });
  app.post('/rotate-keys', async (context) => {
    await tenant.rotateKeys();
    return context.body(null, 204);
  });
  app.post('/reset', (context) => {
    tenant.reset();
    return context.body(null, 204);
  });
  return app;
}

function isLocal(hostname: string | undefined): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sentenceFor(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.join('.') || 'The body';
  return `${where}: ${issue?.message ?? 'wrong'}.`;
}
