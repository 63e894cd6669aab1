/** What a person does on the pages of the account, in their words. */
import { expect, type Page } from '@playwright/test';

type Section = 'Profile' | 'Password' | 'Devices' | 'Programs' | 'Data';

/** From chat and tasks, by the menu. */
export async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Account', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible();
}

/** From one part of the account to another. */
export async function turnToSection(page: Page, name: Section): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Parts of the account' }).getByRole('link', { name });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText('Loading…')).toHaveCount(0);
}
