'use client';

import clsx from 'clsx';
import {
  Check,
  ChevronRight,
  CircleAlert,
  LoaderCircle,
  Pencil,
  Plus,
  Search,
  Trash2,
  Undo2,
} from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ToolCall, ToolName } from './tool-call.ts';
import { UndoButton } from './undo-button.tsx';

const icons: Record<ToolName, typeof Check> = {
  add_task: Plus,
  list_tasks: Search,
  complete_task: Check,
  delete_task: Trash2,
  update_task: Pencil,
  restore_task: Undo2,
};

export interface Around {
  /** Of the last answer: what it did can be taken back at once; elsewhere that comes with the details. */
  isNew: boolean;
  /** Of an answer that is still growing. */
  isWriting?: boolean;
}

interface Props extends Around {
  /** What is told together, all of one kind. */
  calls: readonly [ToolCall, ...ToolCall[]];
  words: ReactNode;
  detailsClassName: string;
  children: ReactNode;
}

/** What the assistant did, in words to unfold, with the way back. */
export function ActivityLine({ calls, words, isNew, isWriting = false, detailsClassName, children }: Props) {
  const t = useTranslations('tools');
  const [open, setOpen] = useState(false);
  const details = useId();
  const sentence = useId();
  const [call] = calls;
  const Icon = call.state === 'failed' ? CircleAlert : call.known ? icons[call.known] : Check;
  // There are more to come of what is told together.
  const isWhole = calls.length === 1 || !isWriting;
  return (
    <div className="text-sm">
      <div className="flex flex-wrap items-center gap-x-1">
        <button
          id={sentence}
          type="button"
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
          className={clsx(
            'group -ms-2 flex min-h-11 min-w-0 items-center gap-2 rounded-lg px-2 text-start hover:bg-sunken wide:min-h-9',
            call.state === 'failed' ? 'text-danger' : 'text-ink-soft',
          )}
        >
          {call.state === 'running' ? (
            <LoaderCircle size={16} aria-hidden className="shrink-0 animate-spin" />
          ) : (
            <Icon size={16} aria-hidden className="shrink-0 text-pine" />
          )}
          <span className="min-w-0 break-words">{words}</span>
          <ChevronRight
            size={14}
            aria-hidden
            className="shrink-0 transition-transform group-aria-expanded:rotate-90 rtl:not-group-aria-expanded:-scale-x-100"
          />
          <span className="sr-only">{t('details')}</span>
        </button>
        {(isNew || open) && isWhole && call.change && (
          <UndoButton calls={calls} sentence={sentence} isWriting={isWriting} />
        )}
      </div>
      <div id={details} hidden={!open} className={detailsClassName}>
        {open && children}
      </div>
    </div>
  );
}
