import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const leanIcon = fileURLToPath(new URL('./ui/lean-icon.ts', import.meta.url));
const leanIconId = '\0steward:lean-icon';
const leanAuth0ReactId = '\0steward:lean-auth0-react';
/** Its build holds a second copy of the SDK, which open-session.ts has brought already; its source imports it. */
const leanAuth0React =
  `export { default as Auth0Provider } from '@auth0/auth0-react/src/auth0-provider.tsx';` +
  `export { default as useAuth0 } from '@auth0/auth0-react/src/use-auth0.tsx';`;
const fromAuth0React = /\/@auth0\/auth0-react\/src\//;
const sdkForAuth0ReactId = '\0steward:sdk-for-auth0-react';
/** What it takes of the SDK beyond types. It is given its client, and makes none. */
const sdkForAuth0React = `export const Auth0Client = null; export const ResponseType = { ConnectCode: 'connect_code' };`;
const leanMemoize = fileURLToPath(new URL('./lean-memoize.ts', import.meta.url));
const preloadHelperId = '\0vite/preload-helper.js';
const fromLucide = /\/lucide-react\//;
const sdk = /\/@auth0\/auth0-spa-js\/dist\/auth0-spa-js\.production\.esm\.js$/;
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
      handler(source, importer = '') {
        if (source === '@auth0/auth0-react') return leanAuth0ReactId;
        if (source === '@auth0/auth0-spa-js' && fromAuth0React.test(importer)) return sdkForAuth0ReactId;
        return source.endsWith('/createLucideIcon.mjs') && fromLucide.test(importer) ? leanIconId : null;
      },
    },
    load(id) {
      if (id === leanAuth0ReactId) return leanAuth0React;
      if (id === sdkForAuth0ReactId) return sdkForAuth0React;
      return id === leanIconId
        ? `export { createLeanIcon as default } from ${JSON.stringify(leanIcon)};`
        : null;
    },
    transform(code, id) {
      // It fetches styles and imports ahead of a lazy chunk; ours have none that are not there.
      if (id === preloadHelperId)
        return { code: 'export const __vitePreload = (load) => load();', map: null };
      if (!sdk.test(id)) return null;
      if (!workerText.test(code))
        this.error('The SDK no longer carries its worker as text: lean-plugin.ts is stale.');
      // open-session.ts names the worker's file instead.
      return { code: code.replace(workerText, '""'), map: null };
    },
  };
}
