/** @module The conversations that came with an import leave with it, but for those that went on since. */
import { and, eq, sql } from 'drizzle-orm';
import { conversationOf } from '../chat/conversation-store.ts';
import { changes } from '../database/change-journal.ts';
import type { Transaction } from '../database/database.ts';
import { conversations } from '../database/schema.ts';
import type { EventService } from '../events/events.ts';

/** To be called before the change itself is marked: a row names the transaction that wrote it last. */
export async function removeImportedConversations(
  tx: Transaction,
  events: EventService,
  userId: string,
  change: number,
): Promise<void> {
  const writtenWithIt = sql`${conversations}.xmin = (
    select ${changes}.xmin from ${changes} where ${changes.userId} = ${userId} and ${changes.id} = ${change}
  )`;
  const removed = await tx
    .delete(conversations)
    .where(and(eq(conversations.userId, userId), writtenWithIt))
    .returning();
  const gone = removed.map((row) => ({
    type: 'conversation.deleted' as const,
    conversation: conversationOf(row),
  }));
  await events.publish(tx, userId, ...gone);
}
