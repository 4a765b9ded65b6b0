import { readFile } from 'node:fs/promises';
import { type ServerType, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { cacheControl, type SiteOrigins, siteHeaders } from '#app/hosting/site-headers.ts';

/**
 * Serves a build of the SPA as a static host would: files, `config.json`, and index.html for every other address.
 *
 * @param configuration - what `config.json` answers.
 */
export function staticSite(folder: string, configuration: object, origins: SiteOrigins): Hono {
  const site = new Hono();
  const headers = siteHeaders(origins);
  site.use(compress());
  site.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    const immutable = context.req.path.startsWith('/assets/') && context.res.ok;
    context.res.headers.set('cache-control', immutable ? cacheControl.assets : cacheControl.rest);
  });
  site.get('/config.json', (context) => context.json(configuration));
  site.use(serveStatic({ root: folder }));
  site.get('/assets/*', (context) => context.text('Not found', 404));
  site.get('*', async (context) => context.html(await readFile(`${folder}/index.html`, 'utf8')));
  return site;
}

/** Listens; resolves when connections are taken. */
export function listen(site: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: site.fetch, port }, () => resolve(server));
    server.once('error', reject);
  });
}
