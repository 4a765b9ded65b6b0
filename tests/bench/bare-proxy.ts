import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';

/** The least that a proxy on Hono does: every request goes on to `UPSTREAM` as it came, and the answer back. */
const upstream = process.env.UPSTREAM;
const app = new Hono();
app.get('/healthz', (context) => context.text('ok'));
app.all('*', ({ req }) => proxy(upstream + new URL(req.url).search, req));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
