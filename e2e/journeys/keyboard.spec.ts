/** Without a mouse: keys for what is done often, the palette for everything. */
import { expect, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import { enter, expectTasks, messageBox } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

test('tasks are added, walked through and filtered, and the look is changed, by keys alone', async ({
  page,
}) => {
  await enter(page, newPerson());
  const { keyboard } = page;
  const focused = () => page.evaluate(() => document.activeElement?.textContent);

  await expect(messageBox(page)).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('n');
  for (const title of ['Buy milk', 'Call mum', 'Pay rent']) {
    await keyboard.type(title);
    await keyboard.press('Enter');
  }
  await expectTasks(page, ['Buy milk', 'Call mum', 'Pay rent']);

  // Each has its number: until then nothing can be done to it.
  await expect(page.getByText('#3', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Buy milk', exact: true }).focus();
  await keyboard.press('ArrowDown');
  expect(await focused()).toBe('Call mum');
  await keyboard.press('ArrowUp');
  expect(await focused()).toBe('Buy milk');

  await keyboard.press('Enter');
  await keyboard.type('Buy oat milk');
  await keyboard.press('Enter');
  // The same key does not begin to rename once more.
  await expect(page.getByRole('button', { name: 'Buy oat milk', exact: true })).toBeFocused();

  await keyboard.press('3');
  await expect(page.getByRole('radio', { name: /^Completed/ })).toBeChecked();
  await keyboard.press('1');
  await expectTasks(page, ['Buy oat milk', 'Call mum', 'Pay rent']);

  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'All commands' })).toBeFocused();
  await expectNoBarrier(page);
  await keyboard.type('theme: dark');
  await expect(page.getByRole('option', { name: 'Theme: Dark' })).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectNoBarrier(page);
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await keyboard.press('m');
  await expect(messageBox(page)).toBeFocused();
});

test('every part of the account is found by its name, with keys alone', async ({ page }) => {
  await enter(page, newPerson());
  await expect(messageBox(page)).toBeFocused();
  const palette = page.getByRole('combobox', { name: 'All commands' });
  await page.keyboard.press('Control+k');
  await expect(palette).toBeFocused();
  await page.keyboard.type('devices');
  await expect(page.getByRole('option', { name: 'Signed-in devices' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/account/devices');
  await page.keyboard.press('Control+k');
  await expect(palette).toBeFocused();
  await page.keyboard.type('password');
  await expect(page.getByRole('option', { name: 'Change the password' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/account/password');
});
