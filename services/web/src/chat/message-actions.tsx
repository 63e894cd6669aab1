'use client';

import clsx from 'clsx';
import { Pencil, RefreshCw } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';
import { useTasks } from '../tasks/task-queries.ts';
import { type ChatMessage, textOf } from './chat-message.ts';
import { CopyButton } from './copy-button.tsx';
import { SmallButton } from './small-button.tsx';
import { changesIn } from './tool-call.ts';
import { standingOf } from './undo.ts';

interface OwnProps {
  text: string;
  isLast: boolean;
  onEdit: (() => void) | undefined;
  editButton: Ref<HTMLButtonElement>;
}

/** What can be done with one's own message. */
export function OwnActions({ text, isLast, onEdit, editButton }: OwnProps) {
  const t = useTranslations('chat');
  return (
    <Actions isLast={isLast}>
      <CopyButton text={text} label={t('copyOwn')} />
      {onEdit && <SmallButton ref={editButton} label={t('edit')} Icon={Pencil} onClick={onEdit} />}
    </Actions>
  );
}

interface AnswerProps {
  message: ChatMessage;
  isLast: boolean;
  /** Has the same question answered anew. */
  onAgain: (() => void) | undefined;
}

/** What can be done with an answer. */
export function AnswerActions({ message, isLast, onAgain }: AnswerProps) {
  const t = useTranslations('chat');
  const text = textOf(message);
  return (
    <Actions isLast={isLast}>
      {text && <CopyButton text={text} label={t('copyAnswer')} />}
      {onAgain && <Again message={message} onAgain={onAgain} />}
    </Actions>
  );
}

/** Only for an answer of which nothing stands: asked again, it would be done twice. */
function Again({ message, onAgain }: { message: ChatMessage; onAgain: () => void }) {
  const t = useTranslations('chat');
  const tasks = useTasks(useUser().id).data;
  const changes = changesIn(message);
  const isSafe = tasks ? changes.every((call) => standingOf(call, tasks) === 'undone') : changes.length === 0;
  return isSafe ? <SmallButton label={t('again')} Icon={RefreshCw} onClick={onAgain} /> : null;
}

/** They wait until one points at the message or moves the focus to them; where nothing can point, they are there. */
function Actions({ isLast, children }: { isLast: boolean; children: ReactNode }) {
  return (
    <div
      className={clsx(
        '-mx-2 flex text-ink-soft',
        !isLast &&
          'transition-opacity pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100',
      )}
    >
      {children}
    </div>
  );
}
