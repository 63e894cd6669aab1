import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';
import type { UndoTools } from './undo-call.ts';

/** What taking something back needs of the page: whose tasks, where they are kept and in which words it fails. */
export function useUndoTools(): UndoTools {
  const t = useTranslations('tools');
  const problems = useTranslations('problems');
  const { id: userId } = useUser();
  const queries = useQueryClient();
  return { t, problems, userId, queries };
}
