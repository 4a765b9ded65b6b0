import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, Frame } from './app.tsx';
import { ConfigError, loadConfig } from './lib/config.ts';
import { loadCatalogue } from './messages/catalogue.ts';
import { lazyWithWords } from './messages/lazy-with-words.tsx';

const ConfigurationPage = lazyWithWords(
  ['configuration'],
  async () => (await import('./routes/configuration-page.tsx')).ConfigurationPage,
);

/** The configuration, the words and the session travel at once; what index.html draws stands until they are here. */
async function start(): Promise<ReactNode> {
  const arrivals = [
    loadConfig(document.baseURI),
    loadCatalogue(),
    import('./session/redirect-session.tsx'),
  ] as const;
  const [config, catalogue, session] = await Promise.allSettled(arrivals);
  if (catalogue.status === 'rejected') throw catalogue.reason;
  if (config.status === 'rejected') {
    if (!(config.reason instanceof ConfigError)) throw config.reason;
    return (
      <Frame catalogue={catalogue.value}>
        <ConfigurationPage fault={config.reason.fault} />
      </Frame>
    );
  }
  if (session.status === 'rejected') throw session.reason;
  const { RedirectSession } = session.value;
  return <App config={config.value} catalogue={catalogue.value} SessionSource={RedirectSession} />;
}

async function parts(): Promise<ReactNode> {
  const { PartsPage } = await import('./parts/parts-page.tsx');
  return (
    <Frame catalogue={await loadCatalogue()}>
      <PartsPage />
    </Frame>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// Not awaited here: a lazy chunk that shares code with this one would wait for it, and it for the chunk.
const page = import.meta.env.DEV && location.hash === '#/parts' ? parts() : start();
page.then((shown) => createRoot(root).render(shown));
