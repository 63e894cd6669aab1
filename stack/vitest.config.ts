import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    exclude: ['policy/**', '**/node_modules/**'],
    maxWorkers: availableParallelism(),
    // Hashing, helm and whole runs of the program: on a busy machine they take their time.
    testTimeout: 60_000,
  },
});
