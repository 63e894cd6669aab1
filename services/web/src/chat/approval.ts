import type { ChatMessage } from './chat-message.ts';
import { isToolPart, type ToolPart, toolCallOf } from './tool-call.ts';

/** What an answer asks the person to approve. */
export interface Approval {
  turn: number;
  /** Undecided approvals that are no longer open have lapsed or expired: neither can be approved any more. */
  state: 'open' | 'approved' | 'rejected' | 'lapsed' | 'expired';
  expiresAt: number;
  calls: { id: string; signature: string; tool: string; title: string; task: number | undefined }[];
}

type Asked = NonNullable<ToolPart['approval']>;

/** What the api tells beside the SDK's own words of a request. */
interface Descriptor {
  title?: string;
  expires_at?: string;
  /** Why it is closed, when it was not approved. */
  closed?: 'rejected' | 'lapsed';
}

/** Whether a part of an answer belongs to its request for approval, which is shown as a whole. */
export function isAskedFor(part: ToolPart): boolean {
  return part.approval !== undefined && !part.approval.isAutomatic && part.state !== 'output-available';
}

/** The request for approval in an answer, if there is one. `later` are the messages after it. */
export function approvalOf(
  message: ChatMessage,
  later: readonly ChatMessage[],
  now: number,
): Approval | undefined {
  const parts = message.parts.filter(isToolPart).filter(isAskedFor);
  const turn = message.metadata?.turn_id;
  if (parts.length === 0 || turn === undefined) return undefined;
  const expiresAt = Date.parse(descriptorOf(parts[0]?.approval).expires_at ?? '');
  return {
    turn,
    expiresAt,
    state: stateOf(parts, later, expiresAt <= now),
    calls: parts.map((part) => {
      const { tool, taskId, title } = toolCallOf(part);
      return {
        id: part.approval?.id ?? '',
        signature: part.approval?.signature ?? '',
        tool,
        task: taskId,
        title: descriptorOf(part.approval).title || title,
      };
    }),
  };
}

function descriptorOf(approval: Asked | undefined): Descriptor {
  return (approval?.descriptor ?? {}) as Descriptor;
}

function stateOf(
  parts: readonly ToolPart[],
  later: readonly ChatMessage[],
  isExpired: boolean,
): Approval['state'] {
  const done = new Set(
    later.flatMap(({ parts: own }) => own.filter(isToolPart).map((part) => part.toolCallId)),
  );
  // A yes in words is carried out in the next answer, which has the same calls.
  if (parts.some((part) => part.state === 'approval-responded' || done.has(part.toolCallId)))
    return 'approved';
  if (parts.some((part) => part.state === 'output-denied')) {
    return parts.some(({ approval }) => descriptorOf(approval).closed === 'rejected') ? 'rejected' : 'lapsed';
  }
  if (later.length > 0) return 'lapsed';
  return isExpired ? 'expired' : 'open';
}
