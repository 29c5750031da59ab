// The house's own rules that no other tool knows: sizes, READMEs, words that do not belong here.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
const files = listed.stdout.split('\n').filter(Boolean);
const problems = [];
const textOf = (path) => readFileSync(path, 'utf8');
const linesOf = (path) => textOf(path).trimEnd().split('\n').length;

for (const path of files.filter((name) => /\.(ts|tsx|mjs|cjs)$/.test(name) && !/(^|\/)gql\/|\.spec\.tsx?$|phrases[^/]*\.ts$/.test(name))) {
  const lines = linesOf(path);
  if (lines > 300) problems.push(`${path}: ${lines} lines, more than 300`);
}
for (const path of files.filter((name) => /^libs\/[^/]+\/README\.md$/.test(name))) if (linesOf(path) > 60) problems.push(`${path}: more than 60 lines`);
for (const library of new Set(files.flatMap((name) => /^libs\/([^/]+)\//.exec(name)?.[1] ?? []))) if (!files.includes(`libs/${library}/README.md`)) problems.push(`libs/${library}: no README.md`);

const narrowed = /\b(it|test|describe)\.(only|todo)\(/;
const foreign = [/\/work\/(main|shared)/, /\/root\//, /registry\.npmjs/, /\b(TODO|FIXME)\b/];
for (const path of files.filter((name) => /\.(ts|tsx|mjs|cjs|md|yaml|yml|sh)$/.test(name) && name !== 'tools/checks/house.mjs')) {
  const text = textOf(path);
  if (/\.spec\.tsx?$/.test(path) && narrowed.test(text)) problems.push(`${path}: a test is narrowed or left for later`);
  for (const word of foreign) if (word.test(text)) problems.push(`${path}: ${word} has no place here`);
}

// What people read in Chinese has the signs of Chinese. Titles of columns are matched, not read.
const westernSign = /[\u4e00-\u9fff”」}][,;:?!][\u4e00-\u9fff“「']/;
for (const path of files.filter((name) => /(phrases|errors|sentence|words|columns|import)[^/]*\.ts$/.test(name) && !/\.spec\.ts$/.test(name)))
  for (const [index, line] of textOf(path).split('\n').entries())
    for (const [, text] of line.matchAll(/'((?:[^'\\]|\\.)*)'/g)) if (westernSign.test(text)) problems.push(`${path}:${index + 1}: a western comma or colon in a Chinese sentence`);

// An operator finds every setting described.
const described = textOf('docs/operating.md');
for (const [, name] of textOf('libs/platform/config/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)) if (!described.includes(`\`${name}\``)) problems.push(`docs/operating.md: ${name} is not described`);

for (const problem of problems) console.error(problem);
console.log(`${files.length} files looked at, ${problems.length} problems`);
process.exit(listed.status === 0 && !problems.length ? 0 : 1);
