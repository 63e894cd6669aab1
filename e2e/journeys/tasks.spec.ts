/** The list of tasks by hand, on a desktop and on a phone. */
import { expect, type Page, test } from '@playwright/test';
import { expectNoBarrier } from '../instruments/axe.ts';
import { addTask, enter, expectTasks, open, reload, turnTo } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

async function begin(page: Page, ...lines: string[]): Promise<void> {
  await enter(page, newPerson());
  await turnTo(page, 'Tasks');
  for (const line of lines) await addTask(page, line);
  await expect(rows(page)).toHaveCount(lines.length);
}

const rows = (page: Page) => page.getByRole('list', { name: 'Task list' }).getByRole('listitem');
const row = (page: Page, title: string) => rows(page).filter({ hasText: title });
const unfold = (page: Page, title: string) =>
  page.getByRole('button', { name: `Details of ${title}`, exact: true }).click();

test('a typed line becomes a task with a date, a rule, a tag and a priority', async ({ page }) => {
  await begin(page);
  const field = page.getByRole('textbox', { name: 'Add a task', exact: true });
  await field.fill('Water the plants every Monday #home !high');
  await expect(page.getByText(/^Understood: home, High priority, every Monday$/)).toBeAttached();
  await expectNoBarrier(page);
  await field.press('Enter');
  await expect(row(page, 'Water the plants')).toContainText('every Monday');
  await addTask(page, 'Call Sara tomorrow at 5 pm');
  await expect(row(page, 'Call Sara')).toContainText('Due tomorrow 5 pm');

  await page.getByRole('checkbox', { name: 'Complete Water the plants' }).check();
  await expect(page.getByText(/The next one is due/).first()).toBeVisible();
  await expectTasks(page, ['Water the plants', '✓ Water the plants', 'Call Sara']);
});

test('everything about a task is edited in place, with its steps', async ({ page }) => {
  await begin(page, 'Prepare the party');
  await unfold(page, 'Prepare the party');
  await page.getByRole('textbox', { name: 'Notes' }).fill('At our place');
  await page.getByRole('button', { name: 'Tomorrow', exact: true }).click();
  await expect(row(page, 'Prepare the party')).toContainText('Due tomorrow');
  await page.getByRole('combobox', { name: 'Repeats' }).selectOption('Monthly');
  await expect(page.getByText('every month', { exact: true }).first()).toBeVisible();
  await page.getByRole('radio', { name: 'High' }).check();
  await page.getByRole('textbox', { name: 'Tags' }).fill('family');
  await page.getByRole('textbox', { name: 'Tags' }).press('Enter');
  const steps = page.getByRole('textbox', { name: 'Add a step to Prepare the party' });
  for (const step of ['Buy a cake', 'Invite friends']) {
    await steps.fill(step);
    await steps.press('Enter');
  }
  await expect(rows(page)).toHaveCount(3);
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Complete Buy a cake' }).check();

  await reload(page);
  await turnTo(page, 'Tasks');
  const party = row(page, 'Prepare the party').first();
  for (const fact of [
    'At our place',
    'Due tomorrow',
    'every month',
    'High priority',
    'family',
    '1 of 2 done',
  ])
    await expect(party).toContainText(fact);
});

