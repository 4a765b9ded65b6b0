import { availableParallelism } from 'node:os';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { msw } from 'msw/vite';
import { defineConfig } from 'vitest/config';
import { baseTag } from './mocks/build/base-tag.ts';
import { demo } from './mocks/build/demo-plugin.ts';
import { sizeLimit } from './mocks/build/size-limit.ts';
import { leanDependencies } from './src/app/lean-plugin.ts';
import { compileMessages } from './src/app/messages/compile-plugin.ts';
import { startTogether } from './src/app/start-plugin.ts';
import { chromiumLaunch, findChromium } from './tests/browser/chromium.ts';

/** Gzip kilobytes of JavaScript and CSS until the list of users is usable; see design.md, "Figures to reach". */
const limitKb = 185;

/** One for each core: Vitest itself would leave one of them idle, which is half of a small machine. */
const maxWorkers = availableParallelism();

export default defineConfig(({ mode, command }) => {
  const offline = mode === 'demo' || (command === 'serve' && mode === 'development');
  return {
    // Relative, so that one build runs under any path: index.html's <base> says which.
    base: './',
    build: {
      outDir: mode === 'demo' ? 'dist-demo' : 'dist',
      target: 'es2023',
      // The tokens are light-dark() and relative colours; lowering the one without the other would gain no browser.
      cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
      // Nothing is inlined: a strict Content-Security-Policy has no `data:` for scripts and styles.
      assetsInlineLimit: 0,
      // index.html names what the start needs (startTogether); what comes later is one file at a time.
      modulePreload: false,
      // One file of styles, which the page brings: no chunk has to name it.
      cssCodeSplit: false,
      // What only reads a property may go when nobody needs what it read.
      rolldownOptions: { treeshake: { propertyReadSideEffects: false } },
    },
    plugins: [
      react(),
      tailwindcss(),
      compileMessages(),
      startTogether(),
      leanDependencies(),
      ...(mode === 'demo' ? [] : [baseTag(process.env.STEWARD_BASE ?? '/')]),
      ...(offline ? [demo(), msw({ mode: 'worker-only' })] : [sizeLimit({ limitKb })]),
    ],
    server: { port: Number(process.env.SPA_PORT ?? 4200), strictPort: true },
    preview: { port: Number(process.env.SPA_PORT ?? 4200), strictPort: true },
    test: {
      projects: [
        {
          test: {
            name: 'node',
            environment: 'node',
            maxWorkers,
            // Files of one worker share what they import: loading it anew for each costs more than all the tests.
            isolate: false,
            // A busy machine is no fault of the code.
            testTimeout: 30_000,
            include: ['src/**/*.test.ts', 'mocks/**/*.test.ts', 'tests/**/*.test.ts'],
            exclude: ['**/*.browser.test.*', 'tests/journeys/**', 'tests/*/browser/**'],
          },
        },
        {
          test: {
            // The built app, as it is served, in a Chromium that the tests drive from outside.
            name: 'site',
            environment: 'node',
            maxWorkers,
            isolate: false,
            testTimeout: 60_000,
            hookTimeout: 60_000,
            include: ['tests/*/browser/**/*.test.ts'],
            globalSetup: 'tests/browser/build-site.ts',
          },
        },
        {
          test: {
            name: 'browser',
            maxWorkers,
            isolate: false,
            testTimeout: 60_000,
            expect: { poll: { timeout: 15_000 } },
            // Another run on this machine may have Vitest's own port.
            api: { strictPort: false },
            include: ['src/**/*.browser.test.{ts,tsx}'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: chromiumLaunch(findChromium()) }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  };
});
