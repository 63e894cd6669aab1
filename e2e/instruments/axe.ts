/** What axe finds; nothing is what is expected. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * An open menu hides all else from who cannot see it, and stands by itself, as ARIA wants it. Axe's advice that all of a
 * page be in its regions, which is no rule of WCAG, knows dialogs for an exception, but not menus.
 */
export const isMenuOpen = { rules: { region: { enabled: false } } };

/** Fails with every barrier that axe finds in the page as it is now. */
export async function expectNoBarrier(page: Page, options = {}): Promise<void> {
  // What fades in, now or meanwhile, is judged by the colours it ends with.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // So are the colours of a scheme that was just changed: they are there once that is drawn.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined)))),
  );
  const { violations } = await new AxeBuilder({ page })
    // No page of ours has a frame, for which it would open another page; and nobody reads what passed.
    .setLegacyMode()
    .options({ resultTypes: ['violations'], ...options })
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`,
    ),
  ).toEqual([]);
}
