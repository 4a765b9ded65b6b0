import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const leanIcon = fileURLToPath(new URL('./ui/lean-icon.ts', import.meta.url));
const leanIconId = '\0steward:lean-icon';
/** Its build is made for older browsers than ours; its source is the same without what only they need. */
const leanSdkId = '\0steward:lean-sdk';
const leanSdk = `export { Auth0Client } from '@auth0/auth0-spa-js/src/Auth0Client.ts';`;
const fromSdk = /\/@auth0\/auth0-spa-js\/src\//;
/** The SDK's token worker, which would be here a second time: open-session.ts names its file. */
const sdkWorker = /\.worker\.ts$/;
const noWorkerId = '\0steward:no-worker';
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
/** Leaves out of the build what our dependencies carry for others: 9 kB gzip of the way to the first list. */
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
        if (source === '@auth0/auth0-spa-js')
          return fromAuth0React.test(importer) ? sdkForAuth0ReactId : leanSdkId;
        if (sdkWorker.test(source) && fromSdk.test(importer)) return noWorkerId;
        return source.endsWith('/createLucideIcon.mjs') && fromLucide.test(importer) ? leanIconId : null;
      },
    },
    load(id) {
      if (id === leanAuth0ReactId) return leanAuth0React;
      if (id === sdkForAuth0ReactId) return sdkForAuth0React;
      if (id === leanSdkId) return leanSdk;
      if (id === noWorkerId) return 'export default null;';
      return id === leanIconId
        ? `export { createLeanIcon as default } from ${JSON.stringify(leanIcon)};`
        : null;
    },
    transform(_, id) {
      // It fetches styles and imports ahead of a lazy chunk; ours have none that are not there.
      return id === preloadHelperId
        ? { code: 'export const __vitePreload = (load) => load();', map: null }
        : null;
    },
    buildEnd(fault) {
      if (!fault && !this.getModuleInfo(noWorkerId))
        this.error('The SDK no longer brings its worker under this name: lean-plugin.ts is stale.');
    },
  };
}
