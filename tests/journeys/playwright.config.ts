import { defineConfig } from '@playwright/test';
import { chromiumLaunch, findChromium } from '../browser/chromium.ts';
import { demoUrl, stackPorts, stackUrl } from './addresses.ts';

const root = new URL('../..', import.meta.url).pathname;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.journey.ts',
  outputDir: '../.output/journeys',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../.output/journeys.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunch(findChromium()),
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording every journey for the few that fail costs a sixth of them all; `--trace on` records the one you look at.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  webServer: [
    {
      name: 'stack',
      command: 'node mocks/stack/start.ts',
      cwd: root,
      env: {
        SPA_PORT: `${stackPorts.spa}`,
        PROXY_PORT: `${stackPorts.proxy}`,
        TENANT_PORT: `${stackPorts.tenant}`,
      },
      url: stackUrl,
      timeout: 120_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
    {
      name: 'demo',
      command: 'npm run build:demo && node tests/journeys/plain-server.ts',
      cwd: root,
      url: demoUrl,
      timeout: 120_000,
    },
  ],
});
