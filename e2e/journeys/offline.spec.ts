/** Without a network: the page opens, the list is there to read and to change, and all is saved once when it is back. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import { addTask, enter, expectTasks, messageBox, open, reload, turnTo } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

test.use({ serviceWorkers: 'allow' });

/** Somebody with these tasks, on a device that can open the page without a network. */
async function begin(page: Page, ...lines: string[]): Promise<void> {
  await enter(page, newPerson());
  await turnTo(page, 'Tasks');
  for (const line of lines) await addTask(page, line);
  for (const number of lines.keys())
    await expect(page.getByText(`#${number + 1}`, { exact: true })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}

/** What the api has: titles with what was done to them. */
async function stored(context: BrowserContext, page: Page): Promise<string[]> {
  const session = await (await context.request.get('/api/auth/get-session')).json();
  const answer = await page.request.get(`/api/${session.user.id}/tasks?status=all&limit=100`);
  const tasks: { title: string; completed: boolean; priority: string }[] = await answer.json();
  return tasks.map(({ title, completed, priority }) => `${completed ? '✓ ' : ''}${title} ${priority}`).sort();
}

test('what is done without a network survives a reload and is saved once', async ({ page, context }) => {
  await begin(page, 'Buy milk', 'Call Sara');
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await addTask(page, 'Bake a cake');
  await page.getByRole('checkbox', { name: 'Complete Buy milk' }).check();
  await page.getByRole('button', { name: 'Details of Call Sara', exact: true }).click();
  await page.getByRole('radio', { name: 'High' }).check();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  // What is new has no number yet, and can be changed like everything else.
  await page.getByRole('checkbox', { name: 'Complete Bake a cake' }).check();
  await expect(page.getByText('4 changes are waiting')).toBeVisible();
  await expect(page.getByText('Waiting to be saved')).toHaveCount(3);
  await expectNoBarrier(page);

  await reload(page);
  await turnTo(page, 'Tasks');
  await expectTasks(page, ['✓ Buy milk', 'Call Sara', '✓ Bake a cake']);
  await expect(page.getByText('4 changes are waiting')).toBeVisible();
  await expectNoBarrier(page);

  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
  await expect(page.getByText('Waiting to be saved')).toHaveCount(0);
  const expected = ['✓ Bake a cake medium', '✓ Buy milk medium', 'Call Sara high'].sort();
  await expect.poll(() => stored(context, page)).toEqual(expected);
  await reload(page);
  await expectTasks(page, ['✓ Buy milk', 'Call Sara', '✓ Bake a cake']);
});

test('two tabs show the same, and one of them saves it', async ({ page, context }) => {
  await begin(page, 'Buy milk');
  const other = await context.newPage();
  await open(other);
  await turnTo(other, 'Tasks');
  await expect(other.getByRole('checkbox', { name: 'Complete Buy milk' })).toBeVisible();
  await context.setOffline(true);
  await expect(other.getByText('You are offline.')).toBeVisible();
  await addTask(page, 'Bake a cake');
  await expectTasks(other, ['Buy milk', 'Bake a cake']);
  await addTask(other, 'Light candles');
  await expectTasks(page, ['Buy milk', 'Bake a cake', 'Light candles']);
  await context.setOffline(false);
  const expected = ['Bake a cake medium', 'Buy milk medium', 'Light candles medium'];
  await expect.poll(() => stored(context, page)).toEqual(expected);
  for (const tab of [page, other]) await expectTasks(tab, ['Buy milk', 'Bake a cake', 'Light candles']);
});

test('signing out asks before it drops what is not saved, and leaves nothing behind', async ({
  page,
  context,
}) => {
  await begin(page, 'Buy milk');
  // The api is away for what is saved, but not for signing out.
  await page.route(/\/api\/[^/]+\/tasks/, (route) => route.fulfill({ status: 503 }));
  await addTask(page, 'Bake a cake');
  await expect(page.getByText('Waiting to be saved')).toBeVisible();
  const leave = async () => {
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('1 change waits to be saved');
  };
  await leave();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectTasks(page, ['Buy milk', 'Bake a cake']);
  await leave();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Sign in' })).toBeVisible();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((name) => /task|change|person/.test(name))),
  ).toEqual([]);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await expect(page.getByText('Buy milk')).toHaveCount(0);
});

test('a banner says that the service is away, what is done waits, and it goes when the service is back', async ({
  page,
  context,
}) => {
  await begin(page, 'Buy milk');
  await page.route(/\/api\//, (route) => route.fulfill({ status: 503 }));
  await page.getByRole('checkbox', { name: 'Complete Buy milk' }).check();
  const banner = page.getByText(/^The todo service is away\./);
  await expect(banner).toBeVisible();
  await expectNoBarrier(page);
  await page.unroute(/\/api\//);
  await expect(banner).toBeHidden();
  await expect.poll(() => stored(context, page)).toEqual(['✓ Buy milk medium']);
});

test('what is written in the chat without a network is kept, and sent when it is back', async ({
  page,
  context,
}) => {
  await begin(page);
  await turnTo(page, 'Chat');
  await context.setOffline(true);
  await messageBox(page).fill('Add a task to water the plants');
  await reload(page);
  await expect(messageBox(page)).toHaveValue('Add a task to water the plants');
  await context.setOffline(false);
  await messageBox(page).press('Enter');
  await expect(page.getByRole('list', { name: 'Conversation' })).toContainText('Added Water the plants');
});

test('the app can be installed, and keeps nothing of a person where it keeps itself', async ({ page }) => {
  await begin(page, 'Buy milk');
  const client = await page.context().newCDPSession(page);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // Playwright's windows are private ones, in which nothing is installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', /^\/icon\.svg/);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(
      names.map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      ),
    );
    const shell = await (await caches.match('/offline'))?.text();
    return { names: names.length, files: files.flat(), hasTask: shell?.includes('Buy milk') };
  });
  expect(kept.names).toBe(1);
  expect(kept.hasTask).toBe(false);
  const elsewhere = kept.files.filter((path) => !path.startsWith('/_next/static/'));
  expect(elsewhere.sort()).toEqual(['/icon.svg', '/offline']);
});

test('a new task is one tap away from the icon of the app', async ({ page }) => {
  await begin(page);
  const manifest = await (await page.request.get('/manifest.webmanifest')).json();
  await page.goto(manifest.shortcuts[0].url);
  await expect(page.getByRole('textbox', { name: 'Add a task', exact: true })).toBeFocused();
  expect(new URL(page.url()).search).toBe('');
});
