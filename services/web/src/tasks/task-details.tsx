'use client';

import { ChevronUp, Plus, Trash2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Task } from '../api-client/types.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Segments } from '../ui/segments.tsx';
import { DueField } from './due-field.tsx';
import { RecurrenceField } from './recurrence-field.tsx';
import { TagsField } from './tags-field.tsx';
import type { TaskActions } from './task-actions.ts';

interface Props {
  task: Task;
  parts: number;
  done: number;
  actions: TaskActions;
  onClose: () => void;
}

const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 2000;
const priorities = ['low', 'medium', 'high'] as const;

/** All fields of a task, where it stands: each is saved as one leaves it, and Escape closes them. */
export default function TaskDetails({ task, parts, done, actions, onClose }: Props) {
  const t = useTranslations('tasks');
  const { title } = task;
  const edit = (changes: Parameters<TaskActions['edit']>[1]) => actions.edit(task, changes);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that work on all the fields within
    <div onKeyDown={onKeyDown} className="flex flex-col gap-3 px-3 pt-1 pb-3 ps-4">
      <Row label={t('description')}>
        <Description task={task} onChange={(seen, description) => actions.edit(seen, { description })} />
      </Row>
      <Row label={t('dueField')}>
        <DueField
          task={task}
          onChange={(due) => edit(due.due_date || due.due_at ? due : { ...due, recurrence: null })}
        />
      </Row>
      <Row label={t('repeat')}>
        <RecurrenceField task={task} onChange={(recurrence) => edit({ recurrence })} />
      </Row>
      <Row label={t('priority')}>
        <Segments
          label={t('priority')}
          segments={priorities.map((value) => ({ value, words: t(`priority_${value}`) }))}
          value={task.priority}
          onChange={(priority) => edit({ priority })}
        />
      </Row>
      <Row label={t('tags')}>
        <TagsField tags={task.tags} onChange={(tags) => edit({ tags })} />
      </Row>
      {task.parent_id === null && (
        <Row label={parts > 0 ? t('progress', { done, parts }) : t('parts')}>
          <AddPart title={title} onAdd={(part) => actions.add({ title: part, parent_id: task.id })} />
        </Row>
      )}
      <div className="flex justify-between gap-2 pt-1">
        <Button look="outline" onClick={() => actions.remove(task)} className="px-3 text-sm text-danger!">
          <Trash2 size={16} aria-hidden />
          {t('remove')}
        </Button>
        <Button look="outline" onClick={onClose} className="px-3 text-sm">
          <ChevronUp size={16} aria-hidden />
          {t('closeDetails')}
        </Button>
      </div>
    </div>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:items-start">
      <span aria-hidden className="pt-2.5 text-sm text-ink-soft max-sm:pt-0">
        {label}
      </span>
      {children}
    </div>
  );
}

interface DescriptionProps {
  task: Task;
  /** Gets the task as it was when somebody began to type: another change may have come since. */
  onChange: (seen: Task, description: string) => void;
}

function Description({ task, onChange }: DescriptionProps) {
  const t = useTranslations('tasks');
  const [draft, setDraft] = useState<{ seen: Task; words: string }>();
  const save = () => {
    if (draft && draft.words.trim() !== draft.seen.description) onChange(draft.seen, draft.words.trim());
    setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    if (event.key === 'Escape' && draft && draft.words !== draft.seen.description) {
      // What was typed is given up first; the next one closes.
      event.preventDefault();
      setDraft(undefined);
    }
  };
  return (
    <textarea
      aria-label={t('description')}
      dir="auto"
      rows={2}
      value={draft?.words ?? task.description}
      maxLength={LONGEST_DESCRIPTION}
      placeholder={t('descriptionPlaceholder')}
      onChange={(event) => setDraft({ seen: draft?.seen ?? task, words: event.target.value })}
      onKeyDown={onKeyDown}
      onBlur={save}
      className="field max-h-60 resize-y [field-sizing:content]"
    />
  );
}

function AddPart({ title, onAdd }: { title: string; onAdd: (part: string) => void }) {
  const t = useTranslations('tasks');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!typed.trim()) return;
    onAdd(typed.trim());
    setTyped('');
  };
  return (
    <form
      onSubmit={submit}
      className="field flex items-center py-0 pe-0 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-pine"
    >
      <input
        aria-label={t('addPart', { title })}
        dir={typed ? 'auto' : undefined}
        value={typed}
        maxLength={LONGEST_TITLE}
        placeholder={t('addPartPlaceholder')}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setTyped(event.target.value)}
        className="min-h-10 min-w-0 flex-1 bg-transparent outline-none"
      />
      <IconButton type="submit" aria-label={t('addPartButton')} className="text-pine-deep">
        <Plus size={18} aria-hidden />
      </IconButton>
    </form>
  );
}
