/** @module The journal of changes: what a request did to tasks, so that it can be taken back. */
import { createHash } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { changes } from '../database/change-journal.ts';
import { askIn, type Transaction } from '../database/database.ts';
import { createPauses } from '../http/pauses.ts';
import type { TaskRow } from './store.ts';

/** What a request asked for. */
export const ACTIONS = ['create', 'change', 'complete', 'reopen', 'delete', 'restore', 'import'] as const;
export type ChangeAction = (typeof ACTIONS)[number];

/** A task before a change; null when it was not there. */
export interface Touched {
  before: TaskRow | null;
  after: TaskRow;
}

export interface JournalEntry {
  id: number;
  action: ChangeAction;
  at: Date;
  tasks: { id: number; before: TaskRow | null; after: string }[];
}

const moment = z.iso.datetime().transform((text) => new Date(text));
const storedSchema = z.array(
  z.object({
    id: z.int(),
    before: z
      .looseObject({
        dueAt: moment.nullable(),
        deletedAt: moment.nullable(),
        createdAt: moment,
        updatedAt: moment,
      })
      .transform((row) => row as unknown as TaskRow)
      .nullable(),
    after: z.string(),
  }),
);

/** The same for the same content, whenever it was written. */
export function contentOf({ updatedAt: _updatedAt, createdAt: _createdAt, ...content }: TaskRow): string {
  const entries = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 22);
}

/** A change under its number. */
export interface NotedChange {
  id: number;
  action: ChangeAction;
  touched: readonly Touched[];
}

const NOTE = `
  insert into changes (user_id, id, action, tasks)
  select $1, id, action, tasks from json_to_recordset($2::json) as noted (id int, action text, tasks json)`;

/** Notes changes, each of which can be taken back by itself. */
export async function noteChanges(
  tx: Transaction,
  userId: string,
  noted: readonly NotedChange[],
): Promise<void> {
  if (noted.length === 0) return;
  const pause = createPauses();
  const rows: object[] = [];
  for (const { id, action, touched } of noted) {
    const tasks: object[] = [];
    for (const { before, after } of touched) {
      tasks.push({ id: after.id, before, after: contentOf(after) });
      await pause();
    }
    rows.push({ id, action, tasks });
  }
  await askIn(tx, { query: NOTE, parameters: [userId, JSON.stringify(rows)] });
}

/** The last change of the day before now that has not been taken back. */
export async function lastChange(tx: Transaction, userId: string): Promise<JournalEntry | undefined> {
  const [row] = await tx
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.userId, userId),
        eq(changes.undone, false),
        sql`${changes.createdAt} > now() - interval '1 day'`,
      ),
    )
    .orderBy(desc(changes.id))
    .limit(1);
  if (!row) return undefined;
  const action = row.action as ChangeAction;
  return { id: row.id, action, at: row.createdAt, tasks: storedSchema.parse(row.tasks) };
}

/** From now on it counts as taken back. */
export async function markUndone(tx: Transaction, userId: string, id: number): Promise<void> {
  await tx
    .update(changes)
    .set({ undone: true })
    .where(and(eq(changes.userId, userId), eq(changes.id, id)));
}
