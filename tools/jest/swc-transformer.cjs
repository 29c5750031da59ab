// Compiles TypeScript, and ES modules of packages, to CommonJS for Jest: its own module loader
// cannot `require` an ES module on Node 20, and Nest 12 ships nothing else.
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const swc = require('@swc/core');

const version = swc.version + readFileSync(__filename, 'utf8');
const moduleTypes = new Map();

function isModulePackage(folder) {
  if (moduleTypes.has(folder)) return moduleTypes.get(folder);
  const manifest = join(folder, 'package.json');
  const up = dirname(folder);
  const answer = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, 'utf8')).type === 'module'
    : up !== folder && isModulePackage(up);
  moduleTypes.set(folder, answer);
  return answer;
}

function options(path, typescript) {
  return {
    filename: path,
    sourceMaps: 'inline',
    configFile: false,
    swcrc: false,
    module: { type: 'commonjs', ignoreDynamic: false },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      experimental: {},
      parser: typescript
        ? { syntax: 'typescript', decorators: true, tsx: path.endsWith('x') }
        : { syntax: 'ecmascript', jsx: false },
      transform: {
        legacyDecorator: typescript,
        decoratorMetadata: typescript,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
        hidden: { jest: true },
      },
    },
  };
}

module.exports = {
  getCacheKey: (source, path) => createHash('sha1').update(version).update(path).update(source).digest('hex'),
  process(source, path) {
    const typescript = /\.[cm]?tsx?$/.test(path);
    const esm = typescript || path.endsWith('.mjs') || (!path.endsWith('.cjs') && isModulePackage(dirname(path)));
    // A dynamic import inside CommonJS would leave Jest's loader too.
    return esm || (path.includes('node_modules') && /\bimport\(/.test(source)) ? { code: swc.transformSync(source, options(path, typescript)).code } : { code: source };
  },
};
