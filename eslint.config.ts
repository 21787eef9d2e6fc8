import prettier from 'eslint-config-prettier'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

// ESLint reads its configuration from the default export.
export default defineConfig(
  globalIgnores([
    '**/node_modules/**',
    '**/.next/**',
    '**/.data/**',
    '**/generated/**',
    '**/dist/**',
    'test-results/**',
    'playwright-report/**',
    '**/next-env.d.ts',
  ]),
  ...ts.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'No barrels: import from where a thing is.' }],
    },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks as never }, rules: { ...hooks.configs.recommended.rules } },
  { files: ['tools/**/*.{ts,mjs}', 'e2e/**/*.ts'], rules: { 'no-console': 'off' } },
  // the demo's tables are fixed: a missing row is found by its own tests
  { files: ['tools/demo/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  prettier,
)
