/** The Content-Security-Policy holds: nothing that the page does breaks it, and text never becomes code. */
import { expect, type Page, test } from '@playwright/test';
import { expectNoCodeFromText } from '../instruments/trusted-types.ts';
import { expectTasks, messageBox, openConversations, say, signUp, turnTo } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

test.use({ serviceWorkers: 'allow' });

/** What the browser refuses on this page from now on, also before a script of the page runs. */
async function watchRefusals(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction('noteRefusal', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      Reflect.get(window, 'noteRefusal')(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return refused;
}

test('nothing is refused in a whole visit', async ({ page }) => {
  const refused = await watchRefusals(page);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));

  await signUp(page, newPerson());
  await say(page, 'Add a task to buy <img src=x onerror=alert(1)> caf&eacute; beans');
  await say(page, 'Show me all my tasks');
  await expectTasks(page, ['Buy <img src=x onerror=alert(1)> caf&eacute; beans']);
  // On a phone it is deleted among its details.
  await page.getByRole('button', { name: /^Details of/ }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText(/^Restored/).first()).toBeVisible();
  await turnTo(page, 'Chat');
  const drawer = await openConversations(page);
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden({ timeout: 1000 });
  }).toPass();
  for (const menu of ['Theme', 'Language']) {
    await page.getByRole('button', { name: menu }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.reload();
  await expect(messageBox(page)).toBeVisible();
  expect([refused, failures]).toEqual([[], []]);
  await expectNoTokenInStorage(page);
});

/** What lets somebody in is in a cookie that no script can read and no other site can send, and nowhere else. */
async function expectNoTokenInStorage(page: Page): Promise<void> {
  const { origin, protocol } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const session = cookies.find(({ name }) => name.endsWith('better-auth.session_token'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: protocol === 'https:' });
  expect(cookies.filter(({ sameSite }) => sameSite === 'None')).toEqual([]);
  const kept = await page.evaluate(async () => {
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '' }) => {
        const open = indexedDB.open(name);
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          open.onsuccess = () => resolve(open.result);
          open.onerror = () => reject(open.error);
        });
        const stores = [...database.objectStoreNames].map((store) => {
          const all = database.transaction(store).objectStore(store).getAll();
          return new Promise((resolve) => {
            all.onsuccess = () => resolve(all.result);
          });
        });
        return [name, await Promise.all(stores)];
      }),
    );
    return JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, databases]);
  });
  // It does keep something: the list, for when there is no network.
  expect(kept).toContain('caf&eacute; beans');
  const secret = decodeURIComponent(session?.value ?? '').split('.')[0] ?? '';
  expect(secret.length).toBeGreaterThan(20);
  expect(kept).not.toContain(secret);
  // A signed token begins like this, one for another program like that.
  expect(kept).not.toMatch(/eyJ[\w-]{10,}\.|todo_[\w-]{20,}|bearer/i);
}

test('the browser is told to make no code and no markup from text', async ({ page }) => {
  const answer = await page.goto('/');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
  expect(policy).not.toMatch(/script-src[^;]*(unsafe-inline|unsafe-eval|\*)/);
  // Each answer has a nonce of its own, and no script is without it.
  const nonce = /'nonce-(\w+)'/.exec(policy)?.[1];
  const scripts = (await answer?.text())?.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  await expectNoCodeFromText(page);
});
