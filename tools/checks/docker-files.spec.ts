import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

const dockerfile = textOf('docker/Dockerfile');
const composeFiles = ['docker/compose.single.yaml', 'docker/compose.cluster.yaml'];

describe('the files for containers', () => {
  it('copy and run only what is in the repository or is built', () => {
    const copied = dockerfile.split('\n').filter((line) => line.startsWith('COPY ') && !line.includes('--from=')).flatMap((line) => line.split(' ').slice(1, -1));
    const scripts = all(dockerfile, /node (tools\/\S+\.mjs)/g);
    const entries = all(dockerfile, /"node", "(apps\/[^"]+)"/g).map((path) => path.replace('/dist/', '/').replace(/\.js$/, '.ts'));
    expect([...copied, ...scripts, ...entries].filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(entries).toHaveLength(3);
  });

  it('copy the package file of every application before installing', () => {
    for (const name of ['api', 'worker', 'cli', 'web', 'e2e']) expect(dockerfile).toContain(`COPY apps/${name}/package.json apps/${name}/`);
  });

  it('run as nobody in particular, and name exact versions of what they stand on', () => {
    expect(dockerfile).toContain('\nUSER node\n');
    const images = [...all(dockerfile, /^ARG NODE=(\S+)/gm), ...composeFiles.flatMap((path) => all(textOf(path), /image: (\S+)/g)), ...all(dockerfile, /^FROM (\S+:\d\S+)/gm)];
    expect(images.length).toBeGreaterThan(3);
    for (const image of images) expect(image).toMatch(/\d+\.\d+/);
  });

  it.each(composeFiles)('%s builds targets that exist and sets variables that the product knows', (path) => {
    const text = textOf(path);
    const targets = all(dockerfile, /^FROM \S+ AS (\w+)/gm);
    expect(all(text, /target: (\w+)/g).filter((target) => !targets.includes(target))).toEqual([]);
    const known = all(textOf('libs/platform/config/config.ts'), /^ {2}([A-Z][A-Z0-9_]+):/gm);
    const block = /environment: &environment\n((?: {4}\S.*\n)+)/.exec(text)![1]!;
    expect(all(block, /^ {4}([A-Z0-9_]+):/gm).filter((name) => !known.includes(name))).toEqual([]);
    const offered = all(textOf('docker/.env.example'), /^([A-Z0-9_]+)=/gm);
    expect(all(text, /\$\{([A-Z0-9_]+)/g).filter((name) => !offered.includes(name))).toEqual([]);
  });
});
