/**
 * @module A message said otherwise, or asked again: the conversation goes on from it, and what followed is set aside.
 * What the answers that are set aside have changed stays changed, so those stay in sight, marked; the model is told of
 * them too.
 */
import type { UIMessage } from 'ai';
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { conversations, messages, turns } from '../../database/schema.ts';
import { Problem } from '../../http/problem.ts';
import { messageOf } from '../conversation-store.ts';
import { titleOf } from '../conversation-title.ts';
import { isSetAside, KEPT, SET_ASIDE } from '../set-aside.ts';
import { hasStandingDeeds } from './standing-deeds.ts';
import type { TurnKey } from './turn.ts';

type Row = typeof messages.$inferSelect;

/** Sets a turn's message aside, with all that came after it. The conversation must be locked by the transaction. */
export async function replaceTurn(tx: Transaction, turn: TurnKey, message: string): Promise<void> {
  const { userId, conversationId, turnId } = turn;
  const rows = await messagesFrom(tx, turn);
  const [question, ...later] = rows.filter(({ metadata }) => !isSetAside(metadata));
  if (!question) throw new Problem(409, notThere(turnId));
  const kept = new Set<string>();
  for (const [index, row] of later.entries()) {
    if (row.role !== 'assistant' || !(await hasStandingDeeds(tx, userId, messageOf(row)))) continue;
    // An answer is understood with its question.
    const asked = [question, ...later.slice(0, index)].findLast(({ role }) => role === 'user');
    for (const { id } of asked ? [asked, row] : [row]) kept.add(id);
  }
  const before = textOf(messageOf(question));
  if (kept.size > 0 && before.trim() === message.trim()) {
    throw new Problem(409, {
      kind: 'answer-changed-tasks',
      title: 'The answer has changed tasks',
      detail: 'Asked again, it could change them twice. Take those changes back first, or say it otherwise.',
    });
  }
  for (const { id } of [question, ...later]) {
    const marks = JSON.stringify(kept.has(id) ? { [SET_ASIDE]: true, [KEPT]: true } : { [SET_ASIDE]: true });
    await tx
      .update(messages)
      .set({ metadata: sql`coalesce(${messages.metadata}, '{}'::jsonb) || ${marks}::jsonb` })
      .where(
        and(eq(messages.userId, userId), eq(messages.conversationId, conversationId), eq(messages.id, id)),
      );
  }
  const isConversation = and(eq(conversations.userId, userId), eq(conversations.id, conversationId));
  // A title that was made from what was said is made from what is said now.
  const title =
    question.position === 1
      ? sql`case when title = ${titleOf(before)} then ${titleOf(message)} else title end`
      : conversations.title;
  await tx
    .update(conversations)
    .set({ title: sql`${title}` })
    .where(isConversation);
}

/** From the message that the turn answered on; nothing when that is set aside itself. */
async function messagesFrom(tx: Transaction, { userId, conversationId, turnId }: TurnKey): Promise<Row[]> {
  const isIn = and(eq(messages.userId, userId), eq(messages.conversationId, conversationId));
  const [answer] = await tx
    .select({ position: messages.position, metadata: messages.metadata })
    .from(turns)
    .innerJoin(messages, and(isIn, eq(messages.id, turns.messageId)))
    .where(and(eq(turns.userId, userId), eq(turns.conversationId, conversationId), eq(turns.id, turnId)));
  if (!answer) throw new Problem(404, notThere(turnId));
  if (isSetAside(answer.metadata)) return [];
  const start = sql`(select max(position) from messages where user_id = ${userId} and conversation_id = ${conversationId}
    and role = 'user' and position < ${answer.position} and metadata -> ${SET_ASIDE} is null)`;
  return await tx
    .select()
    .from(messages)
    .where(and(isIn, gte(messages.position, start)))
    .orderBy(asc(messages.position));
}

function notThere(turnId: number) {
  return {
    kind: 'turn-not-found' as const,
    title: 'Turn not found',
    detail: `The conversation has no turn ${turnId} any more: ask for it again to see how it stands.`,
  };
}

function textOf({ parts }: UIMessage): string {
  return parts.map((part) => (part.type === 'text' ? part.text : '')).join(' ');
}
