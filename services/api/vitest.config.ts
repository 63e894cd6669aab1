import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'evals/**/*.test.ts'],
    globalSetup: './test/global-setup.ts',
    // Every file has a database of its own; the modules, which take longer to load than most files to run, are shared.
    isolate: false,
    // Much of a test is waiting for processes and databases.
    maxWorkers: availableParallelism() + 1,
    // Processes and databases are real: patience is for machines that are busy, no test waits for time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
