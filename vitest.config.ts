import { defineConfig } from 'vitest/config';

// Two cores are what a county's machine and the smallest CI runner have.
const WORKERS = 2;
const SECOND = 1000;

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    // A machine in China and one in the CI must see the same dates.
    env: { TZ: 'UTC' },
    projects: [
      project('unit', ['{src,bench,tools}/**/*.test.{ts,tsx}', 'regions/**/*.test.ts'], 20),
      project('conventions', ['tests/conventions/**/*.test.ts'], 60),
      project('model', ['tests/model/{every-flow,planted-fault}.test.ts'], 900),
      project('differential', ['tests/reference/**/*.test.ts'], 300),
      project(
        'journeys',
        [
          ...['tests/journeys/**/*.test.ts', 'tests/matrix/**/*.test.ts'],
          ...['tests/model/random-walk.test.ts', 'tests/simulation/**/*.test.ts'],
        ],
        120,
      ),
      project('browser', ['tests/browser/**/*.test.ts'], 180, {
        globalSetup: ['tests/database-door.ts', 'tests/browser/build.ts'],
      }),
    ],
  },
});

/** `seconds` is how long one test or one hook may take. */
function project(
  name: string,
  include: string[],
  seconds: number,
  more: { globalSetup?: string[] } = {},
) {
  return {
    extends: true as const,
    test: {
      name,
      include,
      // Files keep nothing in modules, so a worker loads the program once, not once a file: a third of the time.
      isolate: false,
      testTimeout: seconds * SECOND,
      hookTimeout: Math.max(seconds, 60) * SECOND,
      // Starts no database until a test asks for one.
      globalSetup: ['tests/database-door.ts'],
      ...more,
    },
  };
}
