import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Property tests and bundling on a busy machine; what needs longer says so itself.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two tests of one file never depend on each other's order; the seed is printed, so a failure can be repeated.
    sequence: { shuffle: { tests: true } },
  },
});
