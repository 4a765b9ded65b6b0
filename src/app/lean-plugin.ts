import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const leanIcon = fileURLToPath(new URL('./ui/lean-icon.ts', import.meta.url));
const fromLucide = /\/lucide-react\//;

/** Leaves out of the build what our dependencies carry for others: 2 kB gzip of the way to the first list. */
export function leanDependencies(): Plugin {
  return {
    name: 'steward:lean-dependencies',
    apply: 'build',
    // wouter brings a stand-in for a hook that React has had since 18.
    config: () => ({ resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } } }),
    resolveId: {
      order: 'pre',
      handler(source, importer = '') {
        return source.endsWith('/createLucideIcon.mjs') && fromLucide.test(importer) ? lean : null;
      },
    },
    load: (id) =>
      id === lean ? `export { createLeanIcon as default } from ${JSON.stringify(leanIcon)};` : null,
  };
}

const lean = '\0steward:lean-icon';
