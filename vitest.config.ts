import { configDefaults, defineConfig } from 'vitest/config'

// Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'e2e/**', '**/.next/**', '**/.data/**', '**/generated/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
