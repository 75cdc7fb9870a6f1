import { defineConfig } from 'vitest/config';

// type-graphql needs legacy decorators; without this line they are a syntax error.
const decorators = { decorator: { legacy: true } } as const;

export default defineConfig({
  // Straight from the source: a test never waits for, or trusts, a build.
  resolve: {
    alias: [
      { find: /^@plenary\/count$/, replacement: new URL('packages/count/src/index.ts', import.meta.url).pathname },
      { find: '@plenary/count/recount/node', replacement: new URL('packages/count/src/recount/node/crypto.ts', import.meta.url).pathname },
      { find: /^@plenary\/count\/(secret|recount)$/, replacement: new URL('packages/count/src/$1/index.ts', import.meta.url).pathname },
      // Node takes the CommonJS build and Vite would take the other: two copies do not know each other's types.
      { find: /^graphql$/, replacement: 'graphql/index.js' },
    ],
  },
  test: {
    projects: [
      { extends: true, test: { name: 'count', include: ['packages/count/src/**/*.test.ts'] } },
      {
        extends: true,
        oxc: decorators,
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          setupFiles: ['packages/server/src/testing/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { extends: './packages/web/vite.config.ts', test: { name: 'web', root: './packages/web', environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        oxc: decorators,
        test: {
          name: 'journeys',
          include: ['tests/{journeys,faults,house}/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          setupFiles: ['packages/server/src/testing/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
