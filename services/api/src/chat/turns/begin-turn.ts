/**
 * @module Begins a turn: the user's message, the turn and its lease are one transaction, so a message that was
 * acknowledged is also answered. In one conversation one turn runs at a time. What a turn before asked the person to
 * approve is settled here too: by a plain yes or no, by the decision itself, or by going on to something else.
 */
import type { Language } from '../../accounts/profile/preferences.ts';
import { asUser, type Database, type Transaction } from '../../database/database.ts';
import { once } from '../../database/once.ts';
import { closeApproval, pendingApproval } from '../approvals/approval-store.ts';
import { consentIn } from '../approvals/consent.ts';
import { type CallDecision, decisionsFor, openApproval, redeem } from '../approvals/decide.ts';
import type { ApprovalSignatures, SignedCall } from '../approvals/signatures.ts';
import { createConversation, touchConversation } from '../conversation-store.ts';
import { type History, readHistory } from '../history.ts';
import { insertTurn } from './insert-turn.ts';
import { ANSWERED_APPROVAL } from './model-messages.ts';
import { replaceTurn } from './replace-turn.ts';
import type { TurnRow } from './turn.ts';
import { standingOf } from './turn-store.ts';

interface Begin {
  userId: string;
  timeZone: string;
  idempotencyKey?: string | undefined;
  /** The caller hears of the turn as soon as it has begun, so it must be on disk by then. */
  heardAtOnce: boolean;
}

/** A message to answer. */
export interface TurnRequest extends Begin {
  conversationId?: number | undefined;
  message: string;
  /** The language that the person chose; none goes by what they write. */
  language?: Language | null;
  /** The turn whose message this one takes the place of. */
  replacedTurn?: number | undefined;
  /** Another turn had to be waited for, so the message was written before the person saw what that one asks. */
  writtenBefore?: boolean;
}

/** A decision to carry out. */
export interface DecisionRequest extends Begin {
  conversationId: number;
  /** The turn that asked. */
  turnId: number;
  decisions: CallDecision[];
}

/** `history` is only there when the turn begins with nothing but a message. */
export type Begun =
  | { kind: 'begun'; turn: TurnRow; history?: History }
  | { kind: 'repeated' | 'busy'; turn: TurnRow };

export interface BeginDependencies {
  database: Database;
  signatures: ApprovalSignatures;
  /** The process that is to run the turn. */
  owner: string;
}

class Busy extends Error {
  readonly turn: TurnRow;

  constructor(turn: TurnRow) {
    super('another turn is running');
    this.turn = turn;
  }
}

/**
 * Keeps others out of the conversation until the transaction ends; answers whether it waits for an approval. Throws Busy
 * while a turn runs in it.
 */
async function enter(tx: Transaction, userId: string, id: number): Promise<boolean> {
  // Sent together: the second is carried out when the first has the conversation for itself.
  const [, { running, pending }] = await Promise.all([
    touchConversation(tx, userId, id),
    standingOf(tx, userId, id),
  ]);
  // Thrown, so that all of this is as if it had not been asked.
  if (running) throw new Busy(running);
  return pending;
}

/** Settles what the conversation waits for; answers the calls to make, when the message is a yes or a no to it. */
async function settleByMessage(
  tx: Transaction,
  request: TurnRequest,
  conversationId: number,
  signatures: ApprovalSignatures,
): Promise<{ approved: SignedCall[]; turnId: number } | undefined> {
  const approval = await pendingApproval(tx, request.userId, conversationId);
  if (!approval) return undefined;
  const isReply = !request.writtenBefore && request.replacedTurn === undefined && !approval.isExpired;
  const consent = isReply ? consentIn(request.message) : undefined;
  if (consent === undefined) {
    await closeApproval(tx, approval, 'lapsed', () => false);
    return undefined;
  }
  const approved = await redeem(tx, approval, () => consent === 'yes', signatures);
  return { approved, turnId: approval.turnId };
}

async function beginWithMessage(
  tx: Transaction,
  request: TurnRequest,
  { signatures, owner }: BeginDependencies,
): Promise<{ turn: TurnRow; history?: History }> {
  const { userId, message, timeZone, language, conversationId: known, replacedTurn } = request;
  const isFirst = known === undefined;
  const pending = isFirst ? false : await enter(tx, userId, known);
  const conversationId = isFirst ? await createConversation(tx, userId, message) : known;
  const settled = pending ? await settleByMessage(tx, request, conversationId, signatures) : undefined;
  if (replacedTurn !== undefined) {
    await replaceTurn(tx, { userId, conversationId, turnId: replacedTurn }, message);
  }
  const metadata = {
    ...(settled && { [ANSWERED_APPROVAL]: settled.turnId }),
    time_zone: timeZone,
    ...(language && { language }),
  };
  const said = { text: message, metadata };
  // Sent together: the history is read after the message has been written.
  const [turn, history] = await Promise.all([
    insertTurn(tx, { userId, conversationId, owner, isFirst, said, approved: settled?.approved }),
    settled ? undefined : readHistory(tx, userId, conversationId),
  ]);
  return { turn, ...(history && { history }) };
}

/** Begins a turn, finds the one that the same key began before, or says which turn is in the way. */
export function beginTurn(request: TurnRequest, dependencies: BeginDependencies): Promise<Begun> {
  const { conversationId, message, replacedTurn } = request;
  const asked = [conversationId ?? null, message, ...(replacedTurn === undefined ? [] : [replacedTurn])];
  return begin(request, { chat: asked }, dependencies, (tx) => beginWithMessage(tx, request, dependencies));
}

/** Begins the turn that carries a decision out. Throws a Problem when there is nothing to decide any more. */
export function beginDecided(request: DecisionRequest, dependencies: BeginDependencies): Promise<Begun> {
  const { userId, conversationId, turnId, decisions } = request;
  const { signatures, owner } = dependencies;
  return begin(request, { decide: [conversationId, turnId, decisions] }, dependencies, async (tx) => {
    await enter(tx, userId, conversationId);
    const approval = await openApproval(tx, { userId, conversationId, turnId });
    const approved = await redeem(tx, approval, decisionsFor(approval, decisions), signatures);
    return { turn: await insertTurn(tx, { userId, conversationId, owner, isFirst: false, approved }) };
  });
}

async function begin(
  { userId, idempotencyKey, heardAtOnce }: Begin,
  asked: unknown,
  { database }: BeginDependencies,
  work: (tx: Transaction) => Promise<{ turn: TurnRow; history?: History }>,
): Promise<Begun> {
  const key = idempotencyKey === undefined ? undefined : `chat:${idempotencyKey}`;
  let begun: { turn: TurnRow; history?: History } | undefined;
  try {
    const turn = await asUser(
      database,
      userId,
      (tx) =>
        once(tx, userId, key, asked, async () => {
          begun = await work(tx);
          return begun.turn;
        }),
      // Whoever hears nothing before the answer is told by the commit of the answer, which takes this one with it.
      { commit: heardAtOnce ? 'on' : 'off' },
    );
    return begun ? { kind: 'begun', ...begun, turn } : { kind: 'repeated', turn };
  } catch (error) {
    if (error instanceof Busy) return { kind: 'busy', turn: error.turn };
    throw error;
  }
}
