import { pathToFileURL } from 'node:url';
import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

const catalogueFile = /\/src\/app\/messages\/[a-z]{2}(-[A-Za-z]+)?\/[\w-]+\.ts$/;

type Words = { [key: string]: string | Words };
type Compiled = { [key: string]: ReturnType<typeof compile> | Compiled };

/**
 * Compiles the ICU messages of a catalogue at build time, so that the browser needs no parser (10 kB less), and
 * points use-intl at its formatter for compiled messages. A message that ICU cannot parse stops the build.
 *
 * A catalogue file is data alone: it exports one object of words, or collects others.
 */
export function compileMessages(): Plugin {
  return {
    name: 'steward:compile-messages',
    config: () => ({
      resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
      optimizeDeps: {
        // Bundled ahead of time, its import of the formatter would escape the alias.
        exclude: ['use-intl'],
        // Few vendors make it load; found only then, it would load the page anew in the middle of a test.
        include: ['icu-minify/compile'],
      },
    }),
    async transform(_code, id) {
      const [file = ''] = id.split('?');
      if (!catalogueFile.test(file)) return null;
      return compileCatalogue(file);
    },
  };
}

/** Gives the catalogue's module with compiled messages; null for one that only collects others. */
async function compileCatalogue(file: string): Promise<{ code: string; map: null } | null> {
  const locale = file.split('/').at(-2);
  if (file.endsWith(`/${locale}/${locale}.ts`) || file.endsWith('/later.ts')) return null;
  // The query makes a changed file a new module.
  const module: Record<string, Words> = await import(`${pathToFileURL(file).href}?at=${Date.now()}`);
  const lines = Object.entries(module).map(
    ([name, words]) => `export const ${name} = ${JSON.stringify(compileWords(words, file))};`,
  );
  return { code: lines.join('\n'), map: null };
}

function compileWords(words: Words, path: string): Compiled {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => {
      const at = `${path}: ${key}`;
      return [key, typeof value === 'string' ? compileMessage(value, at) : compileWords(value, at)];
    }),
  );
}

function compileMessage(message: string, at: string) {
  try {
    return compile(message);
  } catch (cause) {
    throw new Error(`${at} is not an ICU message`, { cause });
  }
}
