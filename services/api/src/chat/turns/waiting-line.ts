/**
 * @module Messages that wait for the answer before them: only a few in one conversation, since each of them asks the
 * database again whenever something happens there.
 */

const MOST_WAITING = 10;

export interface WaitingLine {
  /** Takes a place in the line of a conversation; answers how to leave it, or undefined when there is no place left. */
  join(userId: string, conversationId: number): (() => void) | undefined;
}

/** The lines of one process. */
export function createWaitingLine(): WaitingLine {
  const lengths = new Map<string, number>();
  return {
    join(userId, conversationId) {
      const line = `${conversationId}/${userId}`;
      const length = lengths.get(line) ?? 0;
      if (length >= MOST_WAITING) return undefined;
      lengths.set(line, length + 1);
      return () => {
        const left = (lengths.get(line) ?? 1) - 1;
        if (left > 0) lengths.set(line, left);
        else lengths.delete(line);
      };
    },
  };
}
