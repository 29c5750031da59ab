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

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Journeys of people through the real pages against the real server with the demo company. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  workers: 2,
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
  // Pages are only looked at, so a second worker does that beside what people do, which is one after the other.
  projects: [
    { name: 'desktop', testIgnore: /(learner|pages)\.spec/, workers: 1, use: desk },
    // Staff learn on a phone, desk work is done at a desk; every page is looked at in both sizes.
    { name: 'phone', testIgnore: /(desk|desk-\w+|server-hands-in|first-day|pages)\.spec/, workers: 1, dependencies: ['desktop'], use: phone },
    { name: 'pages at a desk', testMatch: /pages\.spec/, workers: 1, use: desk },
    { name: 'pages on a phone', testMatch: /pages\.spec/, workers: 1, use: phone },
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
