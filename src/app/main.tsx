import { createRoot } from 'react-dom/client';
import { App, Frame } from './app.tsx';
import { ConfigError, loadConfig } from './lib/config.ts';
import { loadCatalogue } from './messages/catalogue.ts';
import { lazyWithWords } from './messages/lazy-with-words.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const ConfigurationPage = lazyWithWords(
  ['configuration'],
  async () => (await import('./routes/configuration-page.tsx')).ConfigurationPage,
);

// All three travel at once; what index.html draws stands until they are here.
const arrivals = [
  loadConfig(document.baseURI),
  loadCatalogue(),
  import('./session/redirect-session.tsx'),
] as const;
const [config, catalogue, session] = await Promise.allSettled(arrivals);

if (catalogue.status === 'rejected') throw catalogue.reason;
if (config.status === 'fulfilled') {
  if (session.status === 'rejected') throw session.reason;
  createRoot(root).render(
    <App config={config.value} catalogue={catalogue.value} SessionSource={session.value.RedirectSession} />,
  );
} else {
  if (!(config.reason instanceof ConfigError)) throw config.reason;
  createRoot(root).render(
    <Frame catalogue={catalogue.value}>
      <ConfigurationPage fault={config.reason.fault} />
    </Frame>,
  );
}
