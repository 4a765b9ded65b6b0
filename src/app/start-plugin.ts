import type { Plugin } from 'vite';

/** What main.tsx opens at once, whatever the address is. */
const openedAtStart = [/\/session\/redirect-session\.tsx$/, /\/messages\/en\/en\.ts$/];

/**
 * Makes the app start in one round of requests: what the entry needs is one file, and the chunks that it opens at
 * once are fetched beside it, not after it.
 */
export function startTogether(): Plugin {
  return {
    name: 'steward:start-together',
    apply: 'build',
    config: (_, { mode }) =>
      // The demo has two entries, and what one does at start must not run in the other.
      mode === 'demo' ? null : { build: { rolldownOptions: { output: { codeSplitting: startAsOne } } } },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk')
          .filter(({ facadeModuleId }) => openedAtStart.some((pattern) => pattern.test(facadeModuleId ?? '')))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

const initial: ['$initial'] = ['$initial'];
const startAsOne = { groups: [{ name: 'start', tags: initial }] };
