/** How quickly the page answers. Not among the journeys: what a machine does besides decides too. */
import { devices } from '@playwright/test';
import journeys from './playwright.config.ts';

export default {
  ...journeys,
  testDir: 'measures',
  workers: 1,
  projects: [{ name: 'desktop', use: devices['Desktop Chrome'] }],
};
