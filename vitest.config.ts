import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default'],
    // A browser and a server of one file wait for each other: two files at once keep two cores busy.
    maxWorkers: 2,
    // What files load is loaded once for all of a project (`isolate: false`): loading the platform anew for each would be a third of the time.
    projects: [
      { test: { name: 'openbadges', root: './packages/openbadges', include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000, isolate: false } },
      { test: { name: 'cli', root: './packages/cli', include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000, isolate: false } },
      {
        test: {
          name: 'server',
          root: './packages/server',
          include: ['src/**/*.test.ts', 'tests/*.test.ts'],
          globalSetup: ['./tests/support/global-setup.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: './packages/server',
          include: ['tests/e2e/**/*.test.ts'],
          // As it is installed: React is slower, and says more, elsewhere.
          env: { NODE_ENV: 'production' },
          globalSetup: ['./tests/support/global-setup.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
