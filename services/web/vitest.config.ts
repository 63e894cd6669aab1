import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// As in next.config.ts.
const resolve = { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } };
const server = { deps: { inline: ['use-intl'] } };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve,
        test: {
          server,
          name: 'server',
          include: ['*.test.ts', 'build/**/*.test.ts', 'src/**/*.test.ts', 'worker/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          server,
          name: 'browser',
          include: ['src/**/*.test.tsx'],
          environment: 'jsdom',
          testTimeout: 60_000,
          environmentOptions: { jsdom: { url: 'http://localhost:3000/' } },
          setupFiles: ['test/browser-setup.ts'],
        },
      },
    ],
  },
});
