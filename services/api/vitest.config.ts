import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: './test/global-setup.ts',
    // Processes and databases are real: patience is for machines that are busy, no test waits for time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
