import type { Plugin, Rolldown } from 'vite';

/** What main.ts and start.tsx open at once, whatever the address is; what has more to wait for comes first. */
const openedAtStart = [
  // It is not drawn before there is a token, for which three requests follow one another.
  { module: /\/session\/open-session\.ts$/ },
  { module: /\/app\/start\.tsx$/, fetchpriority: 'low' },
  { module: /\/session\/redirect-session\.tsx$/ },
  { module: /\/messages\/en\/en\.ts$/ },
];

/**
 * Makes the app start in one round of requests: the app is one file, the entry a small one, and the chunks that they
 * open at once are fetched beside them, not after them.
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
      handler: (html, { bundle = {} }) =>
        preloads(bundle)
          .filter(({ href }) => !html.includes(href))
          .map((attrs) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, ...attrs },
            injectTo: 'head' as const,
          })),
    },
  };
}

interface Preload {
  href: string;
  fetchpriority?: string;
}

/** The chunks that hold what is opened at once, each followed by what it imports. */
function preloads(bundle: Rolldown.OutputBundle): Preload[] {
  const found = new Map<string, Preload>();
  const visit = (fileName: string, fetchpriority?: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || found.has(fileName)) return;
    found.set(fileName, { href: `./${fileName}`, ...(fetchpriority && { fetchpriority }) });
    for (const next of chunk.imports) visit(next);
  };
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  for (const { module, fetchpriority } of openedAtStart) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => module.test(id)));
    if (chunk) visit(chunk.fileName, fetchpriority);
  }
  return [...found.values()];
}

const initial: ['$initial'] = ['$initial'];
/** Each with all that it imports and the one before it does not. */
const startAsOne = {
  groups: [
    { name: 'main', tags: initial, priority: 3 },
    { name: 'start', test: /\/app\/(start\.tsx|lib\/confirmation\.ts)$/, priority: 1 },
  ],
};
