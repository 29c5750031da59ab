import { locales } from './locale.js';
import { definedPhrases } from './phrases.js';

// The types of Node are kept out of the web program; this test alone looks at files.
const { readdirSync, readFileSync } = jest.requireActual<{
  readdirSync: (path: string, options: { withFileTypes: true }) => { name: string; isDirectory: () => boolean }[];
  readFileSync: (path: string, encoding: 'utf8') => string;
}>('node:fs');
const root = expect.getState().testPath!.replace(/\/libs\/ui\/.*$/, '');
const join = (folder: string, name: string): string => `${folder}/${name}`;

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist', 'server', 'platform', 'e2e'].includes(entry.name)) yield* sources(path);
    } else if (/\.tsx?$/.test(entry.name) && !entry.name.includes('.spec.')) yield path;
  }
}

const declares = /\bdefinePhrases\(\s*'(\w[\w-]*)'/g;
const files = [...sources(join(root, 'libs')), ...sources(join(root, 'apps/web/src'))]
  .map((path) => ({ path, namespaces: [...readFileSync(path, 'utf8').matchAll(declares)].map(([, name]) => name!) }))
  .filter(({ namespaces }) => namespaces.length > 0);

const names = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

describe('the texts of every part', () => {
  beforeAll(async () => {
    for (const { path } of files) await import(path);
  });

  it('are found, and each part has a name of its own', () => {
    const namespaces = files.flatMap((file) => file.namespaces);
    expect(namespaces.length).toBeGreaterThan(10);
    expect(new Set(namespaces).size).toBe(namespaces.length);
    expect(definedPhrases().map(({ namespace }) => namespace).sort()).toEqual(namespaces.sort());
  });

  it('have the same keys in every language', () => {
    for (const { texts } of definedPhrases())
      for (const locale of locales) {
        const keys = Object.keys(texts[locale]).filter((key) => !(locale === 'en' && key.endsWith('_one')));
        expect(keys.sort()).toEqual(Object.keys(texts['zh-CN']).sort());
      }
  });

  it('speak of the same values in every language, and are never empty', () => {
    for (const { texts, namespace } of definedPhrases())
      for (const [key, chinese] of Object.entries(texts['zh-CN']))
        for (const locale of locales) {
          const text = texts[locale][key] ?? '';
          expect({ namespace, key, locale, said: text !== '', names: names(text) }).toEqual({ namespace, key, locale, said: true, names: names(chinese) });
        }
  });

  it('write traditional Chinese in traditional characters', () => {
    const simplified = /[们这个为门学习训评测题库录导账单证员课练赛报级间时务]/;
    const wrong = definedPhrases().flatMap(({ texts, namespace }) =>
      Object.entries(texts['zh-TW'])
        .filter(([, text]) => simplified.test(text))
        .map(([key]) => `${namespace}.${key}`),
    );
    expect(wrong).toEqual([]);
  });
});
