// A file of its own: a strict Content-Security-Policy has no `blob:` for workers.
import tokenWorkerUrl from '@auth0/auth0-spa-js/dist/auth0-spa-js.worker.production.js?url';
import { type Config, loadConfig } from './lib/config.ts';

/**
 * The way to the first list is as long as its longest chain of requests, and that is the session's: this file is
 * small, the SDK comes next, and the app is fetched while the tenant is asked.
 */
async function sessionOf(config: Config) {
  const [openSession] = await Promise.all([
    import('./session/open-session.ts').then((session) => session.openSession),
    config.refreshTokens && fetchTokenWorker(),
  ]);
  return openSession(config);
}

/** Into the browser's cache: the SDK asks for it when it is there itself, and would wait for ever if it did not come. */
async function fetchTokenWorker() {
  const { ok } = await fetch(tokenWorkerUrl);
  if (!ok) throw new Error('The token worker is not there');
}

const config = loadConfig(document.baseURI);
const arrivals = Promise.allSettled([config, config.then(sessionOf)]);
// Not awaited here: a lazy chunk that shares code with this one would wait for it, and it for the chunk.
arrivals.then(() => import('./start.tsx')).then(({ start }) => start(arrivals));
