import { execFileSync } from 'node:child_process';

/** Where the build stands that tests serve and open in a browser. */
export const siteFolder = 'tests/.output/site';

/** Builds the app once for all files of the project `site`, as `npm run build` does. */
export function setup(): void {
  // What Vitest says of itself in the environment would make it a build for development.
  const { NODE_ENV, VITEST, ...environment } = process.env;
  const words = ['build', '--outDir', siteFolder, '--logLevel', 'warn'];
  execFileSync('node_modules/.bin/vite', words, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}
