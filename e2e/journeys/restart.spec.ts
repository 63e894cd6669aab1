/** What needs a product of its own: one with a model, stopped and started again as the one without. */
import { type Browser, devices, expect, type Page, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import {
  addTask,
  conversation,
  enter,
  expectConversation,
  expectTasks,
  reload,
  say,
  sendOff,
  turnTo,
} from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';
import { newDataFolder, type Product, startProduct } from '../product/product.ts';
import { openModel } from '../product/stand-in-model.ts';

test('what a model would delete waits for a yes; a stop and a start lose nothing', async ({ browser }) => {
  // It starts the product twice.
  test.setTimeout(240_000);
  const data = newDataFolder();
  const model = await openModel();
  const started: Product[] = [];
  try {
    const first = await startProduct(data.folder, model.settings);
    started.push(first);
    const context = await browser.newContext({ baseURL: first.url });
    const page = await context.newPage();
    await enter(page, newPerson());
    await addTasks(page, 'Buy milk', 'Buy eggs', 'Buy bread');

    await test.step('refused on a desktop', () => refuse(page));
    await test.step('approved on a phone, in the dark', () => approveOnPhone(browser, page));
    await test.step('an answer without end is stopped', () => stopAnswer(page));

    await addTasks(page, 'Buy groceries');
    await page.getByRole('checkbox', { name: 'Complete Buy groceries' }).check();
    await expect(page.getByText('Completed Buy groceries', { exact: true })).toBeVisible();
    const before = await conversation(page);
    const { search } = new URL(page.url());
    await first.stop();

    await test.step('started again', async () => {
      const second = await startProduct(data.folder);
      started.push(second);
      // Cookies belong to a host, whatever its port: nobody has to sign in again.
      await page.goto(`${second.url}/${search}`);
      await expectConversation(page, before);
      await expectTasks(page, ['✓ Buy groceries']);
      await expect(await say(page, 'What have I completed?')).toContainText('Buy groceries');
      await context.close();
      await second.stop();
    });
  } finally {
    // None is left behind by a journey that failed; one that was stopped stays so.
    await Promise.allSettled(started.map((product) => product.stop()));
    await model.close();
    data.remove();
  }
});

async function addTasks(page: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) {
    await addTask(page, title);
    await expect(page.getByRole('checkbox', { name: `Complete ${title}` })).toBeVisible();
  }
}

const card = (page: Page) =>
  page
    .getByRole('list', { name: 'Conversation' })
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Delete these 3 tasks?' }) })
    .last();

async function refuse(page: Page): Promise<void> {
  await say(page, 'Delete everything');
  await expect(card(page).getByRole('listitem')).toHaveText(['Buy milk #1', 'Buy eggs #2', 'Buy bread #3']);
  await expectTasks(page, ['Buy milk', 'Buy eggs', 'Buy bread']);
  await expectNoBarrier(page);
  // By keys alone: the two buttons come one after the other.
  await card(page).getByRole('button', { name: 'Approve' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('You rejected this; nothing was changed.');
  await expectNoBarrier(page);
  await expectTasks(page, ['Buy milk', 'Buy eggs', 'Buy bread']);
}

async function approveOnPhone(browser: Browser, desktop: Page): Promise<void> {
  const context = await browser.newContext({
    ...devices['Pixel 7'],
    colorScheme: 'dark',
    storageState: await desktop.context().storageState(),
  });
  const phone = await context.newPage();
  await phone.goto(desktop.url());
  await expectConversation(phone, await conversation(desktop));
  // So soon after the turn that its own news and that of the decision come together.
  await say(desktop, 'Delete everything');
  await expect(phone.getByRole('region', { name: 'Delete these 3 tasks?' })).toHaveCount(1);
  await expect(card(phone)).toBeInViewport();
  await expectNoBarrier(phone);
  await card(phone).getByRole('button', { name: 'Approve' }).tap();
  await expect(card(phone)).toContainText('You approved this.');
  await expectTasks(phone, []);
  await context.close();
  // Who looks at it elsewhere sees what became of it.
  await expect(card(desktop)).toContainText('You approved this.');
  await expectTasks(desktop, []);
}

async function stopAnswer(page: Page): Promise<void> {
  const list = page.getByRole('list', { name: 'Conversation' });
  await sendOff(page, 'Tell me a story');
  await expect(list.locator('> li').last()).toContainText('task 3,');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(list).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('button', { name: 'Answer again' })).toBeVisible();
  const said = await conversation(page);
  await reload(page);
  await expectConversation(page, said);
  await turnTo(page, 'Tasks');
}
