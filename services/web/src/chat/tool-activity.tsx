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
import * as Collapsible from 'radix-ui/collapsible';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ToolCall, type ToolName, type ToolPart, toolCallOf } from './tool-call.ts';
import { UndoDelete } from './undo-delete.tsx';

const icons: Record<ToolName, typeof Check> = {
  add_task: Plus,
  list_tasks: Search,
  complete_task: Check,
  delete_task: Trash2,
  update_task: Pencil,
  restore_task: Undo2,
};

/** One thing that the assistant did, in words, with the raw call for whoever wants to see it. */
export function ToolActivity({ part }: { part: ToolPart }) {
  const t = useTranslations('tools');
  const [open, setOpen] = useState(false);
  const call = toolCallOf(part);
  const Icon = call.state === 'failed' ? CircleAlert : call.known ? icons[call.known] : Check;
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen} className="text-sm">
      <div className="flex items-center gap-1">
        <Collapsible.Trigger
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
          <span className="min-w-0 break-words">
            <Sentence call={call} />
          </span>
          <ChevronRight
            size={14}
            aria-hidden
            className="shrink-0 transition-transform group-data-[state=open]:rotate-90 rtl:-scale-x-100"
          />
          <span className="sr-only">{t('details')}</span>
        </Collapsible.Trigger>
        {call.known === 'delete_task' && call.state === 'done' && call.taskId !== undefined && (
          <UndoDelete task={{ id: call.taskId, title: call.title }} />
        )}
      </div>
      <Collapsible.Content className="mb-2 grid gap-2 rounded-lg bg-sunken p-3 text-xs">
        <Raw label={t('sent')} value={call.input} />
        <Raw label={t('received')} value={call.output} />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

function Sentence({ call }: { call: ToolCall }) {
  const t = useTranslations('tools');
  const em = (text: ReactNode) => <em className="font-medium text-ink not-italic">{text}</em>;
  if (call.state === 'waiting') return t('waiting');
  if (call.state === 'denied') return t('denied');
  if (!call.known) {
    const key = { running: 'otherRunning', done: 'other', failed: 'otherFailed' } as const;
    return t(key[call.state], { tool: call.tool });
  }
  if (call.state === 'running') return t(`${call.known}Running`);
  if (call.state === 'failed') return t(`${call.known}Failed`);
  if (call.known === 'complete_task' && call.reopened) {
    return t.rich('complete_taskReopened', { title: call.title, em });
  }
  return t.rich(call.known, { title: call.title, em });
}

function Raw({ label, value }: { label: string; value: unknown }) {
  if (value === undefined) return null;
  return (
    <div>
      <p className="font-medium text-ink-soft">{label}</p>
      <pre className="overflow-x-auto break-words whitespace-pre-wrap">
        {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
