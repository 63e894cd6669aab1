'use client';

import { type Ref, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { Conversation, FoundConversation } from '../api-client/types.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { moveByArrows } from '../ui/move-by-arrows.ts';
import { useConversationActions } from './conversation-actions.ts';
import { ConversationRow } from './conversation-row.tsx';

interface Props {
  /** Undefined while they are on their way. */
  conversations: readonly FoundConversation[] | undefined;
  isError: boolean;
  /** The words that were searched for; empty for the whole list. */
  words: string;
  current: number | undefined;
  renaming: number | undefined;
  list: Ref<HTMLUListElement>;
  onRenaming: (conversation: number | undefined) => void;
  onOpen: (conversation: number | undefined) => void;
  onRetry: () => void;
  /** Gone: this one is open no more. */
  onDeleted: (conversation: number) => void;
}

const byArrows = moveByArrows('button[data-conversation]');

/** The conversations, or why there are none. */
export function ConversationList({ conversations, isError, words, current, renaming, ...on }: Props) {
  const t = useTranslations('chat');
  const { rename, remove } = useConversationActions();
  const [doomed, setDoomed] = useState<Conversation>();
  const nameOf = ({ id, title }: Conversation) => title || t('untitled', { id });

  if (!conversations && isError)
    return (
      <div role="alert" className="grid justify-items-start gap-2 p-2 text-sm">
        <p>{t('listFailed')}</p>
        <Button look="outline" onClick={on.onRetry}>
          {t('retry')}
        </Button>
      </div>
    );
  if (!conversations)
    return (
      <div role="status" aria-label={t('loadingList')} className="grid gap-2 p-2">
        <div className="skeleton h-8 w-4/5" />
        <div className="skeleton h-8 w-3/5" />
        <div className="skeleton h-8 w-2/3" />
      </div>
    );
  const renamed = (id: number, before: string, title: string | undefined) => {
    // The field goes away: who was typing in it finds the focus where the title is again.
    flushSync(() => on.onRenaming(undefined));
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(`[data-conversation="${id}"]`)?.focus();
    if (title !== undefined && title !== before) void rename(id, title);
  };
  const doom = async ({ id }: Conversation) => {
    if (await remove(id)) on.onDeleted(id);
  };

  return (
    <>
      <p role="status" className={conversations.length === 0 ? 'p-2 text-sm text-ink-soft' : 'sr-only'}>
        {words
          ? t('found', { count: conversations.length, words })
          : conversations.length === 0 && t('noConversations')}
      </p>
      <ul
        ref={on.list}
        aria-label={t('conversations')}
        className="min-h-0 flex-1 overflow-y-auto"
        onKeyDown={byArrows}
      >
        {conversations.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            name={nameOf(conversation)}
            words={words}
            isCurrent={conversation.id === current}
            isRenaming={conversation.id === renaming}
            onOpen={() => on.onOpen(conversation.id)}
            onRename={() => on.onRenaming(conversation.id)}
            onRenamed={(title) => renamed(conversation.id, conversation.title, title)}
            onDelete={() => setDoomed(conversation)}
          />
        ))}
      </ul>
      {doomed && (
        <ConfirmDialog
          title={t('confirmDelete')}
          lead={t('confirmDeleteLead', { title: nameOf(doomed) })}
          action={t('delete')}
          onConfirm={() => {
            setDoomed(undefined);
            void doom(doomed);
          }}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </>
  );
}
