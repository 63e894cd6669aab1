/** What was said and done survives a stop and a start. Only where the journeys start the product themselves. */

import { expect, test } from '@playwright/test';
import { conversation, expectConversation, expectTasks, say, signUp } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';
import { newDataFolder, startProduct } from '../product/product.ts';

test('stop and start: tasks, conversation and session are there', async ({ browser }) => {
  const data = newDataFolder();
  try {
    const first = await startProduct(data.folder);
    const context = await browser.newContext({ baseURL: first.url });
    const page = await context.newPage();
    await signUp(page, newPerson());
    await say(page, 'Add a task to buy groceries');
    await say(page, 'Mark task 1 as complete');
    const before = await conversation(page);
    const { search } = new URL(page.url());
    await first.stop();

    const second = await startProduct(data.folder);
    // Cookies belong to a host, whatever its port: nobody has to sign in again.
    await page.goto(`${second.url}/${search}`);
    await expectConversation(page, before);
    await expectTasks(page, ['✓ Buy groceries']);
    await expect(await say(page, 'What have I completed?')).toContainText('Buy groceries');
    await context.close();
    await second.stop();
  } finally {
    data.remove();
  }
});
