'use client';

import clsx from 'clsx';
import { Braces, Ellipsis, FileText, Pencil, Trash2 } from 'lucide-react';
import * as DropdownMenu from 'radix-ui/dropdown-menu';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '../api-client/types.ts';
import { useUser } from '../shell/user-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { TitleEditor } from '../ui/title-editor.tsx';
import { exportPath } from './conversation-actions.ts';
import { MarkedWords } from './marked-words.tsx';

interface Props {
  conversation: Conversation & { excerpt?: string | null };
  name: string;
  /** The words that were searched for. */
  words: string;
  isCurrent: boolean;
  isRenaming: boolean;
  onOpen: () => void;
  onRename: () => void;
  /** Gets the new title, or nothing when the person thought better of it. */
  onRenamed: (title: string | undefined) => void;
  onDelete: () => void;
}

/** One conversation of the list: opens it, and has a menu with what else can be done. */
export function ConversationRow({ conversation, name, words, isCurrent, isRenaming, ...on }: Props) {
  const t = useTranslations('chat');
  if (isRenaming)
    return (
      <li className="p-1">
        <TitleEditor
          title={conversation.title}
          label={t('renameLabel', { title: name })}
          onDone={on.onRenamed}
        />
      </li>
    );
  return (
    <li className={clsx('flex items-center rounded-lg hover:bg-sunken', isCurrent && 'bg-pine-soft')}>
      <button
        type="button"
        data-conversation={conversation.id}
        aria-current={isCurrent}
        onClick={on.onOpen}
        className="grid min-h-11 min-w-0 flex-1 content-center rounded-lg px-3 py-1.5 text-start text-sm"
      >
        <span dir="auto" className="-mx-1 truncate px-1">
          <MarkedWords text={name} words={words} />
        </span>
        {conversation.excerpt && (
          <span dir="auto" className="-mx-1 line-clamp-2 px-1 text-xs text-ink-soft">
            <MarkedWords text={conversation.excerpt} words={words} />
          </span>
        )}
      </button>
      <ConversationMenu id={conversation.id} name={name} onRename={on.onRename} onDelete={on.onDelete} />
    </li>
  );
}

interface MenuProps {
  id: number;
  name: string;
  onRename: () => void;
  onDelete: () => void;
}

function ConversationMenu({ id, name, onRename, onDelete }: MenuProps) {
  const t = useTranslations('chat');
  const { id: userId } = useUser();
  // Runs once the menu has let go of the focus: what comes then keeps it.
  const afterwards = useRef<(() => void) | undefined>(undefined);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton aria-label={t('more', { title: name })}>
          <Ellipsis size={18} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="menu"
          onCloseAutoFocus={(event) => {
            if (!afterwards.current) return;
            event.preventDefault();
            afterwards.current();
            afterwards.current = undefined;
          }}
        >
          <DropdownMenu.Item className="menu-item" onSelect={() => (afterwards.current = onRename)}>
            <Pencil size={17} aria-hidden />
            {t('rename')}
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild className="menu-item">
            <a href={exportPath(userId, id, 'markdown')} download>
              <FileText size={17} aria-hidden />
              {t('exportMarkdown')}
            </a>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild className="menu-item">
            <a href={exportPath(userId, id, 'json')} download>
              <Braces size={17} aria-hidden />
              {t('exportJson')}
            </a>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item text-danger"
            onSelect={() => (afterwards.current = onDelete)}
          >
            <Trash2 size={17} aria-hidden />
            {t('delete')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
