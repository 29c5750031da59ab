import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** A suppression says why, after two dashes. */
const reasons = {
  rules: {
    'needs-reason': {
      create: (context) => ({
        Program() {
          for (const comment of context.sourceCode.getAllComments())
            if (/eslint-disable|@ts-(ignore|expect-error|nocheck)/.test(comment.value) && !/(--|: ).{8,}/.test(comment.value))
              context.report({ loc: comment.loc, message: 'Say why this is suppressed.' });
        },
      }),
    },
  },
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data*/**', 'libs/ui/gql/**', 'apps/web/public/**', '**/test-results/**', '**/playwright-report/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommended],
    plugins: { house: reasons },
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      'house/needs-reason': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      // Entities and GraphQL types are classes of decorated fields, modules classes without any.
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Configuration is read in platform/config.' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // What reads a class at run time needs it as a value, although only its type is written.
    files: ['libs/*/server/**/*.ts', 'libs/platform/**/*.ts', 'apps/{api,worker,cli}/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['libs/{directory,question-bank,learning,complaints,assessment,impact}/web/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Entry points hand the environment to the configuration; commands print, and tests start processes.
    files: ['apps/*/src/main.ts', 'apps/cli/**/*.ts', 'libs/platform/testing/**', '**/*.spec.ts', '**/*.spec.tsx', 'apps/e2e/**', 'tools/**', 'libs/statistics/check/**', 'apps/web/vite.config.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
);
