/** Everything that a user has, out and in again. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ExportedTask } from '../../src/transfer/file-schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
});

const exported = async (person: Person) => (await person.request('/api/{me}/export')).body;
const importing = (person: Person, body: unknown, headers: Record<string, string> = {}) =>
  person.request('/api/{me}/import', { method: 'POST', body, headers });
const importingTable = (person: Person, body: string) =>
  importing(person, body, { 'content-type': 'text/csv' });
const tasksOf = async (person: Person): Promise<ExportedTask[]> => (await exported(person)).tasks;

/** What a task is, apart from its number and the moments that begin anew. */
function essence(tasks: readonly ExportedTask[]) {
  const place = new Map(tasks.map(({ id }, index) => [id, index]));
  return tasks.map(({ id: _, parent_id, next_id, deleted_at, ...task }) => ({
    ...task,
    parent: parent_id && place.get(parent_id),
    next: next_id && place.get(next_id),
    trashed: deleted_at !== null,
  }));
}

async function fill(person: Person): Promise<void> {
  await person.add('Weekly', { recurrence: 'FREQ=WEEKLY', due_date: '2037-06-01', tags: ['a,b', 'c'] });
  await person.add('=SUM(A1)', { description: 'two\nlines, "quoted"', due_at: '2037-06-01T10:00:00Z' });
  await person.add('دودھ', { priority: 'high', parent_id: 1 });
  await person.add('Gone', { parent_id: 2 });
  await person.request('/api/{me}/tasks/1/complete', { method: 'PATCH' });
  await person.request('/api/{me}/tasks/4', { method: 'DELETE' });
}

describe('export', () => {
  it('holds tasks, trash, conversations and the profile', async () => {
    await fill(ada);
    await ada.request('/api/{me}/chat', { method: 'POST', body: { message: 'Add a task to buy milk' } });
    const answer = await ada.request('/api/{me}/export');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="todo-.*\.json"$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { tasks, conversations, account } = answer.body;
    expect(account).toMatchObject({ email: ada.email });
    expect(tasks).toHaveLength(7);
    expect(tasks[3]).toMatchObject({ title: 'Gone', parent_id: 2, deleted_at: expect.any(String) });
    expect(tasks[0].next_id).toBe(5);
    expect(conversations[0].messages.map(({ role }: { role: string }) => role)).toEqual([
      'user',
      'assistant',
    ]);
    expect(JSON.stringify(answer.body)).not.toContain(ada.token);
  });

  it('of nobody’s things is empty, and of another person’s impossible', async () => {
    expect(await exported(ada)).toMatchObject({ tasks: [], conversations: [] });
    const eve = await stage.person();
    await eve.add('Secret');
    expect(await tasksOf(ada)).toEqual([]);
    expect((await ada.request(`/api/${eve.id}/export`)).status).toBe(403);
    expect((await ada.request('/api/{me}/export?format=xml')).status).toBe(422);
  });

  it('goes over many pages', async () => {
    const many = Array.from({ length: 1203 }, (_, n) => `Task ${n}`);
    expect((await importingTable(ada, ['title', ...many].join('\n'))).body.tasks).toBe(1203);
    expect((await tasksOf(ada)).map(({ title }) => title)).toEqual(many);
    const table = (await ada.request('/api/{me}/export?format=csv')).body;
    expect(table.trimEnd().split('\r\n')).toHaveLength(1204);
  });
});

