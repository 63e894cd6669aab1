import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'server',
          include: ['*.test.ts', 'src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/**/*.test.tsx'],
          environment: 'jsdom',
          testTimeout: 20_000,
          environmentOptions: { jsdom: { url: 'http://localhost:3000/' } },
          setupFiles: ['test/browser-setup.ts'],
        },
      },
    ],
  },
});
