import type { Auth0Client } from '@auth0/auth0-spa-js';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, Frame } from './app.tsx';
import { type Config, ConfigError } from './lib/config.ts';
import { loadCatalogue } from './messages/catalogue.ts';
import { lazyWithWords } from './messages/lazy-with-words.tsx';

const ConfigurationPage = lazyWithWords(
  ['configuration'],
  async () => (await import('./routes/configuration-page.tsx')).ConfigurationPage,
);

type Arrivals = Promise<[PromiseSettledResult<Config>, PromiseSettledResult<Auth0Client>]>;

/** Draws the app when what travelled beside it has come; what index.html draws stands until then. */
export async function start(arrivals: Arrivals) {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const shown = import.meta.env.DEV && location.hash === '#/parts' ? await parts() : await app(arrivals);
  createRoot(root).render(shown);
}

async function app(arrivals: Arrivals): Promise<ReactNode> {
  const [[config, client], catalogue, { RedirectSession }] = await Promise.all([
    arrivals,
    loadCatalogue(),
    import('./session/redirect-session.tsx'),
  ]);
  if (config.status === 'rejected') {
    if (!(config.reason instanceof ConfigError)) throw config.reason;
    return (
      <Frame catalogue={catalogue}>
        <ConfigurationPage fault={config.reason.fault} />
      </Frame>
    );
  }
  if (client.status === 'rejected') throw client.reason;
  const SessionSource = ({ children }: { children: ReactNode }) => (
    <RedirectSession client={client.value} config={config.value}>
      {children}
    </RedirectSession>
  );
  return <App config={config.value} catalogue={catalogue} SessionSource={SessionSource} />;
}

async function parts(): Promise<ReactNode> {
  const { PartsPage } = await import('./parts/parts-page.tsx');
  return (
    <Frame catalogue={await loadCatalogue()}>
      <PartsPage />
    </Frame>
  );
}
