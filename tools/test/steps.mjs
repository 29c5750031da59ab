// What `npm test` runs, in order. Each step answers how many things passed, failed and were skipped. Steps marked `beside`
// only read, so they run two at a time and hand what they print to `say`.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

const bin = (name) => join('node_modules', '.bin', name);

/** A command that passes or fails as one. */
const check = (name, title, command, parameters) => ({
  name,
  title,
  beside: true,
  work: async (say) => ((await run(command, parameters, {}, say)) === 0 ? { passed: 1 } : { failed: 1 }),
});

const counted = (total, part) => ({ passed: (total.passed ?? 0) + (part.passed ?? 0), failed: (total.failed ?? 0) + (part.failed ?? 0), skipped: (total.skipped ?? 0) + (part.skipped ?? 0) });

/** Jest, counted from its own report; a run that ends without one, or over nothing, has failed. */
const jest = (name, title, ...projects) => ({
  name,
  title,
  work: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'skillhall-jest-'));
    const report = join(folder, 'report.json');
    try {
      const code = await run(bin('jest'), ['-c', 'jest.config.cjs', '--ci', '--silent', '--json', `--outputFile=${report}`, '--selectProjects', ...projects]);
      const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(await readFile(report, 'utf8').catch(() => '{"numRuntimeErrorTestSuites":1}'));
      const failed = (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0);
      return { passed: numPassedTests, skipped: numPendingTests, failed: failed || (code !== 0 || !numPassedTests ? 1 : 0) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

export function findBrowser() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path));
}

const journeys = {
  name: 'journeys',
  title: 'Journeys in a browser',
  work: async () => {
    const browser = findBrowser();
    if (!browser) {
      console.log('\n!!! No Chromium was found: THE JOURNEYS WERE NOT RUN. Install it, or set CHROMIUM_PATH. !!!\n');
      return process.env.SKILLHALL_REQUIRE_BROWSER ? { failed: 1 } : { skipped: 1 };
    }
    const report = join(await mkdtemp(join(tmpdir(), 'skillhall-journeys-')), 'report.json');
    const code = await run(bin('playwright'), ['test', '-c', 'apps/e2e/playwright.config.ts', '--reporter=list,json'], { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
    const { stats } = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'));
    if (!stats) return { failed: 1 };
    return { passed: stats.expected + stats.flaky, skipped: stats.skipped, failed: stats.unexpected || (code !== 0 || !stats.expected ? 1 : 0) };
  },
};

const built = {
  name: 'pages',
  title: 'Pages built, within their budgets',
  work: async () => {
    // In a process of its own: a build sets NODE_ENV, which later steps must not inherit.
    if ((await run(process.execPath, ['--input-type=module', '-e', "await (await import('./tools/build/build-web.mjs')).buildWeb()"])) !== 0) return { failed: 1 };
    return (await run(process.execPath, ['tools/checks/web-budgets.mjs'])) === 0 ? { passed: 1 } : { failed: 1 };
  },
};

const types = {
  name: 'types',
  title: 'Types',
  beside: true,
  work: async (say) => {
    let total = {};
    for (const project of ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.web.json']) total = counted(total, (await run(bin('tsc'), ['-p', project], {}, say)) === 0 ? { passed: 1 } : { failed: 1 });
    return total;
  },
};

export const steps = [
  check('generated', 'Generated files are fresh', process.execPath, ['tools/generate/generate.mjs', '--check']),
  types,
  check('lint', 'Lint', bin('eslint'), ['.', '--max-warnings', '0']),
  check('floors', 'Floors and layers', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'apps', 'libs']),
  check('house', 'Sizes, words and documents', process.execPath, ['tools/checks/house.mjs']),
  jest('unit', 'Rules and screens', 'unit', 'web'),
  jest('database', 'Database, API and command line', 'db', 'api'),
  built,
  journeys,
];
