/** A forgotten password: from the form over a mail to a new one. */
import { expect, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import { enter, failToSignIn, messageBox, signIn, signOut } from '../people/at-browser.ts';
import { linkInMailTo } from '../people/mail.ts';
import { newPerson } from '../people/person.ts';

test('who forgot the password chooses a new one by the link of a mail, which works once', async ({
  page,
}) => {
  const ada = newPerson();
  await enter(page, ada);
  await signOut(page);

  await page.getByRole('radio', { name: 'Sign in' }).check();
  await page.getByLabel('Email', { exact: true }).fill(ada.email);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  // What was typed need not be typed again.
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(ada.email);
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();
  await expectNoBarrier(page);

  const link = new URL(await linkInMailTo(ada.email));
  await page.goto(link.pathname + link.hash);
  await expect(page).toHaveURL('/reset-password');
  await expectNoBarrier(page);
  const password = `${ada.password} 2`;
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await expect(page.getByRole('heading', { name: 'Your new password counts' })).toBeFocused();
  await expectNoBarrier(page);

  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await failToSignIn(page, ada);
  await signIn(page, { ...ada, password });
  await expect(messageBox(page)).toBeVisible();

  await page.goto(link.pathname + link.hash);
  await page.getByLabel('New password').fill('another password');
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await expect(page.getByText('used already, or is too old')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ask for a new link' })).toBeVisible();
  await expectNoBarrier(page);
});

test('a link that lost its end says so', async ({ page }) => {
  await page.goto('/reset-password');
  await expect(page.getByRole('heading', { name: 'This link is not complete' })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('link', { name: 'Ask for a new link' }).click();
  await expect(page).toHaveURL('/forgot-password');
});
