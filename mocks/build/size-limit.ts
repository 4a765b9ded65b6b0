import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Lazy chunks that the list of users needs, by the module that opens them; the rest loads when first used. */
const neededLazily = [
  /\/session\/redirect-session\.tsx$/,
  /\/features\/users\/users-page\.tsx$/,
  /\/messages\/en\/en\.ts$/,
];

type Bundle = Rolldown.OutputBundle;

function chunksUntilList(bundle: Bundle): Set<string> {
  const needed = new Set<string>();
  const visit = (fileName: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || needed.has(fileName)) return;
    needed.add(fileName);
    for (const next of chunk.imports) visit(next);
    for (const next of chunk.dynamicImports) {
      const lazy = bundle[next];
      if (lazy?.type !== 'chunk') continue;
      if (neededLazily.some((pattern) => pattern.test(lazy.facadeModuleId ?? ''))) visit(next);
    }
  };
  // The entry may have become part of a larger chunk; the page names what it starts with.
  const page = bundle['index.html'];
  const html = page?.type === 'asset' ? String(page.source) : '';
  for (const fileName of Object.keys(bundle)) {
    if (html.includes(fileName)) visit(fileName);
  }
  return needed;
}

function gzipKb(source: string | Uint8Array): number {
  return gzipSync(source, { level: 9 }).length / 1000;
}

/** What a browser loads until the list of users is usable: gzip kB of JavaScript and CSS. */
export function kbUntilList(bundle: Bundle): number {
  const scripts = [...chunksUntilList(bundle)].map((name) => bundle[name]);
  // Styles, and the token worker of the sign-in SDK.
  const assets = Object.values(bundle).filter(
    (file) => file.type === 'asset' && /\.(css|js)$/.test(file.fileName),
  );
  return [...scripts, ...assets].reduce((sum, file) => {
    if (!file) return sum;
    return sum + gzipKb(file.type === 'chunk' ? file.code : file.source);
  }, 0);
}

/** Prints what a browser loads until the list of users is usable, and fails the build over the limit (gzip kB). */
export function sizeLimit({ limitKb }: { limitKb: number }): Plugin {
  return {
    name: 'steward:size-limit',
    apply: 'build',
    enforce: 'post',
    writeBundle(_, bundle) {
      const total = kbUntilList(bundle);
      const sentence = `JavaScript and CSS until the list of users is usable: ${total.toFixed(1)} kB gzip (limit ${limitKb})`;
      if (total > limitKb) this.error(sentence);
      this.info(sentence);
    },
  };
}
