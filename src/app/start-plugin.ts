import type { Plugin, Rolldown } from 'vite';

/**
 * What main.ts and start.tsx open at once, whatever the address is. The app itself is not among it: it is the largest
 * file by far, and would take from the SDK what the line carries. main.ts fetches it next, while the tenant is asked.
 */
const openedAtStart = [
  /\/session\/open-session\.ts$/,
  /\/session\/redirect-session\.tsx$/,
  /\/messages\/en\/en\.ts$/,
];

/**
 * Makes the app start in two rounds of requests: the entry is a small file, the app is one, and the chunks that they
 * open at once are fetched beside the entry.
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
          .filter((fileName) => !html.includes(fileName))
          .map((fileName) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** The chunks that hold what is opened at once, each followed by what it imports. */
function preloads(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const app = chunks.find((chunk) => holds(chunk, /\/app\/start\.tsx$/));
  const found = new Set<string>();
  const visit = (fileName: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || chunk === app || found.has(fileName)) return;
    found.add(fileName);
    for (const next of chunk.imports) visit(next);
  };
  for (const module of openedAtStart) {
    const chunk = chunks.find((each) => holds(each, module));
    if (chunk) visit(chunk.fileName);
  }
  return [...found];
}

function holds({ moduleIds }: Rolldown.OutputChunk, module: RegExp): boolean {
  return moduleIds.some((id) => module.test(id));
}

const initial: ['$initial'] = ['$initial'];
/** Each with all that it imports and the one before it does not. */
const startAsOne = {
  groups: [
    { name: 'main', tags: initial, priority: 3 },
    { name: 'start', test: /\/app\/(start\.tsx|lib\/confirmation\.ts)$/, priority: 1 },
  ],
};
