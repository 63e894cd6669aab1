/** What a person does in the browser, in the words of the page: the only place that knows its names. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './person.ts';

/** Opens the product as somebody new and signs up. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto('/');
  await page.getByRole('tab', { name: 'Sign up' }).click();
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Email', { exact: true }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(messageBox(page)).toBeVisible();
}

/** Signs in on the page that is open. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByRole('tab', { name: 'Sign in' }).click();
  await page.getByLabel('Email', { exact: true }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(messageBox(page)).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('tab', { name: 'Sign in' })).toBeVisible();
}

function messageBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message' });
}

/** A phone shows chat or tasks; a desktop shows both and has no such tab. */
export async function turnTo(page: Page, name: 'Chat' | 'Tasks'): Promise<void> {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) });
  if (await tab.isVisible()) await tab.click();
}

/** The messages of the conversation, both sides. */
function messages(page: Page): Locator {
  return page.getByRole('list', { name: 'Conversation' }).locator('> li');
}

/** Types a sentence and waits for the whole answer, which it returns; the answer must come as a stream. */
export async function say(page: Page, sentence: string): Promise<Locator> {
  await turnTo(page, 'Chat');
  const before = await messages(page).count();
  const streamed = page.waitForResponse(
    (response) => /\/api\/[^/]+\/chat$/.test(response.url()) && response.request().method() === 'POST',
  );
  await messageBox(page).fill(sentence);
  await messageBox(page).press('Enter');
  expect((await streamed).headers()['content-type']).toContain('text/event-stream');
  await expect(messages(page)).toHaveCount(before + 2);
  await expect(messages(page).nth(before)).toContainText(sentence);
  await expect(page.getByRole('list', { name: 'Conversation' })).toHaveAttribute('aria-busy', 'false');
  return messages(page).nth(before + 1);
}

/** What both sides said, to compare with later. */
export async function conversation(page: Page): Promise<string[]> {
  return messages(page).allTextContents();
}

/** The conversation is shown as it was before. */
export async function expectConversation(page: Page, before: readonly string[]): Promise<void> {
  await expect(messages(page)).toHaveText([...before]);
}

/** The tasks beside the conversation, as they are shown: their titles, finished ones with a check mark. */
export async function expectTasks(page: Page, expected: readonly string[]): Promise<void> {
  await turnTo(page, 'Tasks');
  const boxes = page.getByRole('list', { name: 'Task list' }).getByRole('checkbox');
  const shown = () =>
    boxes.evaluateAll((all) =>
      all.map((box) => {
        const title = box.getAttribute('aria-label')?.replace(/^(Complete|Reopen) /, '') ?? '';
        return box.getAttribute('aria-checked') === 'true' ? `✓ ${title}` : title;
      }),
    );
  await expect
    .poll(async () => (await shown()).sort(), { intervals: [20, 50, 100, 250] })
    .toEqual([...expected].sort());
}
