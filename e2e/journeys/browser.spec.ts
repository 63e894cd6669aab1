/** The whole product as a person meets it, on a desktop and on a phone. */

import { expect, test } from '@playwright/test';
import {
  conversation,
  enter,
  expectConversation,
  expectTasks,
  open,
  say,
  signIn,
  signOut,
  signUp,
  turnTo,
} from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

test.use({ serviceWorkers: 'allow' });

test('sign up, say everything, find it again', async ({ page }) => {
  const person = newPerson();

  await test.step('sign up', () => signUp(page, person));
  const loaded = await page.evaluate(() => performance.timeOrigin);

  await test.step('add tasks by talking', async () => {
    await expect(await say(page, 'Add a task to buy groceries')).toContainText('Buy groceries');
    await expectTasks(page, ['Buy groceries']);
    await expect(await say(page, 'I need to remember to pay bills')).toContainText('Pay bills');
    await say(page, 'Add a task to water the plants');
    await say(page, 'Add a task to prepare the meeting');
    await expectTasks(page, ['Buy groceries', 'Pay bills', 'Water the plants', 'Prepare the meeting']);
  });

  await test.step('ask for them', async () => {
    const all = await say(page, 'Show me all my tasks');
    for (const title of ['Buy groceries', 'Pay bills', 'Water the plants'])
      await expect(all).toContainText(title);
    await expect(await say(page, "What's pending?")).toContainText('Water the plants');
  });

  await test.step('finish, rename', async () => {
    await expect(await say(page, 'Mark task 3 as complete')).toContainText('Water the plants');
    await expectTasks(page, ['Buy groceries', 'Pay bills', '✓ Water the plants', 'Prepare the meeting']);
    await expect(await say(page, "Change task 1 to 'Call mom tonight'")).toContainText('Call mom tonight');
    await expectTasks(page, ['Call mom tonight', 'Pay bills', '✓ Water the plants', 'Prepare the meeting']);
    const completed = await say(page, 'What have I completed?');
    await expect(completed).toContainText('Water the plants');
    await expect(completed).not.toContainText('Pay bills');
  });

  await test.step('delete, and undo', async () => {
    await expect(await say(page, 'Delete the meeting task')).toContainText('Prepare the meeting');
    await expectTasks(page, ['Call mom tonight', 'Pay bills', '✓ Water the plants']);
    await say(page, 'undo');
    await expectTasks(page, ['Call mom tonight', 'Pay bills', '✓ Water the plants', 'Prepare the meeting']);
  });

  await test.step('an unclear request gets a helpful answer', async () => {
    await expect(await say(page, 'Mark task 99 as complete')).toContainText('99');
    await say(page, 'Delete the meeting task');
  });

  const tasks = ['Call mom tonight', 'Pay bills', '✓ Water the plants'];
  await expectTasks(page, tasks);
  // All of that came in by itself: it is still the page that was opened by signing up.
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded);

  await test.step('sign out, sign in: all is as it was', async () => {
    await turnTo(page, 'Chat');
    const { search } = new URL(page.url());
    const before = await conversation(page);
    await signOut(page);
    await page.goto(`/${search}`);
    await signIn(page, person);
    await expectConversation(page, before);
    await expectTasks(page, tasks);
  });
});

test('two pages of one person show the same tasks, live', async ({ page, context }) => {
  await enter(page, newPerson());
  const other = await context.newPage();
  await open(other);
  await say(page, 'Add a task to buy groceries');
  await expectTasks(other, ['Buy groceries']);
  await say(other, 'Mark task 1 as complete');
  await expectTasks(page, ['✓ Buy groceries']);
});
