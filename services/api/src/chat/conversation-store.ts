/** @module Conversations and their messages in Postgres; every query is one user's. */
import { generateId, type UIMessage } from 'ai';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { nextNumber } from '../database/counters.ts';
import { asUser, type Database, type Transaction } from '../database/database.ts';
import { conversations, messages, turns } from '../database/schema.ts';
import type { Conversation, EventService } from '../events/events.ts';
import { Problem } from '../http/problem.ts';

/** A model is shown this many messages; older ones stay readable for people. */
const HISTORY_LENGTH = 40;
const TITLE_LENGTH = 60;

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

const isConversation = (userId: string, id: number) =>
  and(eq(conversations.userId, userId), eq(conversations.id, id));

/** The first words of the first message. */
export function titleOf(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= TITLE_LENGTH) return line;
  const cut = characters.slice(0, TITLE_LENGTH - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}

/** A new conversation under the user's next number. */
export async function createConversation(tx: Transaction, userId: string, message: string): Promise<Row> {
  const id = await nextNumber(tx, userId, 'conversations');
  const [row] = await tx
    .insert(conversations)
    .values({ userId, id, title: titleOf(message) })
    .returning();
  if (!row) throw new Error('the conversation was not stored');
  return row;
}

/** Marks a conversation as changed now, and keeps others out of it until the transaction ends. */
export async function touchConversation(tx: Transaction, userId: string, id: number): Promise<Row> {
  const [row] = await tx
    .update(conversations)
    .set({ updatedAt: sql`now()` })
    .where(isConversation(userId, id))
    .returning();
  if (!row) throw new ConversationNotFound(id);
  return row;
}

/** Appends a user's message to a conversation that the transaction keeps others out of. */
export async function appendMessage(
  tx: Transaction,
  userId: string,
  conversationId: number,
  message: { text: string; timeZone: string },
): Promise<void> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from messages where user_id = ${userId} and conversation_id = ${conversationId})`;
  await tx.insert(messages).values({
    userId,
    conversationId,
    id: generateId(),
    position,
    role: 'user',
    parts: [{ type: 'text', text: message.text }],
    metadata: { time_zone: message.timeZone },
  });
}

function messageOf(row: typeof messages.$inferSelect): UIMessage {
  return {
    id: row.id,
    role: row.role,
    parts: row.parts as UIMessage['parts'],
    ...(row.metadata === null ? {} : { metadata: row.metadata }),
  };
}

const isIn = (userId: string, conversationId: number) =>
  and(eq(messages.userId, userId), eq(messages.conversationId, conversationId));

/** What a model is given of a conversation. */
export interface History {
  messages: UIMessage[];
  /** When and where the user wrote the newest message. */
  now: Date;
  timeZone: string;
}

/** The last messages, in order. */
export async function readHistory(tx: Transaction, userId: string, id: number): Promise<History> {
  const rows = await tx
    .select()
    .from(messages)
    .where(isIn(userId, id))
    .orderBy(desc(messages.position))
    .limit(HISTORY_LENGTH);
  const asked = rows.find(({ role }) => role === 'user');
  const metadata = asked?.metadata as { time_zone?: string } | null | undefined;
  return {
    messages: rows.reverse().map(messageOf),
    now: asked?.createdAt ?? new Date(),
    timeZone: metadata?.time_zone ?? 'UTC',
  };
}

export function createConversationStore(database: Database, events: EventService) {
  return {
    /** The newest first. */
    list(userId: string): Promise<Conversation[]> {
      return asUser(database, userId, async (tx) => {
        const rows = await tx
          .select()
          .from(conversations)
          .where(eq(conversations.userId, userId))
          .orderBy(desc(conversations.updatedAt), desc(conversations.id));
        return rows.map(conversationOf);
      });
    },

    /** Throws when it is not there. */
    find(userId: string, id: number): Promise<Conversation> {
      return asUser(database, userId, async (tx) => {
        const [row] = await tx.select().from(conversations).where(isConversation(userId, id));
        if (!row) throw new ConversationNotFound(id);
        return conversationOf(row);
      });
    },

    get(userId: string, id: number): Promise<Conversation & { messages: UIMessage[] }> {
      return asUser(database, userId, async (tx) => {
        const [row] = await tx.select().from(conversations).where(isConversation(userId, id));
        if (!row) throw new ConversationNotFound(id);
        const rows = await tx.select().from(messages).where(isIn(userId, id)).orderBy(asc(messages.position));
        return { ...conversationOf(row), messages: rows.map(messageOf) };
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

    history: (userId: string, id: number): Promise<History> =>
      asUser(database, userId, (tx) => readHistory(tx, userId, id)),

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
