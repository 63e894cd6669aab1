/** No barrier that axe can find in any state of the pages, enlarged ones too; and no motion for who asked for none. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { expectNoBarrier, isMenuOpen } from '../instruments/axe.ts';
import {
  addTask,
  enter,
  expectToFit,
  messageBox,
  openConversations,
  say,
  signUp,
  turnTo,
} from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';
import { startWebAlone } from '../product/web-alone.ts';

/** What is here in one colour scheme is judged in the other one, too; what a phone shows elsewhere is dark. */
async function expectNoBarrierInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoBarrier(page);
  }
}

test('signed out and signed in, light and dark', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await expectNoBarrierInBoth(page);
  await signUp(page, newPerson());
  await expectNoBarrierInBoth(page);
  await say(page, 'Add a task to buy groceries');
  await say(page, 'Show me all my tasks');
  await expectNoBarrierInBoth(page);
  await turnTo(page, 'Tasks');
  await expectNoBarrier(page);
  await expectNoMotion(page);
});

/** Asked for by the judgement before. What turns, comes in or breathes stands still at once. */
async function expectNoMotion(page: Page): Promise<void> {
  const moving = await page.evaluate(() => {
    const longest = (times: string) => Math.max(...times.split(',').map((time) => Number.parseFloat(time)));
    const sample = document.body.appendChild(document.createElement('div'));
    for (const look of ['rise', 'skeleton', 'animate-spin']) {
      const part = sample.appendChild(document.createElement('div'));
      part.className = look;
      if (getComputedStyle(part).animationName === 'none') return [`${look} does not move at all`];
    }
    const found = [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      const times = [style.animationDuration, style.transitionDuration].map(longest);
      return Math.max(...times) > 0.001 || style.scrollBehavior !== 'auto';
    });
    sample.remove();
    return found.map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
  expect(moving).toEqual([]);
}

test('what opens over the page', async ({ page }) => {
  await enter(page, newPerson());
  await say(page, 'Add a task to buy groceries');
  await turnTo(page, 'Tasks');
  for (const name of ['Order', 'Theme', 'Language', /^Account of/]) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNoBarrier(page, isMenuOpen);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await turnTo(page, 'Chat');
  const drawer = await openConversations(page);
  await expect(drawer.getByRole('listitem')).toHaveCount(1);
  await expectNoBarrier(page);
  const more = drawer.getByRole('button', { name: /^More for/ });
  await more.click();
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
  await expectNoBarrier(page, isMenuOpen);
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await more.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await expect(drawer.getByRole('textbox', { name: /^New title of/ })).toBeFocused();
  await expectNoBarrier(page);
});

test('while it loads, when that fails, and where nothing is', async ({ page }) => {
  await enter(page, newPerson());
  let fail = () => {};
  const held = new Promise<void>((resolve) => {
    fail = resolve;
  });
  await page.route(/\/api\/[^/]+\/(tasks|conversations\/1)\b/, async (route) => {
    await held;
    await route.fulfill({ status: 404, json: { status: 404, title: 'Not found' } });
  });
  await page.goto('/?c=1');
  await expect(page.getByRole('status', { name: 'Loading the conversation…' })).toBeVisible();
  await expectNoBarrier(page);
  fail();
  await expect(page.getByRole('alert').getByText('This conversation no longer exists.')).toBeVisible();
  await expectNoBarrier(page);
  await turnTo(page, 'Tasks');
  await expect(page.getByRole('alert').getByText('Your tasks could not be loaded.')).toBeVisible();
  await expectNoBarrier(page);
  for (const path of ['/nothing', '/offline']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoBarrier(page);
  }
});

test('what passes by itself, and what is told of it', async ({ page, isMobile }) => {
  await enter(page, newPerson());
  await turnTo(page, 'Tasks');
  await addTask(page, 'Buy milk');
  const box = page.getByRole('checkbox', { name: 'Complete Buy milk' });
  await box.check();
  const notices = page.getByRole('region', { name: 'Notifications' }).getByRole('listitem');
  await expect(notices).toContainText('Completed Buy milk');
  // It stays for as long as the focus is in it.
  await notices.getByRole('button', { name: 'Undo' }).focus();
  await expectNoBarrier(page);
  await page.keyboard.press('Enter');
  await expect(box).not.toBeChecked();
  await page.route(/\/complete$/, (route) =>
    route.fulfill({ status: 422, json: { status: 422, detail: 'This task is kept as it is.' } }),
  );
  await box.click();
  const refused = notices.filter({ hasText: '“\u2068Buy milk\u2069” could not be saved' });
  await refused.getByRole('button', { name: 'Dismiss' }).focus();
  await expectNoBarrier(page);
  await makeNarrow(page, isMobile);
  await expect(refused.getByRole('button', { name: 'Dismiss' })).toBeInViewport({ ratio: 1 });
});

test('a message that did not go through, and the question before what is not saved is lost', async ({
  page,
  isMobile,
}) => {
  await enter(page, newPerson());
  await page.route(/\/api\/[^/]+\/chat$/, (route) =>
    route.fulfill({
      status: 429,
      headers: { 'retry-after': '50' },
      json: { status: 429, detail: 'Too many messages at once.' },
    }),
  );
  await messageBox(page).fill('Add a task to buy groceries');
  await messageBox(page).press('Enter');
  const failed = page.getByRole('alert').filter({ hasText: 'That did not go through.' });
  await expect(failed).toContainText('Trying again in');
  await expectNoBarrier(page);
  await makeNarrow(page, isMobile);
  await expectToFit(page);
  await page.route(/\/api\//, (route) => route.fulfill({ status: 503 }));
  await turnTo(page, 'Tasks');
  await addTask(page, 'Buy milk');
  await expect(page.getByText('Waiting to be saved')).toBeVisible();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('1 change waits to be saved');
  await expectNoBarrier(page);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeInViewport({ ratio: 1 });
});

test('while the service does not answer the page says so, and opens by itself', async ({
  page,
  isMobile,
}) => {
  // By its request ids web knows the api from whatever else may answer there.
  const headers = { 'content-type': 'application/json', 'x-request-id': 'a' };
  const api = createServer((_request, response) => response.writeHead(200, headers).end('null'));
  // Its port is taken from the start, so that nobody else takes it; until it is back it hangs up on everybody.
  let isBack = false;
  api.on('connection', (socket) => isBack || socket.destroy());
  await once(api.listen(0, '127.0.0.1'), 'listening');
  const web = await startWebAlone((api.address() as AddressInfo).port);
  try {
    await page.context().addCookies([{ name: 'session', value: 'somebody', url: web.url }]);
    await page.goto(web.url);
    await expect(page.getByRole('heading', { name: 'Just a moment' })).toBeVisible();
    await expectNoBarrier(page);
    await makeNarrow(page, isMobile);
    await expectToFit(page);
    isBack = true;
    await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  } finally {
    await web.stop();
    api.close();
    api.closeAllConnections();
  }
});

/** 1280 pixels of a desktop at 400 %, as WCAG counts it; and less than any phone has, folded ones too. */
async function makeNarrow(page: Page, isMobile: boolean): Promise<void> {
  await page.setViewportSize({ width: isMobile ? 256 : 320, height: 640 });
}

test('on very little room nothing stands out at the side', async ({ page, isMobile }) => {
  await makeNarrow(page, isMobile);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await expectToFit(page);
  await enter(page, newPerson());
  await say(page, `Add a task to read https://example.com/${'a-long-address-'.repeat(8)}`);
  await expectToFit(page);
  await turnTo(page, 'Tasks');
  await page.getByRole('button', { name: /^Details of/ }).click();
  await expect(page.getByRole('combobox', { name: 'Repeats' })).toBeVisible();
  await expectToFit(page);
  for (const section of ['profile', 'programs', 'data']) {
    await page.goto(`/account/${section}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expectToFit(page);
  }
});
