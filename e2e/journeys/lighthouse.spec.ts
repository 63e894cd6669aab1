/**
 * What Lighthouse says of the pages, but for how fast the machine of the moment is (`npm run bench:interactions`): of
 * speed only what is the same everywhere, which is what moves and what the first paint must wait for.
 */
import { type BrowserContext, expect, test } from '@playwright/test';
import { type Form, faults, points, withVisitor } from '../instruments/lighthouse.ts';
import { enter } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

const GOAL = 95;
/** Of the window, summed up: half of what is called good (web.dev/articles/cls). */
const MOST_SHIFT = 0.05;

const everything = ['accessibility', 'best-practices', 'seo'];
const VISITS: { path: string; form: Form; categories: string[] }[] = [
  { path: '/', form: 'phone', categories: everything },
  { path: '/', form: 'desktop', categories: everything },
  { path: '/forgot-password', form: 'phone', categories: everything },
  { path: '/offline', form: 'phone', categories: everything },
  // Signed in from here on: nothing that a search engine sees.
  { path: '/', form: 'phone', categories: ['accessibility', 'best-practices'] },
];

test(`at least ${GOAL} in what does not depend on the machine`, async ({ launchOptions, baseURL }) => {
  test.setTimeout(240_000);
  await withVisitor({ launchOptions, baseURL: baseURL ?? '' }, async ({ browser, reportOn }) => {
    for (const { path, form, categories } of VISITS) {
      if (!categories.includes('seo')) {
        const page = await browser.newPage();
        await enter(page, newPerson());
        await page.close();
      }
      const report = await reportOn(path, form, {
        throttlingMethod: 'provided',
        onlyCategories: categories,
        // A picture of the whole page is taken for nothing but to look at, and nobody waits for a slow network.
        disableFullPageScreenshot: true,
        pauseAfterFcpMs: 0,
        pauseAfterLoadMs: 0,
        networkQuietThresholdMs: 500,
        cpuQuietThresholdMs: 500,
      });
      const what = `${path} on a ${form}: ${faults(report).join('; ')}`;
      for (const category of categories)
        expect.soft(points(report, category), what).toBeGreaterThanOrEqual(GOAL);
      const { shift, blocking } = await paintOf(browser, path);
      expect.soft(shift, what).toBeLessThan(MOST_SHIFT);
      // One stylesheet, or none when the browser has it in its memory.
      expect.soft(blocking.length, what).toBeLessThanOrEqual(1);
      for (const name of blocking) expect.soft(name, what).toMatch(/\.css$/);
    }
  });
});

/** How far things moved by themselves until the page was quiet, and what its first paint had to wait for. */
async function paintOf(
  browser: BrowserContext,
  path: string,
): Promise<{ shift: number; blocking: string[] }> {
  const page = await browser.newPage();
  await page.goto(path);
  await expect(page.getByRole('heading').first()).toBeVisible();
  const found = await page.evaluate(async () => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += Number(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
    // Entries are told after the frame that they are about.
    await new Promise((done) =>
      requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const blocking = performance
      .getEntriesByType('resource')
      .filter((entry) => Reflect.get(entry, 'renderBlockingStatus') === 'blocking')
      .map(({ name }) => name);
    return { shift, blocking };
  });
  await page.close();
  return found;
}
