// A file of its own: a strict Content-Security-Policy has no `blob:` for workers.
import tokenWorkerUrl from '@auth0/auth0-spa-js/dist/auth0-spa-js.worker.production.js?url';
import { type Config, loadConfig } from './lib/config.ts';

/**
 * The way to the first list is as long as its longest chain of requests, so the session does not wait for the app:
 * this file is small, and what it opens travels side by side (see start-plugin.ts).
 */
async function openSession(config: Config) {
  // Put into the browser's cache: the SDK asks for it only when it is there itself.
  if (config.refreshTokens) fetch(tokenWorkerUrl).catch(() => {});
  const session = await import('./session/open-session.ts');
  return session.openSession(config);
}

const config = loadConfig(document.baseURI);
const arrivals = Promise.allSettled([config, config.then(openSession)]);
// Not awaited here: a lazy chunk that shares code with this one would wait for it, and it for the chunk.
import('./start.tsx').then(({ start }) => start(arrivals));
