import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// type-graphql needs legacy decorators; without this line they are a syntax error.
const decorators = { decorator: { legacy: true } } as const;

/** Projects whose files take long come first: at the end the workers share out what is short. */
const LONG_FIRST = ['browser', 'journeys', 'server'];
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project: { name } }: TestSpecification) => (LONG_FIRST.includes(name) ? LONG_FIRST.indexOf(name) : LONG_FIRST.length);
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

const web = { root: './packages/web', environment: 'jsdom', setupFiles: ['src/testing/setup.ts'] };
/** These put something in a module's place, which whoever has loaded the module before would not see. */
const apart = ['src/features/ballots/secret-vote.test.tsx', 'src/features/ballots/ballot-view.test.tsx'];

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
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'count', include: ['packages/count/src/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        oxc: decorators,
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          setupFiles: ['packages/server/src/testing/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 120_000,
          isolate: false,
        },
      },
      // One document object model for many files: making one takes longer than most of them.
      { extends: './packages/web/vite.config.ts', test: { ...web, name: 'web', include: ['src/**/*.test.{ts,tsx}'], exclude: apart, isolate: false } },
      { extends: './packages/web/vite.config.ts', test: { ...web, name: 'web-apart', include: apart } },
      {
        extends: true,
        oxc: decorators,
        test: {
          name: 'journeys',
          include: ['tests/{journeys,faults,house}/**/*.test.ts'],
          isolate: false,
          globalSetup: ['packages/server/src/testing/global-setup.ts', 'tests/browser/lib/seeded-once.ts'],
          setupFiles: ['packages/server/src/testing/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        // One worker's files share a browser; what is read until it is so is waited for as long as what a page shows.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], isolate: false, globalSetup: ['tests/browser/lib/seeded-once.ts', 'tests/browser/lib/shared-server.ts'], testTimeout: 120_000, hookTimeout: 300_000, expect: { poll: { timeout: 15_000 } } },
      },
    ],
  },
});
