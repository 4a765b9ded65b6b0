import { openBrowser, openContext } from './open-browser.ts';
import { openPort } from './port.ts';
import { type ServedOptions, serveApp } from './served-app.ts';

/**
 * The served app, a browser, and a website of somebody else: an origin of the same site as the app, to which cookies
 * go along, and one of another site.
 */
export async function startAttack(options: ServedOptions = {}) {
  const [app, browser, port] = await Promise.all([serveApp(options), openBrowser(), openPort()]);
  const pages = new Map<string, string>();
  port.answerWith((request) => {
    const { pathname } = new URL(request.url);
    const page = pages.get(pathname);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return new Response(page ?? 'Not found', { status: page === undefined ? 404 : 200, headers });
  });
  return {
    app,
    openContext: () => openContext(browser),
    foreign: [port.origin, port.otherSite] as const,
    /** The address of a page with this body, on one of the foreign origins. */
    foreignPage(origin: string, body: string): string {
      const path = `/${pages.size}`;
      pages.set(path, `<!doctype html><meta charset="utf-8"><title>Elsewhere</title><body>${body}</body>`);
      return origin + path;
    },
    async stop(): Promise<void> {
      await browser.close();
      app.stop();
      port.close();
    },
  };
}
