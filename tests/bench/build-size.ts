import { build, type Rolldown } from 'vite';
import { kbUntilList } from '#mocks/build/size-limit.ts';
import type { Figure } from './figure.ts';

/** Where the build of a run lies; not `dist`, which someone may be serving. */
export const siteFolder = 'tests/.output/bench-site';

/** Builds the app for production, and weighs what a browser loads until the list of users is usable. */
export async function buildAndWeigh(): Promise<Figure> {
  const result = await build({
    mode: 'production',
    logLevel: 'error',
    build: { outDir: siteFolder, emptyOutDir: true },
  });
  if (!('output' in result)) throw new Error('One build was asked for.');
  const files: Rolldown.OutputBundle = Object.fromEntries(result.output.map((file) => [file.fileName, file]));
  const kb = kbUntilList(files);
  return {
    what: 'JavaScript and CSS until the list is usable, gzip',
    measured: `${kb.toFixed(1)} kB`,
    reach: '≤ 185 kB',
    met: kb <= 185,
    values: { kb },
  };
}
