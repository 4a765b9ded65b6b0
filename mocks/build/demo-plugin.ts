import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

/** Where Auth0 shows pages of its own. In the demo each is the same small page, which asks the tenant in the page. */
const tenantPages = [
  'tenant/authorize',
  'tenant/continue',
  'tenant/u/login',
  'tenant/u/mfa-challenge',
  'tenant/u/reset-password',
  'tenant/u/email-verification',
  'tenant/u/unblock-account',
  'tenant/v2/logout',
  'tenant/oidc/logout',
];

const appEntry = '/src/app/main.ts';
const demoEntry = '/mocks/demo/main.ts';
const tenantPage = 'mocks/demo/tenant-page.html';
const tenantPageEntry = 'mocks/demo/tenant-page.ts';

const configuration = (history: 'browser' | 'hash') =>
  JSON.stringify({
    domain: 'tenant',
    clientId: 'steward-spa',
    audience: 'https://steward.example/api',
    proxy: 'api',
    history,
    // The SDK's token worker wants /oauth/token at the root of an origin; the demo renews by silent authentication.
    refreshTokens: false,
  });

/**
 * Makes the build run without any server: the app starts behind MSW, with the proxy and the tenant in the page.
 * The static site works under any path, since its addresses are relative and its history lives in the hash.
 */
export function demo(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'steward:demo',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html, context) => (context.path === '/index.html' ? html.replace(appEntry, demoEntry) : html),
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/|\/$/g, '');
        if (path === 'config.json') {
          response.setHeader('content-type', 'application/json').end(configuration('browser'));
          return;
        }
        if (tenantPages.includes(path)) request.url = `/${tenantPage}`;
        next();
      });
    },
    buildStart() {
      if (config.command === 'build') {
        this.emitFile({ type: 'chunk', id: tenantPageEntry, name: 'tenant-page', preserveSignature: false });
      }
    },
    async writeBundle(_, bundle) {
      const script = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.name === 'tenant-page',
      );
      if (!script) this.error('The demo build has lost its tenant page.');
      for (const page of tenantPages) {
        // A server that adds a slash and one that hides .html both find the page.
        for (const file of [`${page}/index.html`, `${page}.html`]) {
          await writePage(config.build.outDir, file, script.fileName);
        }
      }
      await writeFile(join(config.build.outDir, 'config.json'), configuration('hash'));
    },
  };
}

/**
 * Some hosts serve `authorize/index.html` with a slash at the end of the address and some without, so the page counts
 * its way to the script from the address itself.
 */
async function writePage(outDir: string, file: string, script: string) {
  const path = join(outDir, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><script type="module">` +
      `const { pathname } = location; import(pathname.slice(0, pathname.lastIndexOf('/tenant/') + 1) + '${script}');` +
      `</script></html>\n`,
  );
}
