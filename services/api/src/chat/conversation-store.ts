/** @module Conversations and their messages in Postgres; every query is one user's. */
import type { UIMessage } from 'ai';
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import { askIn, asUser, type Database, type Transaction } from '../database/database.ts';
import { conversations, messages, turns } from '../database/schema.ts';
import type { Conversation, EventService } from '../events/events.ts';
import { writeCursor } from '../http/cursor.ts';
import { Problem } from '../http/problem.ts';
import type { ConversationToExport } from './conversation-export.ts';
import { LARGEST_PAGE, type Page, readConversationCursor, readMessageCursor } from './conversation-pages.ts';
import { type FoundConversation, searchConversations } from './conversation-search.ts';
import { titleOf } from './conversation-title.ts';
import { isShown, isTold } from './set-aside.ts';

class ConversationNotFound extends Problem {
  constructor(id: number) {
    super(404, {
      kind: 'conversation-not-found',
      title: 'Conversation not found',
      detail: `There is no conversation ${id}.`,
    });
  }
}

type Row = typeof conversations.$inferSelect;

/** A conversation as it leaves this service. */
export function conversationOf(row: Omit<Row, 'userId'>): Conversation {
  return {
    id: row.id,
    title: row.title,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

/** The same in SQL, of a row of `conversations`, as an event. */
export const conversationEvent = (type: 'conversation.created' | 'conversation.updated') => `
  json_build_object('type', '${type}', 'conversation', json_build_object('id', id, 'title', title,
    'created_at', ${asMoment('created_at')}, 'updated_at', ${asMoment('updated_at')}))`;

function asMoment(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const isConversation = (userId: string, id: number) =>
  and(eq(conversations.userId, userId), eq(conversations.id, id));

const CREATE = `
  with number as (
    insert into counters (user_id, conversations) values ($1, 1)
    on conflict (user_id) do update set conversations = counters.conversations + 1
    returning conversations
  )
  insert into conversations (user_id, id, title) select $1, conversations, $2 from number returning id`;

/** A new conversation under the user's next number. */
export async function createConversation(tx: Transaction, userId: string, message: string): Promise<number> {
  const parameters = [userId, titleOf(message)];
  const [row] = await askIn<{ id: number }>(tx, { query: CREATE, parameters });
  if (!row) throw new Error('the conversation was not stored');
  return row.id;
}

const TOUCH = 'update conversations set updated_at = now() where user_id = $1 and id = $2 returning id';

/** Marks a conversation as changed now, and keeps others out of it until the transaction ends. */
export async function touchConversation(tx: Transaction, userId: string, id: number): Promise<void> {
  const touched = await askIn(tx, { query: TOUCH, parameters: [userId, id] });
  if (touched.length === 0) throw new ConversationNotFound(id);
}

/** A stored message as the AI SDK has it. */
export function messageOf(
  row: Pick<typeof messages.$inferSelect, 'id' | 'role' | 'parts' | 'metadata'>,
): UIMessage {
  return {
    id: row.id,
    role: row.role,
    parts: row.parts as UIMessage['parts'],
    ...(row.metadata === null ? {} : { metadata: row.metadata }),
  };
}

const isIn = (userId: string, conversationId: number) =>
  and(eq(messages.userId, userId), eq(messages.conversationId, conversationId));

async function rowOf(tx: Transaction, userId: string, id: number): Promise<Row> {
  const [row] = await tx.select().from(conversations).where(isConversation(userId, id));
  if (!row) throw new ConversationNotFound(id);
  return row;
}

/** The conversations in the database; what changes them tells of it as an event. */
export function createConversationStore(database: Database, events: EventService) {
  return {
    /** A page of them, the last used first. */
    list(
      userId: string,
      { cursor, limit = LARGEST_PAGE }: Page = {},
    ): Promise<{ conversations: Conversation[]; next?: string }> {
      const [usedAt, id] = cursor === undefined ? [] : readConversationCursor(cursor);
      return asUser(database, userId, async (tx) => {
        const rows = await tx
          .select()
          .from(conversations)
          .where(
            and(
              eq(conversations.userId, userId),
              cursor === undefined
                ? undefined
                : sql`(${conversations.updatedAt}, ${conversations.id}) < (${usedAt}::timestamptz, ${id}::int)`,
            ),
          )
          .orderBy(desc(conversations.updatedAt), desc(conversations.id))
          .limit(limit + 1);
        const page = rows.slice(0, limit).map(conversationOf);
        const last = rows.length > limit ? page.at(-1) : undefined;
        return { conversations: page, ...(last && { next: writeCursor([last.updated_at, last.id]) }) };
      });
    },

    /** Those that hold all of these words, the last used first. */
    search(userId: string, words: readonly string[]): Promise<FoundConversation[]> {
      return asUser(database, userId, (tx) => searchConversations(tx, userId, words));
    },

    /** Throws when it is not there. */
    find(userId: string, id: number): Promise<Conversation> {
      return asUser(database, userId, async (tx) => {
        return conversationOf(await rowOf(tx, userId, id));
      });
    },

    /** With a page of its messages in their order: the newest ones, then those before. */
    get(
      userId: string,
      id: number,
      { cursor, limit = LARGEST_PAGE }: Page = {},
    ): Promise<{ conversation: Conversation & { messages: UIMessage[] }; next?: string }> {
      const [before] = cursor === undefined ? [] : readMessageCursor(cursor);
      return asUser(database, userId, async (tx) => {
        const row = await rowOf(tx, userId, id);
        const rows = await tx
          .select()
          .from(messages)
          .where(
            and(isIn(userId, id), isShown, before === undefined ? undefined : lt(messages.position, before)),
          )
          .orderBy(desc(messages.position))
          .limit(limit + 1);
        const page = rows.slice(0, limit).reverse();
        const [first] = rows.length > limit ? page : [];
        return {
          conversation: { ...conversationOf(row), messages: page.map(messageOf) },
          ...(first && { next: writeCursor([first.position]) }),
        };
      });
    },

    /** It keeps its place in the list, which is of when each was last used. */
    rename(userId: string, id: number, title: string): Promise<Conversation> {
      return asUser(database, userId, async (tx) => {
        const [row] = await tx
          .update(conversations)
          .set({ title })
          .where(isConversation(userId, id))
          .returning();
        if (!row) throw new ConversationNotFound(id);
        const conversation = conversationOf(row);
        await events.publish(tx, userId, { type: 'conversation.updated', conversation });
        return conversation;
      });
    },

    /** With the moment of each message. */
    toExport(userId: string, id: number): Promise<ConversationToExport> {
      return asUser(database, userId, async (tx) => {
        const row = await rowOf(tx, userId, id);
        const rows = await tx
          .select()
          .from(messages)
          .where(and(isIn(userId, id), isTold))
          .orderBy(asc(messages.position));
        const dated = rows.map((message) => ({
          ...messageOf(message),
          created_at: message.createdAt.toISOString(),
        }));
        return { ...conversationOf(row), messages: dated };
      });
    },

    remove(userId: string, id: number): Promise<void> {
      return asUser(database, userId, async (tx) => {
        // In the order in which an ending turn takes its locks: else each could wait for the other.
        await tx
          .select({ id: turns.id })
          .from(turns)
          .where(and(eq(turns.userId, userId), eq(turns.conversationId, id), eq(turns.status, 'running')))
          .for('update');
        const [row] = await tx.delete(conversations).where(isConversation(userId, id)).returning();
        if (!row) throw new ConversationNotFound(id);
        await events.publish(tx, userId, { type: 'conversation.deleted', conversation: conversationOf(row) });
      });
    },

    /** One stored message, if it is there. */
    message(userId: string, conversationId: number, id: string): Promise<UIMessage | undefined> {
      return asUser(database, userId, async (tx) => {
        const [row] = await tx
          .select()
          .from(messages)
          .where(and(isIn(userId, conversationId), eq(messages.id, id)));
        return row && messageOf(row);
      });
    },
  };
}

export type ConversationStore = ReturnType<typeof createConversationStore>;
