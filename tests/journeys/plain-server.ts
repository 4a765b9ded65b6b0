import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { demoPath, demoPort } from './addresses.ts';

/** The plainest of static hosts: files under a path, no rewrites, 404 for the rest. */
const site = new Hono();
site.use(
  `${demoPath}*`,
  serveStatic({ root: 'dist-demo', rewriteRequestPath: (path) => path.slice(demoPath.length - 1) }),
);
serve({ fetch: site.fetch, port: demoPort });
