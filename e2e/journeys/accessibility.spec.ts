/** No barrier that axe can find, on every page, in both colour schemes. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { say, signUp } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

async function expectNoBarrier(page: Page): Promise<void> {
  // What still fades in is judged by the colours it ends with.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`signed out and signed in, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
    await expectNoBarrier(page);
    await signUp(page, newPerson());
    await expectNoBarrier(page);
    await say(page, 'Add a task to buy groceries');
    await say(page, 'Show me all my tasks');
    await expectNoBarrier(page);
  });
}