describe('import', () => {
  it('brings an export back under new numbers, beside what is there', async () => {
    await fill(ada);
    await ada.request('/api/{me}/chat', { method: 'POST', body: { message: 'Add a task to buy milk' } });
    const file = await exported(ada);
    const answer = await importing(ada, file);
    expect(answer).toMatchObject({
      status: 200,
      body: { tasks: 7, trashed: 1, conversations: 1, messages: 2, first_task_id: 8 },
    });
    const all = await tasksOf(ada);
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
    expect(essence(all.slice(7))).toEqual(essence(file.tasks));
    expect((await ada.request('/api/{me}/conversations/2')).body.messages[1].parts).toEqual(
      file.conversations[0].messages[1].parts,
    );
    // It can be gone on with.
    const reply = await ada.request('/api/{me}/chat', {
      method: 'POST',
      body: { conversation_id: 2, message: 'Show me all my tasks' },
    });
    expect(reply.status).toBe(200);
  });

  it('gives every task back as it was, as JSON and as a table', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((words) => !words.includes('\0') && words.trim() !== '')
      .map((words) => words.trim());
    const task = fc.record(
      {
        title: text,
        description: text,
        completed: fc.boolean(),
        priority: fc.constantFrom('low', 'medium', 'high'),
        due: fc.constantFrom({}, { due_date: '2037-01-31' }, { due_at: '2037-01-31T10:00:00.000Z' }),
        tags: fc.uniqueArray(text, { maxLength: 3 }),
        recurrence: fc.constantFrom(null, 'FREQ=WEEKLY;BYDAY=MO'),
        created_at: fc.constantFrom('2024-02-29T12:00:00.123Z', '2026-01-01T00:00:00.000Z'),
        deleted_at: fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
        isPart: fc.boolean(),
      },
      { requiredKeys: ['title', 'due', 'isPart'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(task, { minLength: 1, maxLength: 12 }), async (drawn) => {
        const tasks = drawn.map(({ due, isPart, ...fields }, index) => ({
          ...fields,
          ...due,
          id: 100 + index,
          ...(isPart && index > 0 && !drawn[0]?.deleted_at ? { parent_id: 100 } : {}),
        }));
        const [first, second, third] = await Promise.all([stage.person(), stage.person(), stage.person()]);
        const answer = await importing(first, { format: 'todo-chatbot', version: 1, tasks });
        expect(answer.status, JSON.stringify(answer.body)).toBe(200);
        const before = await exported(first);
        expect((await importing(second, before)).status).toBe(200);
        expect(essence(await tasksOf(second))).toEqual(essence(before.tasks));
        const table = (await first.request('/api/{me}/export?format=csv')).body;
        expect((await importingTable(third, table)).status).toBe(200);
        expect(essence(await tasksOf(third))).toEqual(essence(before.tasks));
      }),
      { numRuns: 25 },
    );
  });

  it('begins the 30 days of the trash anew', async () => {
    const deleted_at = '2020-01-01T00:00:00Z';
    await importing(ada, { format: 'todo-chatbot', version: 1, tasks: [{ title: 'Old', deleted_at }] });
    const [task] = await tasksOf(ada);
    expect(Date.now() - Date.parse(task?.deleted_at ?? '')).toBeLessThan(60_000);
  });

  it('is done once under one Idempotency-Key, and undone at once', async () => {
    const file = { format: 'todo-chatbot', version: 1, tasks: [{ title: 'A' }, { title: 'B' }] };
    const key = { 'idempotency-key': 'i1' };
    const answers = await Promise.all([importing(ada, file, key), importing(ada, file, key)]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await tasksOf(ada)).toHaveLength(2);
    const undone = await ada.request('/api/{me}/undo', { method: 'POST' });
    expect(undone.body).toMatchObject({ action: 'import', trashed: [1, 2] });
  });

  it('is undone with its conversations, but for one that went on since', async () => {
    const said = (id: string) => ({ id, role: 'user', parts: [{ type: 'text', text: 'Hello' }] });
    const talks = ['Idle', 'Busy'].map((title) => ({ title, messages: [said(`m-${title}`)] }));
    const file = { format: 'todo-chatbot', version: 1, tasks: [{ title: 'A' }], conversations: talks };
    expect((await importing(ada, file)).status).toBe(200);
    const titles = async () =>
      (await ada.request('/api/{me}/conversations')).body.map(({ title }: { title: string }) => title).sort();
    expect(await titles()).toEqual(['Busy', 'Idle']);
    const [busy] = (await ada.request('/api/{me}/conversations')).body.filter(
      ({ title }: { title: string }) => title === 'Busy',
    );
    await ada.request(`/api/{me}/conversations/${busy.id}`, { method: 'PATCH', body: { title: 'Kept' } });
    expect((await ada.request('/api/{me}/undo', { method: 'POST' })).body).toMatchObject({
      action: 'import',
    });
    expect(await titles()).toEqual(['Kept']);
  });

  it.each([
    [{ tasks: [] }, [{ path: 'format' }, { path: 'version' }]],
    [
      { format: 'todo-chatbot', version: 1, tasks: [{ title: 'A' }, { title: '', priority: 'x' }] },
      [
        { row: 2, path: 'tasks.1.title', message: 'must not be empty' },
        { row: 2, path: 'tasks.1.priority', message: 'must be low, medium or high' },
      ],
    ],
    [
      {
        format: 'todo-chatbot',
        version: 1,
        tasks: [
          { title: 'A', id: 1 },
          { title: 'B', id: 1, parent_id: 9 },
        ],
      },
      [
        { row: 2, path: 'tasks.1.id', message: '1 is there twice' },
        { row: 2, path: 'tasks.1.parent_id', message: 'there is no task 9 in this file' },
      ],
    ],
    [
      {
        format: 'todo-chatbot',
        version: 1,
        tasks: [{ title: 'A', recurrence: 'FREQ=DAILY;UNTIL=20200101' }],
      },
      [{ row: 1, path: 'tasks.0.recurrence', message: 'names no day from today on' }],
    ],
    [
      {
        format: 'todo-chatbot',
        version: 1,
        conversations: [{ messages: [{ id: 'm', role: 'user', parts: [{ type: 'text' }] }] }],
      },
      [{ row: 1, path: 'conversations.0.messages', message: 'must be UI messages of the AI SDK' }],
    ],
    [
      {
        format: 'todo-chatbot',
        version: 1,
        conversations: [{ messages: [{ id: 'm', role: 'system', parts: [] }] }],
      },
      [{ path: 'conversations.0.messages.0.role' }, { path: 'conversations.0.messages.0.parts' }],
    ],
  ])('%j is refused as a whole, with each mistake', async (file, errors) => {
    const answer = await importing(ada, file);
    expect(answer).toMatchObject({ status: 422, body: { errors } });
    expect(answer.body.errors).toHaveLength(errors.length);
    expect(await tasksOf(ada)).toEqual([]);
  });

  it.each([
    [
      'name\nx',
      [
        { row: 1, path: 'name' },
        { row: 1, path: 'title' },
      ],
    ],
    ['', [{ row: 1, path: 'title', message: 'this column is required' }]],
    [
      'title,due_date,completed\nA,2037-01-01,yes\nB,tomorrow,maybe\n\nC,2037-01-01,no,extra\n',
      [
        { row: 3, path: 'completed', message: 'must be a boolean' },
        { row: 3, path: 'due_date' },
        { row: 5, path: '', message: 'has 4 cells, but there are 3 columns' },
      ],
    ],
    ['id,title,parent_id\n1,A,\n2,B,1\n3,C,2\n', [{ row: 4, path: 'parent_id' }]],
    [
      'title,recurrence\nA,\nB,FREQ=DAILY;UNTIL=20200101\n',
      [{ row: 3, path: 'recurrence', message: 'names no day from today on' }],
    ],
    ['title\n"open', [{ path: '', message: expect.stringContaining('this is no CSV') }]],
  ])('the table %j is refused with its rows', async (table, errors) => {
    const answer = await importingTable(ada, table);
    expect(answer.status).toBe(422);
    const order = (list: { path: string; row?: number }[]) =>
      list.toSorted((a, b) => `${a.row}${a.path}`.localeCompare(`${b.row}${b.path}`));
    expect(order(answer.body.errors)).toMatchObject(order(errors));
    expect(await tasksOf(ada)).toEqual([]);
  });

  it('counts mistakes beyond the hundredth', async () => {
    const answer = await importingTable(ada, ['title,priority', ...Array(150).fill('A,urgent')].join('\n'));
    expect(answer.body.errors).toHaveLength(100);
    expect(answer.body.more).toBe(50);
  });

  it('takes 10,000 tasks and no more, and 10 MB and no more', async () => {
    const rows = (count: number) => ['title', ...Array.from({ length: count }, (_, n) => `T${n}`)].join('\n');
    expect((await importingTable(ada, rows(10_001))).body.errors[0].message).toContain('at most 10000');
    const answer = await importingTable(ada, rows(10_000));
    expect(answer).toMatchObject({ status: 200, body: { tasks: 10_000, first_task_id: 1 } });
    expect((await importingTable(ada, `title\n${'x'.repeat(10_000_001)}`)).status).toBe(413);
    expect((await ada.add('Next')).id).toBe(10_001);
  });

  it('takes JSON and CSV alone', async () => {
    expect((await importing(ada, '{', { 'content-type': 'application/json' })).status).toBe(400);
    expect((await importing(ada, 'x', { 'content-type': 'text/plain' })).status).toBe(415);
  });
});
