/** Everything that a person has: taken along, brought back, deleted. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import { openAccount, turnToSection } from '../people/at-account.ts';
import { enter, expectTasks, expectToFit, failToSignIn, messageBox, say } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function bring(page: Page, name: string, text: string): Promise<void> {
  const file = page.getByLabel('File to import');
  // What is chosen before the page's script is at work would not be noticed.
  await expect(file).toBeEnabled();
  await file.setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}

test('what one account exports another one imports', async ({ page, browser }) => {
  await enter(page, newPerson());
  await say(page, 'Add a task to buy groceries');
  await openAccount(page);
  await turnToSection(page, 'Data');
  await expectNoBarrier(page);
  await expectToFit(page);
  const table = await download(page, 'Tasks (CSV)');
  expect(table.name).toMatch(/^todo-\d{4}-\d\d-\d\d\.csv$/);
  expect(table.text.toLowerCase()).toContain('buy groceries');
  const everything = await download(page, 'Everything (JSON)');
  expect(JSON.parse(everything.text)).toMatchObject({ format: 'todo-chatbot' });

  const other = await (await browser.newContext()).newPage();
  await enter(other, newPerson('Grace Hopper'));
  await other.goto('/account/data');
  await bring(other, everything.name, everything.text);
  await expect(other.getByText('Added 1 task and 1 conversation.')).toBeVisible();
  await expectNoBarrier(other);
  await other.getByRole('link', { name: 'Back to chat and tasks' }).click();
  await expect(messageBox(other)).toBeVisible();
  await expectTasks(other, ['Buy groceries']);
  await other.context().close();
});

test('a table with mistakes changes nothing and names each row', async ({ page }) => {
  await enter(page, newPerson());
  await page.goto('/account/data');
  await bring(page, 'tasks.csv', 'title,due_date\r\nBuy milk,2030-01-31\r\n,2030-02-01\r\nPay rent,soon\r\n');
  await expect(page.getByText('Nothing was imported: 2 mistakes in the file.')).toBeVisible();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText(/^3title/);
  await expect(rows.nth(2)).toContainText(/^4due_date/);
  await expectNoBarrier(page);
  await expectToFit(page);
  await bring(page, 'tasks.csv', 'title,due_date\r\nBuy milk,2030-01-31\r\n');
  await expect(page.getByText('Added 1 task and 0 conversations.')).toBeVisible();
});

test('an account is deleted with its password, and is gone, in another tab too', async ({ page }) => {
  const ada = newPerson();
  await enter(page, ada);
  const tab = await page.context().newPage();
  await tab.goto('/');
  await expect(messageBox(tab)).toBeVisible();
  await page.goto('/account/data');
  await page.getByRole('button', { name: 'Delete my account…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete your account for good?' });
  await expect(question).toBeVisible();
  await expectNoBarrier(page);
  await question.getByLabel('Password', { exact: true }).fill('a guess');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(question.getByText('This is not your password.')).toBeVisible();
  await expectNoBarrier(page);
  await question.getByLabel('Password', { exact: true }).fill(ada.password);
  await question.getByRole('button', { name: 'Delete for good' }).click();

  await expect(page.getByRole('radio', { name: 'Sign in' })).toBeVisible();
  await expect(tab.getByRole('radio', { name: 'Sign in' })).toBeVisible();
  await failToSignIn(page, ada);
});
