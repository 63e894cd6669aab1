/** What a browser must download before the page can be used stays small. */
import { gzipSync } from 'node:zlib';
import { expect, type Page, type Request, test } from '@playwright/test';
import { enter, messageBox } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

/** A thousand bytes each, as the network tab of a browser has it. */
const BUDGET_KILOBYTES = 180;

/** The size of all scripts that the page at the root asks for until it can be used, compressed as a server does. */
async function scriptsOf(page: Page, untilUsable: () => Promise<void>): Promise<number> {
  const scripts = new Set<string>();
  await page.goto('about:blank');
  const note = (request: Request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  };
  page.on('request', note);
  await page.goto('/', { waitUntil: 'load' });
  await untilUsable();
  page.off('request', note);
  const sizes = [...scripts].map(async (url) => {
    const response = await page.request.get(url);
    return gzipSync(await response.body()).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

test(`the first load is at most ${BUDGET_KILOBYTES} kB of scripts, signed out and signed in`, async ({
  page,
}) => {
  const signedOut = await scriptsOf(page, () =>
    expect(page.getByLabel('Email', { exact: true })).toBeVisible(),
  );
  await enter(page, newPerson());
  const signedIn = await scriptsOf(page, async () => {
    await expect(messageBox(page)).toBeVisible();
    await expect(page.getByText('Nothing here yet')).toBeAttached();
  });
  test.info().annotations.push({
    type: 'kB of scripts',
    description: `${signedOut.toFixed(1)} signed out, ${signedIn.toFixed(1)} signed in`,
  });
  // Less than the frame alone would mean that nothing was counted.
  expect(signedOut).toBeGreaterThan(100);
  expect(signedOut).toBeLessThanOrEqual(BUDGET_KILOBYTES);
  expect(signedIn).toBeGreaterThan(signedOut);
  expect(signedIn).toBeLessThanOrEqual(BUDGET_KILOBYTES);
});
