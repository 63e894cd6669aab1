import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { addressOf } from '../api-client/address.ts';
import { Problem } from '../api-client/problem.ts';
import { problemSentence } from '../api-client/problem-sentence.ts';
import { request } from '../api-client/request.ts';
import type { Conversation } from '../api-client/types.ts';
import { useUser } from '../shell/user-context.tsx';
import { showToast } from '../ui/toast-store.ts';
import { conversationsKey } from './conversation-queries.ts';

const ONE = '/api/{user_id}/conversations/{conversation_id}';

/** The conversations that hold the words; those found before stay until the next are there. */
export function useConversationSearch(words: string) {
  const { id: userId } = useUser();
  return useQuery({
    // Under the key of the list, so that a change to any conversation asks for both again.
    queryKey: [...conversationsKey(userId), 'search', words],
    queryFn: ({ signal }) =>
      request('get', '/api/{user_id}/conversations', {
        path: { user_id: userId },
        query: { q: words },
        signal,
      }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

/** Where a conversation is downloaded from. */
export function exportPath(userId: string, id: number, format: 'markdown' | 'json'): string {
  return addressOf('get', `${ONE}/export`, {
    path: { user_id: userId, conversation_id: id },
    query: { format },
  });
}

/** Renames and deletes; what the api refuses is taken back and said. */
export function useConversationActions() {
  const t = useTranslations('chat');
  const problems = useTranslations('problems');
  const { id: userId } = useUser();
  const queries = useQueryClient();
  const key = conversationsKey(userId);
  const pathOf = (id: number) => ({ user_id: userId, conversation_id: id });

  const reason = (error: unknown) => {
    const problem = error instanceof Problem ? error : new Problem(0, '');
    return problem.status === 404 ? t('gone') : problemSentence(problems, problem);
  };
  const attempt = async (failed: 'renameFailed' | 'deleteFailed', work: () => Promise<unknown>) => {
    try {
      await work();
      return true;
    } catch (error) {
      showToast({ text: t(failed, { reason: reason(error) }), tone: 'problem' });
      return false;
    } finally {
      await queries.invalidateQueries({ queryKey: key });
    }
  };

  return {
    async rename(id: number, title: string) {
      await queries.cancelQueries({ queryKey: key });
      // The list and every search that is known: shown at once, and asked for again when it is done.
      queries.setQueriesData<Conversation[]>({ queryKey: key }, (known) =>
        known?.map((conversation) => (conversation.id === id ? { ...conversation, title } : conversation)),
      );
      return attempt('renameFailed', () => request('patch', ONE, { path: pathOf(id), body: { title } }));
    },
    remove: (id: number) => attempt('deleteFailed', () => request('delete', ONE, { path: pathOf(id) })),
  };
}
