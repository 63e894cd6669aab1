/** How long the browser takes to answer a key or a tap, as the Event Timing API measures it. */
import type { Page } from '@playwright/test';

/** From now on; the answer tells the longest in milliseconds until the next frame. */
export async function watchInteractions(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const slow: number[] = [];
    Object.assign(window, { slow });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, 'interactionId')) slow.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  return () =>
    page.evaluate(async () => {
      // Entries are told after the frame that they are about.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return Math.max(0, ...Reflect.get(window, 'slow'));
    });
}
