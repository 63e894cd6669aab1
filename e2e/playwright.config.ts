import { defineConfig, devices } from '@playwright/test';
import type { Chromium } from './browser/find-chromium.ts';

// The restart needs a product that the journeys may stop.
const ownProduct = !process.env.BASE_URL;

// Set by the set-up, before the processes that run the journeys read this file again.
const { JOURNEY_URL, JOURNEY_CHROMIUM } = process.env;
const chromium: Partial<Chromium> = JSON.parse(JOURNEY_CHROMIUM ?? '{}');

// Chromium's sandbox refuses to work for root.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './product/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A journey that passes on the second try hides what a person would have met.
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    ...(JOURNEY_URL ? { baseURL: JOURNEY_URL } : {}),
    launchOptions: {
      ...chromium,
      env: { ...process.env, ...chromium.env },
      args: ['--disable-quic', '--disable-background-networking', ...sandbox],
    },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
  },
  projects: [
    ...(ownProduct ? [{ name: 'restart', testMatch: 'restart.spec.ts' }] : []),
    {
      name: 'desktop',
      testMatch: ['browser.spec.ts', 'accessibility.spec.ts'],
      use: devices['Desktop Chrome'],
    },
    { name: 'phone', testMatch: ['browser.spec.ts', 'accessibility.spec.ts'], use: devices['Pixel 7'] },
    { name: 'api', testMatch: ['api.spec.ts', 'mcp.spec.ts'] },
  ],
});
