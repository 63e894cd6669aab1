/** @module Adds what a file holds to what a user has: all of it, or nothing. */
import { nextNumber } from '../database/counters.ts';
import type { Transaction } from '../database/database.ts';
import { conversations, messages } from '../database/schema.ts';
import type { Conversation, EventService } from '../events/events.ts';
import { createPauses, type Pause } from '../http/pauses.ts';
import { firstDay } from '../tasks/next-due.ts';
import type { TaskFields } from '../tasks/store.ts';
import { changeTasks } from '../tasks/unit-of-work.ts';
import type { Imported, ImportedConversation, ImportedTask, ImportFile } from './file-schema.ts';
import { wrongFile } from './read-file.ts';

/** Messages of one statement: putting it together must not hold everything else up. */
const MESSAGES_AT_ONCE = 100;

/** Everything under new numbers, in the order of the file. */
export async function importFile(
  tx: Transaction,
  events: EventService,
  userId: string,
  timeZone: string,
  file: ImportFile,
): Promise<Imported> {
  const now = new Date();
  const pause = createPauses();
  const fields = await fieldsOf(file, now, timeZone, pause);
  let first: number | null = null;
  const adding = { now, timeZone, adding: fields.length };
  await changeTasks(tx, events, userId, 'import', adding, async (unit) => {
    const added = await unit.add(fields);
    first = added[0]?.id ?? null;
    const numbers = new Map(added.map(({ id }, index) => [file.tasks[index]?.id, id]));
    for (const [index, { id, deletedAt }] of added.entries()) {
      await pause();
      const { parent_id, next_id } = file.tasks[index] ?? {};
      const parentId = parent_id ? (numbers.get(parent_id) ?? null) : null;
      const [parent] = parentId === null ? [] : await unit.load([parentId]);
      // What is not in the trash is no part of what is.
      const stays = parent && (deletedAt || !parent.deletedAt);
      unit.set(id, {
        parentId: stays ? parentId : null,
        nextId: next_id ? (numbers.get(next_id) ?? null) : null,
      });
    }
  });
  const added = await addConversations(tx, userId, now, file.conversations);
  await events.publish(
    tx,
    userId,
    ...added.map((conversation) => ({ type: 'conversation.created' as const, conversation })),
  );
  return {
    tasks: fields.length,
    trashed: fields.filter(({ deletedAt }) => deletedAt).length,
    conversations: added.length,
    messages: file.conversations.reduce((sum, { messages }) => sum + messages.length, 0),
    first_task_id: first,
  };
}

type NewFields = TaskFields & { title: string; createdAt?: Date; updatedAt?: Date };

async function fieldsOf(
  { tasks, placeOf }: ImportFile,
  now: Date,
  timeZone: string,
  pause: Pause,
): Promise<NewFields[]> {
  const trashedAt = newlyTrashed(tasks, now);
  const fields: NewFields[] = [];
  for (const [index, task] of tasks.entries()) {
    await pause();
    const { title, recurrence, due_date, due_at, created_at, updated_at, deleted_at } = task;
    const isUndated = recurrence && !due_date && !due_at;
    const dueDate = isUndated ? firstDay(recurrence, now, timeZone) : (due_date ?? null);
    if (dueDate === undefined) {
      const { row, path } = placeOf(index);
      throw wrongFile([{ row, path: `${path}recurrence`, message: 'names no day from today on' }]);
    }
    fields.push({
      title,
      description: task.description ?? '',
      completed: task.completed ?? false,
      priority: task.priority ?? 'medium',
      tags: task.tags ?? [],
      recurrence: recurrence ?? null,
      dueDate,
      dueAt: due_at ? new Date(due_at) : null,
      deletedAt: (deleted_at && trashedAt.get(new Date(deleted_at).getTime())) || null,
      ...(created_at ? { createdAt: new Date(created_at) } : {}),
      ...(updated_at ? { updatedAt: new Date(updated_at) } : {}),
    });
  }
  return fields;
}

/** The 30 days of the trash begin anew; what went there together stays together, and in order. */
function newlyTrashed(tasks: readonly ImportedTask[], now: Date): Map<number, Date> {
  const moments = tasks.flatMap(({ deleted_at }) => (deleted_at ? [new Date(deleted_at).getTime()] : []));
  const newestFirst = [...new Set(moments)].sort((a, b) => b - a);
  return new Map(newestFirst.map((moment, place) => [moment, new Date(now.getTime() - place)]));
}

async function addConversations(
  tx: Transaction,
  userId: string,
  now: Date,
  imported: readonly ImportedConversation[],
): Promise<Conversation[]> {
  const added: Conversation[] = [];
  for (const { title = '', created_at, updated_at, messages: said } of imported) {
    const id = await nextNumber(tx, userId, 'conversations');
    const createdAt = created_at ? new Date(created_at) : now;
    const updatedAt = updated_at ? new Date(updated_at) : createdAt;
    await tx.insert(conversations).values({ userId, id, title, createdAt, updatedAt });
    const rows = said.map((message, index) => ({
      userId,
      conversationId: id,
      id: message.id,
      position: index + 1,
      role: message.role,
      parts: message.parts,
      // Whatever else is noted there speaks of turns that are not here.
      metadata: message.metadata?.time_zone ? { time_zone: message.metadata.time_zone } : null,
      createdAt: message.created_at ? new Date(message.created_at) : createdAt,
    }));
    for (let start = 0; start < rows.length; start += MESSAGES_AT_ONCE) {
      await tx.insert(messages).values(rows.slice(start, start + MESSAGES_AT_ONCE));
    }
    added.push({ id, title, created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() });
  }
  return added;
}
