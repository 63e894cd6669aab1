/** @module All that a user has, read a part at a time: no connection is held while a slow client reads. */
import { and, asc, eq, gt } from 'drizzle-orm';
import { profileOf } from '../accounts/profile/profile.ts';
import { conversationOf, messageOf } from '../chat/conversation-store.ts';
import { asUser, type Database } from '../database/database.ts';
import { conversations, messages, tasks } from '../database/schema.ts';
import { toTask } from '../tasks/store.ts';
import { tableHead, tableLines } from './csv-table.ts';
import { type ExportedTask, FORMAT } from './file-schema.ts';

const TASKS_AT_ONCE = 500;
const CONVERSATIONS_AT_ONCE = 50;
const MESSAGES_AT_ONCE = 100;

/** The table of tasks, in parts. */
export async function* exportTable(database: Database, userId: string): AsyncGenerator<string> {
  let text = tableHead;
  for await (const page of tasksOf(database, userId)) {
    yield text + tableLines(page);
    text = '';
  }
  if (text) yield text;
}

/** The whole as JSON, in parts: each page is as it was when it was read. */
export async function* exportJson(database: Database, userId: string): AsyncGenerator<string> {
  const account = await profileOf(database, userId);
  const head = { format: FORMAT, version: 1, exported_at: new Date().toISOString(), account };
  yield `${JSON.stringify(head).slice(0, -1)},"tasks":[`;
  let separator = '\n';
  for await (const page of tasksOf(database, userId)) {
    yield separator + page.map((task) => JSON.stringify(task)).join(',\n');
    separator = ',\n';
  }
  yield '\n],"conversations":[';
  separator = '\n';
  for await (const page of conversationsOf(database, userId)) {
    for (const row of page) {
      yield `${separator}${JSON.stringify(conversationOf(row)).slice(0, -1)},"messages":[`;
      separator = '\n';
      for await (const said of messagesOf(database, userId, row.id)) {
        yield separator + said.map((message) => JSON.stringify(message)).join(',\n');
        separator = ',\n';
      }
      yield ']}';
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

async function* tasksOf(database: Database, userId: string): AsyncGenerator<ExportedTask[]> {
  const rows = pages((last: number) =>
    asUser(database, userId, (tx) =>
      tx
        .select()
        .from(tasks)
        .where(and(eq(tasks.userId, userId), gt(tasks.id, last)))
        .orderBy(asc(tasks.id))
        .limit(TASKS_AT_ONCE),
    ),
  );
  for await (const page of rows) {
    yield page.map((row) => ({
      ...toTask(row),
      next_id: row.nextId,
      deleted_at: row.deletedAt?.toISOString() ?? null,
    }));
  }
}

function conversationsOf(database: Database, userId: string) {
  return pages((last: number) =>
    asUser(database, userId, (tx) =>
      tx
        .select()
        .from(conversations)
        .where(and(eq(conversations.userId, userId), gt(conversations.id, last)))
        .orderBy(asc(conversations.id))
        .limit(CONVERSATIONS_AT_ONCE),
    ),
  );
}

async function* messagesOf(database: Database, userId: string, conversationId: number) {
  let last = 0;
  while (true) {
    const rows = await asUser(database, userId, (tx) =>
      tx
        .select()
        .from(messages)
        .where(
          and(
            eq(messages.userId, userId),
            eq(messages.conversationId, conversationId),
            gt(messages.position, last),
          ),
        )
        .orderBy(asc(messages.position))
        .limit(MESSAGES_AT_ONCE),
    );
    const end = rows.at(-1);
    if (!end) return;
    last = end.position;
    yield rows.map((row) => ({ ...messageOf(row), created_at: row.createdAt.toISOString() }));
  }
}

/** Page after page, each beginning behind the last number of the one before. */
async function* pages<Row extends { id: number }>(
  read: (last: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let last = 0;
  while (true) {
    const page = await read(last);
    const end = page.at(-1);
    if (!end) return;
    last = end.id;
    yield page;
  }
}
