/**
 * The main states look as they did. The pictures are of Debian 12's Chromium, as CI has it, with the fonts of an npm
 * package; `CI=1 npm run pictures -w e2e` makes them anew after a change that was meant.
 */
import { expect, type Page, test } from '@playwright/test';
import { enter, expectTasks, messageBox, say, signUp, turnTo } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

const sizes = { phone: { width: 412, height: 839 }, desktop: { width: 1280, height: 800 } };

async function expectPicture(page: Page, name: string): Promise<void> {
  // Nothing points, nothing blinks, and no notice is on its way out.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('region', { name: /Notifications/ }).getByRole('listitem')).toHaveCount(0);
  await expect(page).toHaveScreenshot(`${name}.png`, { animations: 'disabled', caret: 'hide' });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test(`${size}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Create account' })).toBeEnabled();
      await expectPicture(page, `signed-out-${size}-${colorScheme}`);

      await signUp(page, newPerson());
      await expectPicture(page, `nothing-yet-${size}-${colorScheme}`);
      await say(page, 'Add three tasks: buy milk, call mom tomorrow, urgent: pay rent #home');
      await say(page, 'I called mom');
      await say(page, 'Show me all my tasks');
      await expectTasks(page, ['Buy milk', '✓ Call mom', 'Pay rent']);
      await turnTo(page, 'Chat');
      await messageBox(page).blur();
      await expectPicture(page, `chat-${size}-${colorScheme}`);
      if (size === 'phone') {
        await turnTo(page, 'Tasks');
        await expectPicture(page, `tasks-${size}-${colorScheme}`);
      }
    });
  }
}

// The packaged fonts have no Arabic letters: what is compared is the page around them.
test('right to left', async ({ page }) => {
  await page.setViewportSize(sizes.desktop);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await enter(page, newPerson());
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: 'اردو' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('textbox', { name: 'پیغام' })).toBeVisible();
  await expectPicture(page, 'urdu-desktop-light');
});
