'use client';

import { SquarePen, X } from 'lucide-react';
import * as Dialog from 'radix-ui/dialog';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';
import '../ui/style-nonce.ts';
import { Button, IconButton } from '../ui/button.tsx';
import type { OnDemandProps } from '../ui/on-demand.tsx';
import { useConversationSearch } from './conversation-actions.ts';
import { ConversationList } from './conversation-list.tsx';
import { useConversations } from './conversation-queries.ts';
import { ConversationSearch, useSettled } from './conversation-search.tsx';

interface Props extends OnDemandProps {
  current: number | undefined;
  onOpen: (conversation: number | undefined) => void;
}

/** The conversations, in a drawer at the side: find, open, rename, download and delete them. */
export default function ConversationDrawer({ current, onOpen, trigger, open: shown, onOpenChange }: Props) {
  const t = useTranslations('chat');
  const shell = useTranslations('shell');
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const all = useConversations(useUser().id);
  const found = useConversationSearch(words);
  const { data, isError, refetch } = words ? found : all;
  const [renaming, setRenaming] = useState<number>();
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const first = () => list.current?.querySelector<HTMLElement>('button[data-conversation]');

  const change = (open: boolean) => {
    onOpenChange(open);
    setTyped('');
    setRenaming(undefined);
  };
  const open = (conversation: number | undefined) => {
    change(false);
    onOpen(conversation);
  };
  // Who has a keyboard begins to type; on a touch screen that would open one over the list.
  const onOpenAutoFocus = (event: Event) => {
    event.preventDefault();
    const present = list.current?.querySelector<HTMLElement>('[aria-current=true]');
    const isTouch = !window.matchMedia('(pointer: fine)').matches;
    (isTouch ? (present ?? heading.current) : search.current)?.focus();
  };
  // Escape leaves first what was begun last.
  const onEscape = (event: globalThis.KeyboardEvent) => {
    if (renaming === undefined && typed === '') return;
    event.preventDefault();
    if (renaming === undefined) setTyped('');
  };

  return (
    <Dialog.Root open={shown} onOpenChange={change}>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0.02_200/0.4)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={onOpenAutoFocus}
          onEscapeKeyDown={onEscape}
          className="rise fixed inset-y-0 start-0 z-50 flex w-[min(22rem,88vw)] flex-col gap-2 border-e border-line bg-surface p-3 pt-[max(0.75rem,env(safe-area-inset-top))] shadow-raised outline-none"
        >
          <div className="flex items-center justify-between ps-2">
            <Dialog.Title
              ref={heading}
              tabIndex={-1}
              className="font-display text-lg font-semibold outline-none"
            >
              {t('conversations')}
            </Dialog.Title>
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
          <ConversationSearch
            box={search}
            value={typed}
            onChange={setTyped}
            onOpenFirst={() => first()?.click()}
            onArrowDown={() => first()?.focus()}
          />
          <ConversationList
            conversations={data}
            isError={isError}
            words={words}
            current={current}
            renaming={renaming}
            list={list}
            onRenaming={setRenaming}
            onOpen={open}
            onRetry={() => void refetch()}
            onDeleted={(id) => id === current && onOpen(undefined)}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
