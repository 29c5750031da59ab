import { defineConfig } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const port = Number(process.env['E2E_PORT'] ?? 18_190);
/** A server that runs already, while journeys are being written. */
const running = process.env['E2E_BASE_URL'];
const dataFolder = join(import.meta.dirname, '.data');
// Only the process that starts the server clears the folder, not the workers that read this file again.
if (!running && process.env['TEST_WORKER_INDEX'] === undefined) rmSync(dataFolder, { recursive: true, force: true });

const still = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Journeys of people through the real pages against the real server with the demo company. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 150_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: running ?? `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: still },
  },
  projects: [
    // Staff learn on a phone, desk work is done at a desk; every page is looked at in both sizes.
    { name: 'desktop', testIgnore: /learner\.spec/, use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', testIgnore: /(desk|desk-\w+|server-hands-in|first-day)\.spec/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
  ...(!running && {
    webServer: {
      command: 'node ../../tools/start/start.mjs',
      cwd: import.meta.dirname,
      url: `http://127.0.0.1:${port}/readyz`,
      timeout: 240_000,
      env: { PORT: String(port), SKILLHALL_DATA: dataFolder, SKILLHALL_DEMO: 'on' },
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
    },
  }),
});
