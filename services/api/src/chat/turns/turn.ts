/** @module What a turn is: one message of the user and the assistant's answer to it. */
import type { UIMessageChunk } from 'ai';

/** Names a turn; numbers count per user and per conversation. */
export interface TurnKey {
  userId: string;
  conversationId: number;
  turnId: number;
}

export type TurnStatus = 'running' | 'completed' | 'stopped' | 'failed';

export interface TurnRow extends TurnKey {
  status: TurnStatus;
  messageId: string;
}

/** Chunks as they were written together; their order is their sequence. */
export interface ChunkBatch {
  sequence: number;
  chunks: UIMessageChunk[];
}

/** One string per turn, for maps. */
export function nameOf({ userId, conversationId, turnId }: TurnKey): string {
  return `${conversationId}/${turnId}/${userId}`;
}

/** The first chunk of every stream. */
export function startChunk(turn: TurnKey & { messageId: string }): UIMessageChunk {
  return {
    type: 'start',
    messageId: turn.messageId,
    messageMetadata: { conversation_id: turn.conversationId, turn_id: turn.turnId },
  };
}

/** Whether a chunk ends its stream. */
export function isLast(chunk: UIMessageChunk): boolean {
  return chunk.type === 'finish' || chunk.type === 'abort';
}
