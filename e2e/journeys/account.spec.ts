/** The account: profile, password, devices, and tokens for other programs. */
import { expect, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import { openAccount, turnToSection } from '../people/at-account.ts';
import { enter, expectToFit, open, signIn, signInByApi, signOut } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

test('name, time zone and language are changed, and every later request means that zone', async ({
  page,
}) => {
  await enter(page, newPerson());
  await openAccount(page);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada Lovelace');
  await expectNoBarrier(page);
  await expectToFit(page);
  await page.getByLabel('Name', { exact: true }).fill('Ada King');
  await page.getByLabel('Time zone').selectOption('Asia/Karachi');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectNoBarrier(page);

  const asked = page.waitForRequest((request) => request.url().includes('/tasks'));
  await page.getByRole('link', { name: 'Back to chat and tasks' }).click();
  expect((await asked).headers()['time-zone']).toBe('Asia/Karachi');
  await expect(page.getByRole('button', { name: 'Account of Ada King' })).toBeVisible();

  await openAccount(page);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ur');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { name: 'پروفائل' })).toBeVisible();
  await expectNoBarrier(page);
  await expectToFit(page);
});

test('a changed password signs every other device out', async ({ page, browser }) => {
  const ada = newPerson();
  await enter(page, ada);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('/');
  await signIn(elsewhere, ada);

  await page.goto('/account/password');
  await page.getByLabel('Current password').fill('a guess');
  await page.getByLabel('New password').fill(`${ada.password} 2`);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await expect(page.getByLabel('Current password')).toBeFocused();
  await expectNoBarrier(page);
  await page.getByLabel('Current password').fill(ada.password);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await expectNoBarrier(page);

  // Nobody touches it there.
  await expect(elsewhere.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await elsewhere.context().close();
  await open(page);
  await signOut(page);
  await signIn(page, { ...ada, password: `${ada.password} 2` });
});

test('devices are listed in words and signed out from afar', async ({ page, browser }) => {
  const ada = newPerson();
  await enter(page, ada);
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0';
  const others = await Promise.all([1, 2].map(() => browser.newContext({ userAgent })));
  for (const other of others) await signInByApi(other, ada);

  await page.goto('/account/devices');
  const devices = page.getByRole('list', { name: 'Signed-in devices' }).getByRole('listitem');
  await expect(devices).toHaveCount(3);
  await expect(devices.first()).toContainText('This device');
  await expect(devices.nth(1)).toContainText(/Firefox.* on .*macOS/);
  await expectNoBarrier(page);
  await expectToFit(page);

  await devices.nth(1).getByRole('button').click();
  await expect(devices).toHaveCount(2);
  await page.getByRole('button', { name: 'Sign out all others' }).click();
  const question = page.getByRole('alertdialog', { name: 'Sign out all other devices?' });
  await expect(question).toBeVisible();
  await expectNoBarrier(page);
  await question.getByRole('button', { name: 'Sign out all others' }).click();
  await expect(page.getByText('You are signed in nowhere else.')).toBeVisible();
  await expect(devices).toHaveCount(1);
  for (const other of others) {
    expect(await (await other.request.get('/api/auth/get-session')).json()).toBeNull();
    await other.close();
  }
});

test('a token for another program is made, shown once, used and revoked', async ({ page, request }) => {
  await enter(page, newPerson());
  await openAccount(page);
  await turnToSection(page, 'Programs');
  await expect(page.getByText('No program has a token yet.')).toBeVisible();
  await expectNoBarrier(page);
  await expectToFit(page);

  await page.getByLabel('Name of the program').fill('Cursor');
  await page.getByLabel('Good for').selectOption('30');
  await page.getByRole('button', { name: 'Make the token' }).click();
  const token = await page.getByLabel('Access token', { exact: true }).inputValue();
  expect(token).toMatch(/^todo_/);
  await page.getByLabel('Program', { exact: true }).selectOption('Cursor');
  const guide = page.getByRole('region', { name: 'Connect a program' });
  await expect(guide.locator('pre')).toContainText(`Bearer ${token}`);
  await expect(guide.locator('pre')).toContainText(`${new URL(page.url()).origin}/mcp`);
  await expectNoBarrier(page);
  await expectToFit(page);

  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
  const ask = () =>
    request.post('/mcp', {
      data: list,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json, text/event-stream' },
    });
  expect((await ask()).status()).toBe(200);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.reload();
  const tokens = page.getByRole('list', { name: 'Access tokens' });
  await expect(tokens).toContainText(/Cursor.*Last used just now/);

  await tokens.getByRole('button', { name: 'Revoke Cursor' }).click();
  const question = page.getByRole('alertdialog');
  await expectNoBarrier(page);
  await question.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No program has a token yet.')).toBeVisible();
  expect((await ask()).status()).toBe(401);
});

test('who is not signed in is asked to, and what is no part of the account is not found', async ({
  page,
}) => {
  await page.goto('/account/data');
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await expect(page).toHaveURL('/');
  const answer = await page.goto('/account/nothing');
  expect(answer?.status()).toBe(404);
});
