/**
 * @module What makes an approval good for one thing only. The AI SDK signs each request over its id, its tool and its
 * exact arguments; the key it signs with is made here for one user, conversation, turn and last moment.
 */
import { createHmac } from 'node:crypto';
import { signToolApproval, verifyToolApprovalSignature } from 'ai/internal';
import type { TurnKey } from '../turns/turn.ts';

/** A call that waits for an approval, as it was signed. */
export interface SignedCall {
  approvalId: string;
  signature: string;
  toolCallId: string;
  toolName: string;
  input: unknown;
  /** The title of the task that it is about, for people. */
  title: string;
}

/** What is signed of a call. */
export type CallToSign = Omit<SignedCall, 'signature' | 'title'>;

export interface ApprovalSignatures {
  /** The signature of a request of this turn. */
  sign(turn: TurnKey, expiresAt: Date, call: CallToSign): Promise<string>;
  /** Whether the call is what was signed for this turn and moment. */
  isGenuine(turn: TurnKey, expiresAt: Date, call: SignedCall): Promise<boolean>;
}

/** Signs with the first secret; accepts the others too while a rotation rolls out. */
export function createApprovalSignatures(secrets: readonly [string, ...string[]]): ApprovalSignatures {
  const keyOf = (secret: string, { userId, conversationId, turnId }: TurnKey, expiresAt: Date) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['tool approval', userId, conversationId, turnId, expiresAt.toISOString()]))
      .digest();
  return {
    sign: (turn, expiresAt, call) =>
      signToolApproval({ ...call, secret: keyOf(secrets[0], turn, expiresAt) }),
    async isGenuine(turn, expiresAt, call) {
      for (const secret of secrets) {
        if (await verifyToolApprovalSignature({ ...call, secret: keyOf(secret, turn, expiresAt) }))
          return true;
      }
      return false;
    },
  };
}
