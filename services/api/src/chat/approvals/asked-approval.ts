/** @module What an answer asks the person to approve, read from the answer itself. */
import { type DynamicToolUIPart, isDynamicToolUIPart, type UIMessage, type UIMessageChunk } from 'ai';
import type { SignedCall } from './signatures.ts';

/** What the browser is told beside the SDK's own words of a request. */
export interface ApprovalDescriptor {
  /** The title of the task. */
  title: string;
  expires_at: string;
  /** Why it is closed, when it was not approved. */
  closed?: 'rejected' | 'lapsed';
}

/** Why a call was not made: a model reads it as the call's result. */
const REJECTED = 'Not done: the person said no. Do not try it again unless they ask for it.';
const LAPSED = 'Not done: the person did not approve it. Do not try it again unless they ask for it.';

type AskingPart = DynamicToolUIPart & { state: 'approval-requested' };

function asks(part: UIMessage['parts'][number]): part is AskingPart {
  return isDynamicToolUIPart(part) && part.state === 'approval-requested' && !part.approval.isAutomatic;
}

/** What a message asks for. */
export interface AskedApproval {
  calls: SignedCall[];
  expiresAt: Date;
}

/** The calls of a message that wait for an approval, if there are any. */
export function askedIn(message: UIMessage): AskedApproval | undefined {
  const asking = message.parts.filter(asks);
  const descriptors = asking.map(({ approval }) => approval.descriptor as ApprovalDescriptor | undefined);
  const expiresAt = descriptors[0]?.expires_at;
  if (expiresAt === undefined) return undefined;
  const calls = asking.map(({ approval, toolCallId, toolName, input }, index) => ({
    approvalId: approval.id,
    signature: approval.signature ?? '',
    toolCallId,
    toolName,
    input,
    title: descriptors[index]?.title ?? '',
  }));
  return { calls, expiresAt: new Date(expiresAt) };
}

/** What a model hears of a call that is not made. */
const REASONS = { rejected: REJECTED, lapsed: LAPSED };

/** The same parts, decided. */
export function decidedParts(
  parts: UIMessage['parts'],
  isApproved: (approvalId: string) => boolean,
  otherwise: 'rejected' | 'lapsed',
): UIMessage['parts'] {
  return parts.map((part) => {
    if (!asks(part)) return part;
    const { approval } = part;
    if (isApproved(approval.id)) {
      return { ...part, state: 'approval-responded', approval: { ...approval, approved: true } };
    }
    const descriptor = { ...(approval.descriptor as ApprovalDescriptor), closed: otherwise };
    const reason = REASONS[otherwise];
    return {
      ...part,
      state: 'output-denied',
      approval: { ...approval, approved: false, reason, descriptor },
    };
  });
}

/** How the turn that carries out an approval begins: as if it had been lost just before making the approved calls. */
export function approvedStep(calls: readonly SignedCall[]): UIMessageChunk[] {
  if (calls.length === 0) return [];
  return [
    { type: 'start-step' },
    ...calls.flatMap(({ approvalId, toolCallId, toolName, input, signature }): UIMessageChunk[] => [
      { type: 'tool-input-available', toolCallId, toolName, input, dynamic: true },
      { type: 'tool-approval-request', approvalId, toolCallId, isAutomatic: true, signature },
      { type: 'tool-approval-response', approvalId, approved: true },
    ]),
  ];
}
