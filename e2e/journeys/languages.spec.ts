/** English and Urdu: asked for by the browser, chosen by the person, remembered. */
import { expect, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import { enter, expectToFit, swipe } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

test.describe('a browser that asks for Urdu', () => {
  test.use({ locale: 'ur-PK' });

  test('is answered in Urdu, until English is chosen', async ({ page }) => {
    await page.goto('/');
    const html = page.locator('html');
    await expect(html).toHaveAttribute('lang', 'ur');
    await expect(html).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('button', { name: 'اکاؤنٹ بنائیں' })).toBeEnabled();
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'زبان' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
    await expect(html).toHaveAttribute('dir', 'ltr');
    await page.reload();
    await expect(html).toHaveAttribute('lang', 'en');
  });
});

test('a person goes over to Urdu without losing what is on the page, here and elsewhere', async ({
  page,
  browser,
  isMobile,
}) => {
  const person = newPerson();
  await enter(page, person);
  if (isMobile) {
    const tasks = page.getByRole('region', { name: 'Tasks' });
    // What notices fingers comes when the page has time for it.
    await expect(async () => {
      await swipe(page, 'left');
      await expect(tasks).toBeVisible({ timeout: 1000 });
    }).toPass();
    await swipe(page, 'left');
    await expect(tasks).toBeVisible();
    await swipe(page, 'right');
    await expect(tasks).toBeHidden();
  }
  await page.getByRole('textbox', { name: 'Message' }).fill('Half a sentence');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: 'اردو' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('textbox', { name: 'پیغام' })).toHaveValue('Half a sentence');
  await expectNoBarrier(page);
  if (isMobile) {
    // What is read from right to left is turned the other way.
    await swipe(page, 'right');
    await expect(page.getByRole('region', { name: 'کام' })).toBeVisible();
    await expectNoBarrier(page);
    await swipe(page, 'left');
    await expect(page.getByRole('textbox', { name: 'پیغام' })).toBeVisible();
  }
  await expectToFit(page);

  // Another device, which asks for English, learns it from the account.
  const elsewhere = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await elsewhere.goto('/');
  await elsewhere.getByRole('radio', { name: 'Sign in' }).check();
  await elsewhere.getByLabel('Email', { exact: true }).fill(person.email);
  await elsewhere.getByLabel('Password', { exact: true }).fill(person.password);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere.getByRole('textbox', { name: 'پیغام' })).toBeVisible();
  await expect(elsewhere.locator('html')).toHaveAttribute('dir', 'rtl');
});
