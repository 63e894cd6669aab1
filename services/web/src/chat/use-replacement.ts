import { useCallback, useRef } from 'react';
import { loadPart } from '../browser/load-part.ts';
import type { ChatMessage } from './chat-message.ts';
import type { ToolCall } from './tool-call.ts';
import type { Place } from './use-turns.ts';
import { useUndoTools } from './use-undo-tools.ts';

/** Says something in the place of a turn's message, after what is to be taken back. What cannot be, ends it. */
export function useReplacement(
  messages: readonly ChatMessage[],
  say: (text: string, place: Place) => void,
): (turn: number, text: string, undo: readonly ToolCall[]) => void {
  const tools = useUndoTools();
  const latest = useRef({ messages, say, tools });
  latest.current = { messages, say, tools };
  return useCallback((turn, text, changes) => {
    loadPart(() => import('./replace-turn.ts')).then(
      ({ replaceTurn }) => replaceTurn(() => latest.current, turn, text, changes),
      () => {},
    );
  }, []);
}
