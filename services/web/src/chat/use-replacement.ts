import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { loadPart } from '../browser/load-part.ts';
import { useUser } from '../shell/user-context.tsx';
import type { ChatMessage } from './chat-message.ts';
import type { ToolCall } from './tool-call.ts';
import type { Place } from './use-turns.ts';

/** Says something in the place of a turn's message, after what is to be taken back. What cannot be, ends it. */
export function useReplacement(
  messages: readonly ChatMessage[],
  say: (text: string, place: Place) => void,
): (turn: number, text: string, undo: readonly ToolCall[]) => void {
  const { id: userId } = useUser();
  const t = useTranslations('tools');
  const problems = useTranslations('problems');
  const queries = useQueryClient();
  const latest = useRef({ messages, say, tools: { userId, t, problems, queries } });
  latest.current = { messages, say, tools: { userId, t, problems, queries } };
  return useCallback((turn, text, changes) => {
    loadPart(() => import('./replace-turn.ts')).then(
      ({ replaceTurn }) => replaceTurn(() => latest.current, turn, text, changes),
      () => {},
    );
  }, []);
}
