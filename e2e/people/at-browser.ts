/** What a person does in the browser, in the words of the page: the only place that knows its names. */
import { type BrowserContext, expect, type Locator, type Page, type Response } from '@playwright/test';
import type { Person } from './person.ts';

/** Opens the product as somebody who has just got an account, without the form for it. */
export async function enter(page: Page, person: Person): Promise<void> {
  // The cookie of the answer is the browser's from then on.
  const answer = await page.request.post('/api/auth/sign-up/email', { data: person });
  expect(answer.status(), await answer.text()).toBe(200);
  await open(page);
}

/** Opens chat and tasks of who is signed in. */
export async function open(page: Page): Promise<void> {
  await page.goto('/');
  await untilAtWork(page);
}

/** Loads chat and tasks anew. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await untilAtWork(page);
}

/** A page looks ready before its script is there, which does what one presses: what it fetches first has come then. */
async function untilAtWork(page: Page): Promise<void> {
  await expect(messageBox(page)).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}

/** Opens the product as somebody new and signs up. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto('/');
  await page.getByRole('radio', { name: 'Sign up' }).check();
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Email', { exact: true }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(messageBox(page)).toBeVisible();
}

/** Signs in on the page that is open. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await askToSignIn(page, person);
  await expect(messageBox(page)).toBeVisible();
}

/** Tries to sign in on the page that is open, as somebody whom it does not know, or no longer by that password. */
export async function failToSignIn(page: Page, person: Person): Promise<void> {
  await askToSignIn(page, person);
  await expect(page.getByText('do not belong together')).toBeVisible();
}

async function askToSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByRole('radio', { name: 'Sign in' }).check();
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs a browser in that no page is open in yet. */
export async function signInByApi(browser: BrowserContext, { email, password }: Person): Promise<void> {
  const answer = await browser.request.post('/api/auth/sign-in/email', { data: { email, password } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Signs out by the menu of the account. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('radio', { name: 'Sign in' })).toBeVisible();
}

/** Where a person types what they say. */
export function messageBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message' });
}

/** A phone shows chat or tasks; a desktop shows both and has no such buttons. */
export async function turnTo(page: Page, name: 'Chat' | 'Tasks'): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  const views = page.getByRole('navigation', { name: 'Views' });
  if (await views.isVisible()) await views.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

/** Nothing stands out at the side, on whatever screen, and nothing lies over what one presses or fills in. */
export async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  const covered = await page.evaluate(() => {
    const found: string[] = [];
    for (const control of document.querySelectorAll('a, button, input, select, textarea')) {
      const { left, top, width, height } = control.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const isSeen = control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const above = document.elementFromPoint(x, y);
      const isAside = left < -1 || left + width > window.innerWidth + 1;
      if (isSeen && width > 1 && isAside) found.push(`at the side: ${control.outerHTML.slice(0, 120)}`);
      // What is scrolled away is nobody's, and what is over it then are the edges of the page.
      const view = control.closest('[data-scrolls], .overflow-y-auto')?.getBoundingClientRect();
      const isInView = !view || (y > view.top && y < view.bottom);
      if (!isSeen || !isInView || width < 2 || !above || control.contains(above)) continue;
      if (above.contains(control) || control.closest('label')?.contains(above)) continue;
      found.push(`${above.outerHTML.slice(0, 120)} is over ${control.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
  expect(covered).toEqual([]);
}

/** A finger goes over the middle of the page. */
export async function swipe(page: Page, to: 'left' | 'right'): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const places = [0.75, 0.6, 0.4, 0.25].map((part) => width * (to === 'left' ? part : 1 - part));
  const client = await page.context().newCDPSession(page);
  // However long the machine takes, the finger takes as long as a finger does.
  const from = Date.now() / 1000;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number) => {
    const x = places[step];
    return client.send('Input.dispatchTouchEvent', {
      type,
      timestamp: from + step / 20,
      touchPoints: x === undefined ? [] : [{ x, y: height / 2 }],
    });
  };
  for (const step of places.keys()) await touch(step === 0 ? 'touchStart' : 'touchMove', step);
  await touch('touchEnd', places.length);
  await client.detach();
}

/** The messages of the conversation, both sides. */
function messages(page: Page): Locator {
  return page.getByRole('list', { name: 'Conversation' }).locator('> li');
}

/** Types a sentence and waits for the whole answer, which it returns; the answer must come as a stream. */
export async function say(page: Page, sentence: string): Promise<Locator> {
  await turnTo(page, 'Chat');
  await untilAnswered(page);
  const before = await messages(page).count();
  const streamed = untilStreamed(page);
  await type(page, sentence);
  expect((await streamed).headers()['content-type']).toContain('text/event-stream');
  await expect(messages(page)).toHaveCount(before + 2);
  await expect(messages(page).nth(before)).toContainText(sentence);
  await expect(page.getByRole('list', { name: 'Conversation' })).toHaveAttribute('aria-busy', 'false');
  return messages(page).nth(before + 1);
}

/** Sends a sentence without waiting for an answer. */
export async function sendOff(page: Page, sentence: string): Promise<void> {
  await untilAnswered(page);
  await type(page, sentence);
}

/** The api begins to answer something that is said. */
export function untilStreamed(page: Page): Promise<Response> {
  return page.waitForResponse(
    (response) => /\/api\/[^/]+\/chat$/.test(response.url()) && response.request().method() === 'POST',
  );
}

/** While an answer comes in one can type, but not send. */
async function untilAnswered(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
}

async function type(page: Page, sentence: string): Promise<void> {
  await messageBox(page).fill(sentence);
  await messageBox(page).press('Enter');
}

/** Opens the list of conversations. */
export async function openConversations(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Conversations' }).click();
  const drawer = page.getByRole('dialog', { name: 'Conversations' });
  // Open for keys, too: that is when it has the focus.
  await expect(drawer.locator(':focus')).toHaveCount(1);
  return drawer;
}

/**
 * What both sides said, to compare with later. Without the way to take back what was done, and what is told of it: they
 * follow the list of tasks, which is as new as the last event.
 */
export async function conversation(page: Page): Promise<string[]> {
  return messages(page).evaluateAll((all) =>
    all.map((message) => {
      const said = message.cloneNode(true) as Element;
      for (const around of said.querySelectorAll('span[role=status], button[aria-describedby]'))
        around.remove();
      return said.textContent ?? '';
    }),
  );
}

/** The conversation is shown as it was before. */
export async function expectConversation(page: Page, before: readonly string[]): Promise<void> {
  await expect.poll(() => conversation(page)).toEqual(before);
}

/** The tasks beside the conversation, as they are shown: their titles, finished ones with a check mark. */
export async function expectTasks(page: Page, expected: readonly string[]): Promise<void> {
  await turnTo(page, 'Tasks');
  const boxes = page.getByRole('list', { name: 'Task list' }).getByRole('checkbox');
  const shown = () =>
    boxes.evaluateAll((all) =>
      all.map((box) => {
        const title = box.getAttribute('aria-label')?.replace(/^(Complete|Reopen) /, '') ?? '';
        return box.matches(':checked') ? `✓ ${title}` : title;
      }),
    );
  await expect
    .poll(async () => (await shown()).sort(), { intervals: [20, 50, 100, 250] })
    .toEqual([...expected].sort());
}

/** Types a task into the field above the list. */
export async function addTask(page: Page, line: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Add a task', exact: true });
  await field.fill(line);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}
