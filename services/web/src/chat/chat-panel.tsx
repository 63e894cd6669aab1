'use client';

import { useQueryClient } from '@tanstack/react-query';
import { SquarePen } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { useUser } from '../shell/user-context.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { conversationsKey, useConversation, useConversations } from './conversation-queries.ts';
import { ConversationsButton } from './conversations-button.tsx';
import { useCurrentConversation } from './current-conversation.ts';

const ConversationView = dynamic(() => import('./conversation-view.tsx'));

/** The chat: which conversation, and the conversation itself. */
export function ChatPanel({ initialConversation }: { initialConversation?: number }) {
  const t = useTranslations('chat');
  const { id: userId } = useUser();
  const current = useCurrentConversation(initialConversation);
  // Only a conversation that is opened is loaded; a new one is its own truth from its first word on.
  const [toLoad, setToLoad] = useState(initialConversation);
  const loaded = useConversation(userId, toLoad);
  const conversations = useConversations(userId).data;
  const queries = useQueryClient();
  const { named } = current;
  const begun = useCallback(
    (conversation: number) => {
      named(conversation);
      void queries.invalidateQueries({ queryKey: conversationsKey(userId) });
    },
    [named, queries, userId],
  );
  const title = conversations?.find(({ id }) => id === current.conversation)?.title;

  const open = (conversation: number | undefined) => {
    setToLoad(conversation);
    current.open(conversation);
  };

  return (
    <section aria-label={t('heading')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-1 border-b border-line px-2 wide:px-3">
        <ConversationsButton current={current.conversation} onOpen={open} />
        <p className="min-w-0 flex-1 truncate text-sm text-ink-soft">{title}</p>
        <IconButton aria-label={t('new')} onClick={() => open(undefined)}>
          <SquarePen size={18} aria-hidden />
        </IconButton>
      </div>
      {toLoad === undefined || loaded.data ? (
        <ConversationView
          key={current.key}
          conversation={toLoad}
          messages={loaded.data?.messages ?? []}
          onConversation={begun}
        />
      ) : loaded.isError ? (
        <div role="alert" className="m-auto grid justify-items-center gap-3 p-6 text-center">
          <p>
            {loaded.error instanceof Problem && loaded.error.status === 404 ? t('gone') : t('loadFailed')}
          </p>
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="outline" onClick={() => loaded.refetch()}>
              {t('retry')}
            </Button>
            <Button onClick={() => open(undefined)}>{t('new')}</Button>
          </div>
        </div>
      ) : (
        <div
          role="status"
          aria-label={t('loading')}
          className="mx-auto mt-auto grid w-full max-w-3xl gap-4 p-6"
        >
          <div className="skeleton h-11 w-2/5 justify-self-end" />
          <div className="skeleton h-16 w-3/5" />
        </div>
      )}
    </section>
  );
}
