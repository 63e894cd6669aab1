import { expect, it } from 'vitest';
import { readExport, readTasksTable } from './read-file.ts';

/** How often others had their turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isOver = true;
  return turns;
}

const head = { format: 'todo-chatbot', version: 1 };
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ title: `Task ${n}`, tags: ['home'] }));

it('lets others have their turn while a long file is read', async () => {
  const tasks = JSON.stringify({ ...head, tasks: many(10_000) });
  expect(await turnsDuring(() => readExport(tasks))).toBeGreaterThan(5);
  const messages = Array.from({ length: 5000 }, (_, n) => ({
    id: `m${n}`,
    role: 'user',
    parts: [{ type: 'text', text: 'Show my tasks' }],
  }));
  const talk = JSON.stringify({ ...head, conversations: [{ messages }] });
  expect(await turnsDuring(() => readExport(talk))).toBeGreaterThan(5);
  const table = ['title,tags', ...many(10_000).map(({ title }) => `${title},"a, b"`)].join('\n');
  expect(await turnsDuring(() => readTasksTable(table))).toBeGreaterThan(5);
});

it('says of a long text that it is no JSON, and of a short one where', async () => {
  const long = JSON.stringify({ ...head, tasks: many(10_000) });
  await expect(readExport(long.slice(0, -1))).rejects.toMatchObject({
    status: 400,
    detail: 'The body is not valid JSON: it ends too early.',
  });
  await expect(readExport(long.replace('"Task 9000"', '"Task 9000'))).rejects.toMatchObject({ status: 400 });
  await expect(readExport('{"format":}')).rejects.toMatchObject({
    status: 400,
    detail: "The body is not valid JSON: unexpected token '}'.",
  });
});
