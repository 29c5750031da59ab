const { availableParallelism } = require('node:os');

/** One configuration, four kinds of tests; `npx jest --selectProjects unit -- libs/kernel` runs a part. */
const shared = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/tools/jest/swc-transformer.cjs' },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1'] },
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/apps/e2e/'],
};
const node = {
  ...shared,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default', 'node-addons'] },
};
const database = {
  globalSetup: '<rootDir>/tools/jest/database-setup.cjs',
  globalTeardown: '<rootDir>/tools/jest/database-teardown.cjs',
  setupFilesAfterEnv: ['<rootDir>/tools/jest/slow-setup.cjs'],
};
module.exports = {
  // Left alone, two cores would run one file at a time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...node,
      displayName: 'unit',
      setupFilesAfterEnv: ['<rootDir>/tools/jest/slow-setup.cjs'],
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '\\.(db|api)\\.spec\\.ts$', '/web/', '/libs/ui/'],
    },
    { ...node, displayName: 'db', testMatch: ['**/*.db.spec.ts'], ...database },
    { ...node, displayName: 'api', testMatch: ['**/*.api.spec.ts'], ...database },
    {
      ...shared,
      displayName: 'web',
      testEnvironment: '<rootDir>/tools/jest/web-environment.cjs',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser', 'require', 'default'] },
      setupFilesAfterEnv: ['<rootDir>/tools/jest/slow-setup.cjs', '<rootDir>/tools/jest/web-setup.ts'],
      testMatch: ['<rootDir>/apps/web/**/*.spec.ts?(x)', '<rootDir>/libs/ui/**/*.spec.ts?(x)', '<rootDir>/libs/*/web/**/*.spec.ts?(x)'],
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '\\.css$': '<rootDir>/tools/jest/no-styles.cjs',
        '^@ant-design/colors/es/(.*)$': '@ant-design/colors/lib/$1',
      },
      transformIgnorePatterns: [
        '/node_modules/(antd|@ant-design|@rc-component|react|react-dom|scheduler|rxjs|graphql|dayjs|@apollo|jest[^/]*|@testing-library)/',
      ],
    },
  ],
};
