// The floors of the house: what each library may import, besides the floors that all may use.
// One table for the gate (.dependency-cruiser.cjs), its test, and docs/ARCHITECTURE.md.
const everywhere = ['kernel', 'platform', 'ui'];
const floors = {
  kernel: { floor: 0, on: [] },
  statistics: { floor: 0, on: [] },
  platform: { floor: 1, on: ['kernel'] },
  ui: { floor: 1, on: ['kernel'] },
  directory: { floor: 2, on: everywhere },
  'question-bank': { floor: 3, on: [...everywhere, 'directory'] },
  learning: { floor: 3, on: [...everywhere, 'directory'] },
  complaints: { floor: 3, on: [...everywhere, 'directory'] },
  assessment: { floor: 4, on: [...everywhere, 'directory', 'question-bank'] },
  impact: { floor: 6, on: [...everywhere, 'directory', 'complaints', 'learning', 'statistics'] },
};

const outside = (library, { on }) => ({
  name: `floor-of-${library}`,
  comment: `${library} stands on ${on.length ? on.join(', ') : 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^libs/${library}/`, pathNot: '\\.(api|db)\\.spec\\.ts$' },
  to: { path: '^(libs|apps|tools)/', pathNot: [`^libs/(${[library, ...on].join('|')})/`] },
});

// Tests through the API may stand on the whole product; nothing else looks up.
const testsLookUp = {
  name: 'tests-look-up-through-one-door',
  comment: 'A test of a library may start the product by @skillhall/api/testing and /composition, and nothing else above it.',
  severity: 'error',
  from: { path: '^libs/.*\\.(api|db)\\.spec\\.ts$' },
  to: { path: '^(apps|tools)/', pathNot: '^apps/api/src/(testing|composition)\\.ts$' },
};

const impure = '(^|/)node_modules/(@nestjs|typeorm|graphql|@apollo|bullmq|ioredis|pg|react|react-dom|antd|echarts|zod|fastify)(/|$)';

const layers = [
  {
    name: 'no-cycles',
    comment: 'Files that need each other in a circle cannot be read one by one; a type alone binds nothing.',
    severity: 'error',
    from: { pathNot: 'node_modules' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'domain-is-pure',
    comment: 'Rules know no framework and do no I/O; the clock is handed in.',
    severity: 'error',
    from: { path: '^libs/([^/]+/domain|kernel|statistics/src)/', pathNot: '\\.spec\\.tsx?$' },
    to: { path: [impure, '^libs/(platform|ui)/', '^libs/[^/]+/(server|web)/'] },
  },
  {
    name: 'domain-does-no-input-or-output',
    comment: 'Rules use no module of Node.',
    severity: 'error',
    from: { path: '^libs/([^/]+/domain|kernel|statistics/src)/', pathNot: '\\.spec\\.tsx?$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'web-knows-no-server',
    comment: 'Screens import domain and ui.',
    severity: 'error',
    from: { path: '^(libs/[^/]+/web|libs/ui|apps/web)/' },
    to: { path: '^libs/([^/]+/server|platform)/' },
  },
  {
    name: 'server-knows-no-web',
    comment: 'The server imports its domain, platform and lower capabilities.',
    severity: 'error',
    from: { path: '^(libs/[^/]+/server|libs/platform|apps/(api|worker|cli))/' },
    to: { path: '^(libs/[^/]+/web|libs/ui|apps/web)/' },
  },
  {
    name: 'one-door-to-a-server',
    comment: 'Another capability is reached through its server/index.ts.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/[^/]+/server/', pathNot: ['^libs/$1/', '^libs/[^/]+/server/index\\.ts$'] },
  },
  {
    name: 'apps-use-the-doors',
    comment: 'Applications compose what the libraries offer.',
    severity: 'error',
    from: { path: '^apps/' },
    to: { path: '^libs/[^/]+/(server|domain)/', pathNot: '^libs/[^/]+/(server|domain)/index\\.ts$' },
  },
];

module.exports = { floors, rules: [...Object.entries(floors).map(([library, entry]) => outside(library, entry)), testsLookUp, ...layers] };
