import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';
import type { ToolCall } from './tool-call.ts';
import { undoCalls } from './undo-calls.ts';

/** How to take back what tools did. */
export function useUndo(): (calls: readonly ToolCall[]) => Promise<boolean> {
  const t = useTranslations('tools');
  const problems = useTranslations('problems');
  const { id: userId } = useUser();
  const queries = useQueryClient();
  return (calls) => undoCalls({ t, problems, userId, queries }, calls);
}
