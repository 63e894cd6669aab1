'use client';

import { useQueryClient } from '@tanstack/react-query';
import { SquarePen } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api-client/problem.ts';
import { useCommands } from '../commands/use-commands.ts';
import { useUser } from '../shell/user-context.tsx';
import { useShowView } from '../shell/view.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { conversationsKey, useConversation, useConversations } from './conversation-queries.ts';
import ConversationView from './conversation-view.tsx';
import { ConversationsButton } from './conversations-button.tsx';
import { useCurrentConversation } from './current-conversation.ts';
import { loadMarkdown } from './load-markdown.ts';
import { loadMessageList } from './load-message-list.ts';
import { MessageSkeleton } from './message-skeleton.tsx';

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
  useEffect(() => {
    if (toLoad === undefined) return;
    // While the messages are on their way, what shows them is, too.
    for (const load of [loadMessageList, loadMarkdown]) load().catch(() => {});
  }, [toLoad]);
  const title = conversations?.find(({ id }) => id === current.conversation)?.title;

  const open = (conversation: number | undefined) => {
    setToLoad(conversation);
    current.open(conversation);
  };

  const showView = useShowView();
  useCommands([
    {
      id: 'conversation.new',
      group: 'chat',
      words: t('new'),
      Icon: SquarePen,
      shortcut: 'c',
      run: () => {
        showView('chat');
        open(undefined);
      },
    },
  ]);

  return (
    <section aria-label={t('heading')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-1 border-b border-line px-2 wide:px-3">
        <ConversationsButton current={current.conversation} onOpen={open} />
        <p dir="auto" className="min-w-0 flex-1 truncate px-1 text-sm text-ink-soft">
          {title}
        </p>
        <IconButton aria-label={t('new')} onClick={() => open(undefined)}>
          <SquarePen size={18} aria-hidden />
        </IconButton>
      </div>
      {toLoad === undefined || loaded.data ? (
        <ConversationView
          key={current.key}
          conversation={toLoad}
          messages={loaded.data?.messages ?? []}
          current={current.conversation}
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
        <MessageSkeleton />
      )}
    </section>
  );
}
