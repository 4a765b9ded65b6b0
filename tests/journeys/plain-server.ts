import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { demoPath, demoPort, slashingPath } from './addresses.ts';

/** The plainest of static hosts: files under a path, no rewrites, 404 for the rest. */
function folder(path: string) {
  return serveStatic({ root: 'dist-demo', rewriteRequestPath: (asked) => asked.slice(path.length - 1) });
}

const site = new Hono();
site.use(`${demoPath}*`, folder(demoPath));
// Many hosts lead from a folder to its name with a slash.
site.get(`${slashingPath}tenant/authorize`, (context) =>
  context.redirect(context.req.url.replace('?', '/?'), 301),
);
site.use(`${slashingPath}*`, folder(slashingPath));
serve({ fetch: site.fetch, port: demoPort });
