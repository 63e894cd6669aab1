/** Coming back to what was said: find a conversation by its words, give it a name, take it along. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import {
  conversation,
  enter,
  expectConversation,
  open,
  openConversations,
  reload,
  say,
} from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

test('find a conversation by a word, rename it, download it, delete it', async ({ page }) => {
  await enter(page, newPerson());
  await say(page, 'Add a task to buy oat milk');
  const before = await conversation(page);
  await page.getByRole('button', { name: 'New conversation' }).click();
  await say(page, 'Add a task to call Ali');

  await test.step('a word that was said finds it, as one types', async () => {
    const drawer = await openConversations(page);
    await expect(drawer.getByRole('listitem')).toHaveCount(2);
    await drawer.getByRole('searchbox', { name: 'Search conversations' }).pressSequentially('oat');
    await expect(drawer.getByRole('listitem')).toHaveCount(1);
    await expect(drawer.getByRole('listitem').locator('mark').first()).toHaveText('oat');
    await page.keyboard.press('Enter');
    await expectConversation(page, before);
  });

  await test.step('it is renamed in its place, by keyboard alone', async () => {
    const drawer = await openConversations(page);
    await drawer.getByRole('button', { name: 'More for Add a task to buy oat milk' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const title = drawer.getByRole('textbox', { name: /^New title of/ });
    await expect(title).toBeFocused();
    await page.keyboard.type('Groceries');
    await page.keyboard.press('Enter');
    await expect(drawer.getByRole('button', { name: 'Groceries', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await reload(page);
    await expect(page.getByText('Groceries', { exact: true })).toBeVisible();
  });

  await test.step('it is downloaded under its name', async () => {
    const drawer = await openConversations(page);
    await drawer.getByRole('button', { name: 'More for Groceries' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download as Markdown' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Groceries.md');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toMatch(/^# Groceries\n/);
    expect(text).toContain('Add a task to buy oat milk');
  });

  await test.step('it is deleted after a question', async () => {
    const drawer = page.getByRole('dialog', { name: 'Conversations' });
    await drawer.getByRole('button', { name: 'More for Groceries' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(drawer.getByRole('listitem')).toHaveCount(1);
  });
});

test('what is said in one tab is read in the other', async ({ page, context }) => {
  await enter(page, newPerson());
  await say(page, 'Add a task to buy milk');
  const other = await context.newPage();
  await open(other);
  const here = page.getByRole('list', { name: 'Conversation' });
  const there = other.getByRole('list', { name: 'Conversation' });
  const drawer = await openConversations(other);
  await drawer.getByRole('button', { name: /^Add a task to buy milk/ }).click();
  await expect(there.locator('> li')).toHaveCount(2);
  await say(other, 'Add a task to call Sara');
  await expect(here).toContainText('call Sara', { ignoreCase: true });
  await expect(here.locator('> li')).toHaveCount(4);
});