test('several at once, undone with one press, and Ctrl-Z for what came before', async ({ page }) => {
  await begin(page, 'One', 'Two', 'Three', 'Four');
  await page.getByRole('button', { name: 'Select tasks' }).click();
  await page.getByRole('checkbox', { name: 'Select One' }).click();
  await page.getByRole('checkbox', { name: 'Select Three' }).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar', { name: 'Selected tasks' });
  await expect(bar).toContainText('3 selected');
  await expectNoBarrier(page);
  const requests: string[] = [];
  page.on(
    'request',
    (request) => request.method() === 'POST' && requests.push(new URL(request.url()).pathname),
  );
  await bar.getByRole('button', { name: 'Complete' }).click();
  await expect(page.getByText('Completed 3 tasks', { exact: true })).toBeVisible();
  expect(requests.filter((path) => path.endsWith('/tasks/bulk'))).toHaveLength(1);
  await bar.getByRole('button', { name: 'Stop selecting' }).click();
  await expectTasks(page, ['✓ One', '✓ Two', '✓ Three', 'Four']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectTasks(page, ['One', 'Two', 'Three', 'Four']);

  await page.getByRole('button', { name: 'Two', exact: true }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Three', exact: true })).toBeFocused();
  await expectTasks(page, ['One', 'Three', 'Four']);
  await expect(page.getByText('Deleted Two', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expectTasks(page, ['One', 'Two', 'Three', 'Four']);
});

test('search as one types, by tag, and with a typing error; order; and the trash', async ({ page }) => {
  await begin(page, 'Buy groceries #home', 'Call Sara', 'Answer the letter tomorrow');
  const field = page.getByRole('searchbox', { name: 'Search tasks' });
  await field.pressSequentially('sara');
  await expect(rows(page)).toHaveCount(1);
  await expect(field).toBeFocused();
  await expectTasks(page, ['Call Sara']);
  await field.fill('gorceries');
  await expectTasks(page, ['Buy groceries']);
  await field.fill('#ho');
  await expectTasks(page, ['Buy groceries']);
  await field.fill('nothing like it');
  await expect(page.getByText('Nothing to show')).toBeVisible();
  await expectNoBarrier(page);
  await field.press('Escape');

  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'By due date' }).click();
  await expect(rows(page).first()).toContainText('Answer the letter');
  await reload(page);
  await turnTo(page, 'Tasks');
  await expect(rows(page).first()).toContainText('Answer the letter');

  await unfold(page, 'Call Sara');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expectTasks(page, ['Buy groceries', 'Answer the letter']);
  await page.getByRole('button', { name: 'Trash' }).click();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Restore Call Sara' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the tasks' }).click();
  await expectTasks(page, ['Buy groceries', 'Answer the letter', 'Call Sara']);
});

test('tabs of one browser share one stream, and a task shows in another by itself', async ({
  page,
  context,
}) => {
  const streams = new Set<string>();
  let opened = 0;
  context.on('request', (request) => {
    if (!request.url().includes('/events')) return;
    opened += 1;
    streams.add(request.url());
  });
  await begin(page);
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()];
  for (const tab of tabs) {
    await open(tab);
    await turnTo(tab, 'Tasks');
    await expect(tab.getByText('Nothing here yet')).toBeVisible();
  }
  expect(streams.size).toBe(1);
  const whileOne = opened;

  await addTask(page, 'Buy milk');
  await expect(row(page, '#1')).toBeVisible();
  for (const tab of tabs) await expect(row(tab, 'Buy milk')).toBeVisible();
  expect(opened).toBe(whileOne);
  // The tab with the stream goes: another takes over, and nothing is missed.
  await page.close();
  await expect.poll(() => opened).toBeGreaterThan(whileOne);
  const [first, second] = tabs;
  if (!first || !second) throw new Error('there are three tabs');
  await addTask(first, 'Buy eggs');
  await expect(row(second, 'Buy eggs')).toBeVisible();
});

test('somebody else changing the same is told kindly', async ({ page, context }) => {
  await begin(page, 'Milk');
  const other = await context.newPage();
  await open(other);
  await turnTo(other, 'Tasks');
  await page.getByRole('button', { name: 'Milk', exact: true }).click();
  await page.getByRole('textbox', { name: 'Title of task 1' }).fill('Soy milk');
  await other.getByRole('button', { name: 'Milk', exact: true }).click();
  await other.getByRole('textbox', { name: 'Title of task 1' }).fill('Oat milk');
  await other.keyboard.press('Enter');
  await expect(other.getByText('Changed Oat milk', { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Title of task 1' }).press('Enter');
  await expect(page.getByText(/was changed elsewhere at the same time/).first()).toBeVisible();
  await expectTasks(page, ['Oat milk']);
  await page.getByRole('button', { name: 'Use mine' }).click();
  await expectTasks(page, ['Soy milk']);
});
