// What a person downloads to see a page first: entry and route with everything they import at once, gzipped.
// Exits 1 when a page is over its budget. Run after a build of the web app.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'apps/web/dist');
const kilobyte = 1000;

/** Page, the modules its route loads, the chunk they share with others where they have none of their own, and the most it may weigh in kB. */
const budgets = [
  { page: 'sign-in', modules: ['src/sign-in/sign-in-page.tsx'], kB: 230 },
  { page: 'learner home', modules: ['src/today/today-page.tsx'], kB: 230 },
  { page: 'learner quiz', modules: ['../../libs/assessment/web/pages/attempt-page.tsx'], chunk: 'learner-papers', kB: 230 },
  { page: 'article', modules: ['../../libs/learning/web/pages/article-page.tsx', '../../libs/learning/web/components/markdown.tsx'], kB: 230 },
  { page: 'desk home', modules: ['src/shell/desk.tsx', 'src/desk-home/desk-home-page.tsx'], kB: 500 },
  { page: 'people', modules: ['src/shell/desk.tsx', '../../libs/directory/web/people/people-page.tsx'], kB: 500 },
  { page: 'analytics', modules: ['src/shell/desk.tsx', '../../libs/impact/web/overview-page.tsx', '../../libs/ui/chart/chart-engine.ts'], kB: 560 },
  { page: 'study', modules: ['src/shell/desk.tsx', '../../libs/impact/web/studies/study-page.tsx'], kB: 500 },
];

const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));

function collect(key, seen) {
  const chunk = manifest[key];
  if (!chunk) return false;
  if (seen.has(key)) return true;
  seen.add(key);
  for (const name of chunk.imports ?? []) collect(name, seen);
  return true;
}

const sizes = new Map();
async function weigh(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(await readFile(join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
}

let over = 0;
console.log(`${'page'.padEnd(16)}${'js kB'.padStart(8)}${'css kB'.padStart(8)}${'total'.padStart(8)}${'budget'.padStart(8)}${'files'.padStart(7)}`);
for (const { page, modules, chunk, kB } of budgets) {
  const seen = new Set();
  // A page without a chunk of its own lies in a chunk that the entry loads; one without a source is a mistake here.
  const missing = ['index.html', ...modules].filter((key) => !collect(key, seen) && !existsSync(join(root, 'apps/web', key)));
  if (chunk && !collect(Object.keys(manifest).find((key) => manifest[key].name === chunk), seen)) missing.push(chunk);
  const scripts = new Set([...seen].map((key) => manifest[key].file));
  const styles = new Set([...seen].flatMap((key) => manifest[key].css ?? []));
  let [js, css] = [0, 0];
  for (const file of scripts) js += await weigh(file);
  for (const file of styles) css += await weigh(file);
  const bad = missing.length > 0 || js + css > kB * kilobyte;
  if (bad) over++;
  const figure = (bytes) => (bytes / kilobyte).toFixed(1).padStart(8);
  const note = missing.length > 0 ? `  not built: ${missing.join(', ')}` : bad ? '  OVER' : '';
  console.log(`${page.padEnd(16)}${figure(js)}${figure(css)}${figure(js + css)}${String(kB).padStart(8)}${String(scripts.size + styles.size).padStart(7)}${note}`);
}
process.exitCode = over > 0 ? 1 : 0;
