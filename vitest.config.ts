import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests wait for programs that they start more than anything else, so that no core has to be left to vitest itself.
    maxWorkers: '100%',
    // For what hangs alone: on a busy machine everything takes its time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 100_000 } },
  },
});
