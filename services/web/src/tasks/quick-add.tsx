'use client';

import { Plus } from 'lucide-react';
import { type ComponentType, type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommands } from '../commands/use-commands.ts';
import { useUser } from '../shell/user-context.tsx';
import { useShowView } from '../shell/view.tsx';
import { IconButton } from '../ui/button.tsx';
import type { NewTask } from './changes/change.ts';
import type { PreviewProps } from './quick-add-preview.tsx';
import type { readTask } from './read-task.ts';
import { useTypedBefore } from './use-typed-before.ts';

const LONGEST_TITLE = 200;
const newTaskParameter = 'new-task';

interface Reading {
  read: typeof readTask;
  Preview: ComponentType<PreviewProps>;
}

/** What reads dates is large: it comes when somebody begins to type. */
async function loadReading(): Promise<Reading> {
  const [{ readTask: read }, { default: Preview }] = await Promise.all([
    import('./read-task.ts'),
    import('./quick-add-preview.tsx'),
  ]);
  return { read, Preview };
}

interface Props {
  onAdd: (task: NewTask) => void;
  /** Somebody is about to add one. */
  onPrepare: () => void;
}

/** One line that adds a task, with the dates, tags and rules that it names, and is ready for the next. */
export function QuickAdd({ onAdd, onPrepare }: Props) {
  const t = useTranslations('tasks');
  const id = useId();
  const { id: userId } = useUser();
  const [line, setLine] = useState('');
  const [kept, setKept] = useState<readonly string[]>([]);
  const [reading, setReading] = useState<Reading>();
  const field = useRef<HTMLInputElement>(null);
  const showView = useShowView();
  useCommands([
    {
      id: 'task.new',
      group: 'tasks',
      words: t('add'),
      Icon: Plus,
      shortcut: 'n',
      run: () => {
        showView('tasks');
        field.current?.focus();
      },
    },
  ]);
  useTypedBefore(userId, field, line, setLine);
  useEffect(() => {
    const { searchParams, pathname } = new URL(window.location.href);
    if (!searchParams.has(newTaskParameter)) return;
    // The icon of the app on a phone or a desktop offers this; a reload must not do it again.
    window.history.replaceState(window.history.state, '', pathname);
    // Not before all of the page has come to life: a view that is hidden takes no focus.
    queueMicrotask(() => {
      showView('tasks');
      field.current?.focus();
    });
  }, [showView]);
  const prepare = () => {
    onPrepare();
    // Without it, which may be while one is offline, a line is a title.
    if (!reading) loadReading().then(setReading, () => {});
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const title = line.trim();
    if (!title) return;
    setLine('');
    setKept([]);
    const read = reading?.read ?? (await loadReading().catch(() => undefined))?.read;
    const { taken: _, ...task } = read?.(title, new Date(), kept) ?? { title, taken: [] };
    onAdd(task);
  };
  const understood = reading && line.trim() ? reading.read(line, new Date(), kept) : undefined;
  return (
    // Sent by the browser itself, before the script is there, it would load the page anew, without what was typed.
    <form method="dialog" onSubmit={submit} className="grid grid-cols-1">
      <div className="field flex items-center py-0 pe-0 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-pine">
        <label htmlFor={id} className="sr-only">
          {t('add')}
        </label>
        <input
          ref={field}
          id={id}
          // An empty field begins where the page does, with its placeholder.
          dir={line ? 'auto' : undefined}
          className="min-h-11 min-w-0 flex-1 bg-transparent outline-none"
          placeholder={t('addPlaceholder')}
          value={line}
          maxLength={LONGEST_TITLE}
          autoComplete="off"
          enterKeyHint="done"
          onFocus={prepare}
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <IconButton type="submit" aria-label={t('addButton')} className="text-pine-deep">
          <Plus size={20} aria-hidden />
        </IconButton>
      </div>
      {reading && (
        <reading.Preview
          understood={understood}
          onKeep={(text) => {
            setKept([...kept, text]);
            field.current?.focus();
          }}
        />
      )}
    </form>
  );
}
