import { defineConfig, devices } from '@playwright/test';
import type { Chromium } from './browser/find-chromium.ts';

// The restart needs a product that the journeys may stop.
const ownProduct = !process.env.BASE_URL;

/** What may differ with the place that the page comes from: addresses, cookies, policies, streams. */
const EVERYWHERE = ['browser.spec.ts', 'chat.spec.ts', 'account.spec.ts', 'security.spec.ts'];
/** What the page does by itself. */
const ONCE = [
  'tasks.spec.ts',
  'conversations.spec.ts',
  'account-data.spec.ts',
  'accessibility.spec.ts',
  'password-reset.spec.ts',
  'languages.spec.ts',
  'offline.spec.ts',
];
const BROWSER_JOURNEYS = ownProduct ? [...EVERYWHERE, ...ONCE] : EVERYWHERE;

// Set by the set-up, before the processes that run the journeys read this file again.
const { JOURNEY_URL, JOURNEY_CHROMIUM } = process.env;
const chromium: Partial<Chromium> = JSON.parse(JOURNEY_CHROMIUM ?? '{}');

// Chromium's sandbox refuses to work for root.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const launchOptions = {
  ...chromium,
  env: { ...process.env, ...chromium.env },
  args: ['--disable-quic', '--disable-background-networking', ...sandbox],
};
/**
 * Without a graphics card Chromium would draw each picture as for one, on the processor, which takes a fifth of the time
 * of a journey. Where what is drawn, or how fast, is what counts, it draws as it does by itself.
 */
const drawnPlainly = { ...launchOptions, args: [...launchOptions.args, '--disable-gpu'] };
const withPackagedFonts = {
  ...launchOptions,
  env: { ...launchOptions.env, FONTCONFIG_FILE: process.env.JOURNEY_FONTS ?? '' },
};

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './product/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // By hand a journey that passes on the second try hides what a person would have met; in CI it is told as flaky.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  // A host that is shared takes the processors away for seconds; by hand a wait of ten is a fault already.
  timeout: process.env.CI ? 240_000 : 120_000,
  expect: { timeout: process.env.CI ? 30_000 : 10_000, toHaveScreenshot: { maxDiffPixelRatio: 0.02 } },
  snapshotPathTemplate: '{testDir}/../pictures/{arg}{ext}',
  reporter: [['list']],
  use: {
    ...(JOURNEY_URL ? { baseURL: JOURNEY_URL } : {}),
    launchOptions,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // It fetches the whole app for each new person; the journeys that are about it, and whole visits, let it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
  projects: [
    // The longest first: at the end a single one would keep the rest of the machine waiting.
    ...(ownProduct
      ? [
          { name: 'lighthouse', testMatch: 'lighthouse.spec.ts' },
          { name: 'restart', testMatch: 'restart.spec.ts', use: { launchOptions: drawnPlainly } },
        ]
      : []),
    {
      name: 'desktop',
      testMatch: [...BROWSER_JOURNEYS, ...(ownProduct ? ['first-load.spec.ts', 'keyboard.spec.ts'] : [])],
      use: { ...devices['Desktop Chrome'], launchOptions: drawnPlainly },
    },
    {
      name: 'phone',
      testMatch: ownProduct ? BROWSER_JOURNEYS : ['browser.spec.ts'],
      // In the dark, so that whatever is judged by its colours is judged in both schemes.
      use: { ...devices['Pixel 7'], colorScheme: 'dark', launchOptions: drawnPlainly },
    },
    { name: 'api', testMatch: ['api.spec.ts', 'mcp.spec.ts'], use: { launchOptions: drawnPlainly } },
    // Another Chromium draws otherwise: these are of the one that CI has.
    ...(ownProduct && process.env.CI
      ? [{ name: 'pictures', testMatch: 'pictures.spec.ts', use: { launchOptions: withPackagedFonts } }]
      : []),
  ],
});
