import { defineConfig } from 'vitest/config';

// Hashing, helm and whole runs of the program: on a busy machine they take their time.
export default defineConfig({ test: { exclude: ['policy/**', '**/node_modules/**'], testTimeout: 30_000 } });
