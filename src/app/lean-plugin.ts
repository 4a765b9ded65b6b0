import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const leanIcon = fileURLToPath(new URL('./ui/lean-icon.ts', import.meta.url));
const leanIconId = '\0steward:lean-icon';
const leanMemoize = fileURLToPath(new URL('./lean-memoize.ts', import.meta.url));
const fromLucide = /\/lucide-react\//;
const sdk = /\/@auth0\/auth0-react\/.*\.js$/;
/** The SDK's token worker, as base64 in its code. */
const workerText = /"[A-Za-z0-9+/=]{4000,}"/;

/** Leaves out of the build what our dependencies carry for others: 6 kB gzip of the way to the first list. */
export function leanDependencies(): Plugin {
  return {
    name: 'steward:lean-dependencies',
    apply: 'build',
    config: () => ({
      resolve: {
        alias: {
          // wouter brings a stand-in for a hook that React has had since 18.
          'use-sync-external-store/shim/index.js': 'react',
          '@formatjs/fast-memoize': leanMemoize,
        },
      },
    }),
    resolveId: {
      order: 'pre',
      handler: (source, importer = '') =>
        source.endsWith('/createLucideIcon.mjs') && fromLucide.test(importer) ? leanIconId : null,
    },
    load: (id) =>
      id === leanIconId ? `export { createLeanIcon as default } from ${JSON.stringify(leanIcon)};` : null,
    transform(code, id) {
      if (!sdk.test(id)) return null;
      if (!workerText.test(code))
        this.error('The SDK no longer carries its worker as text: lean-plugin.ts is stale.');
      // redirect-session.tsx names the worker's file instead.
      return { code: code.replace(workerText, '""'), map: null };
    },
  };
}
