'use client';

import { useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { SquarePen, Trash2, X } from 'lucide-react';
import * as Dialog from 'radix-ui/dialog';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '../api-client/request.ts';
import type { Conversation } from '../api-client/types.ts';
import { userPath, useUser } from '../shell/user-context.tsx';
import { useReason } from '../tasks/task-queries.ts';
import '../ui/style-nonce.ts';
import { Button, IconButton } from '../ui/button.tsx';
import type { OnDemandProps } from '../ui/on-demand.tsx';
import { showToast } from '../ui/toast-store.ts';
import { ConfirmDelete } from './confirm-delete.tsx';
import { conversationsKey, useConversations } from './conversation-queries.ts';

interface Props extends OnDemandProps {
  current: number | undefined;
  onOpen: (conversation: number | undefined) => void;
}

/** The list of conversations, in a drawer at the side. */
export default function ConversationDrawer({ current, onOpen, trigger, open: shown, onOpenChange }: Props) {
  const t = useTranslations('chat');
  const shell = useTranslations('shell');
  const { id: userId } = useUser();
  const queries = useQueryClient();
  const reason = useReason();
  const conversations = useConversations(userId).data ?? [];
  const [doomed, setDoomed] = useState<Conversation>();
  const nameOf = ({ id, title }: Conversation) => title || t('untitled', { id });

  const open = (conversation: number | undefined) => {
    onOpenChange(false);
    onOpen(conversation);
  };

  const remove = async ({ id }: Conversation) => {
    try {
      await request(userPath(userId, `/conversations/${id}`), { method: 'DELETE' });
      if (id === current) onOpen(undefined);
    } catch (error) {
      showToast({ text: t('deleteFailed', { reason: reason(error) }), tone: 'problem' });
    }
    await queries.invalidateQueries({ queryKey: conversationsKey(userId) });
  };

  return (
    <Dialog.Root open={shown} onOpenChange={onOpenChange}>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0.02_200/0.4)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="rise fixed inset-y-0 start-0 z-50 flex w-[min(22rem,88vw)] flex-col gap-2 border-e border-line bg-surface p-3 pt-[max(0.75rem,env(safe-area-inset-top))] shadow-raised outline-none"
        >
          <div className="flex items-center justify-between ps-2">
            <Dialog.Title className="font-display text-lg font-semibold">{t('conversations')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton aria-label={shell('close')}>
                <X size={18} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <Button look="outline" onClick={() => open(undefined)}>
            <SquarePen size={17} aria-hidden />
            {t('new')}
          </Button>
          {conversations.length === 0 && <p className="p-2 text-sm text-ink-soft">{t('noConversations')}</p>}
          <ul className="min-h-0 flex-1 overflow-y-auto">
            {conversations.map((conversation) => (
              <li
                key={conversation.id}
                className={clsx(
                  'flex items-center rounded-lg hover:bg-sunken',
                  conversation.id === current && 'bg-pine-soft',
                )}
              >
                <button
                  type="button"
                  aria-current={conversation.id === current}
                  onClick={() => open(conversation.id)}
                  className="min-h-11 min-w-0 flex-1 truncate rounded-lg px-3 text-start text-sm"
                >
                  {nameOf(conversation)}
                </button>
                <IconButton
                  aria-label={t('deleteConversation', { title: nameOf(conversation) })}
                  onClick={() => setDoomed(conversation)}
                >
                  <Trash2 size={16} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
          {doomed && (
            <ConfirmDelete
              title={nameOf(doomed)}
              onConfirm={() => remove(doomed)}
              onClose={() => setDoomed(undefined)}
            />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
