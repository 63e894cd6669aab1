'use client';

import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { keyOf } from '../commands/keys.ts';
import { useUser } from '../shell/user-context.tsx';
import { moveByArrows } from '../ui/move-by-arrows.ts';
import { lastingNumber } from './changes/drafts.ts';
import { useUnsaved } from './changes/use-unsaved.ts';
import type { TaskActions } from './task-actions.ts';
import { TaskRow } from './task-row.tsx';
import type { Entry } from './task-view.ts';
import { useGrowing } from './use-growing.ts';
import { useReopening } from './use-reopening.ts';
import { useRowFocus } from './use-row-focus.ts';

const byArrows = moveByArrows('button[data-task]');

interface Props {
  entries: readonly Entry[];
  /** What the list shows, to begin anew with another. */
  view: string;
  actions: TaskActions;
  selected: ReadonlySet<number> | undefined;
  onSelect: (id: number, isRange: boolean) => void;
  onTag: (tag: string) => void;
}

/** The tasks in view, with the keys that work on the one that has the focus. */
export default function TaskList({ entries, view, selected, onSelect, onTag, ...props }: Props) {
  const t = useTranslations('tasks');
  const [open, setOpen] = useState<number>();
  const unsaved = useUnsaved(useUser().id);
  const { actions, rowKey } = useReopening(props.actions);
  const focus = useRowFocus();
  const { count, hasMore, end, grow } = useGrowing(entries.length, view);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    byArrows(event);
    const { target, ctrlKey, metaKey, altKey } = event;
    if (!(target instanceof HTMLElement) || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
    const entry = entries.find(({ task }) => String(task.id) === target.dataset.task);
    if (!entry) return;
    const { task } = entry;
    const key = keyOf(event.nativeEvent);
    const acts: Record<string, () => void> = {
      Delete: () => actions.remove(task),
      x: () => onSelect(task.id, event.shiftKey),
      d: () => actions.complete(task, !task.completed),
      e: () => setOpen((before) => (before === lastingNumber(task.id) ? undefined : lastingNumber(task.id))),
    };
    const act = acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <ul aria-label={t('list')} onKeyDown={onKeyDown} {...focus}>
        {entries.slice(0, count).map((entry) => (
          <TaskRow
            key={rowKey(entry.task)}
            {...entry}
            actions={actions}
            selected={selected?.has(entry.task.id)}
            isUnsaved={unsaved.has(entry.task.id)}
            isOpen={open === lastingNumber(entry.task.id)}
            onSelect={onSelect}
            onOpen={setOpen}
            onTag={onTag}
          />
        ))}
      </ul>
      {hasMore && (
        <button
          ref={end}
          type="button"
          onClick={grow}
          className="min-h-11 w-full rounded-lg text-sm text-ink-soft hover:bg-sunken"
        >
          {t('more', { count: entries.length - count })}
        </button>
      )}
    </>
  );
}
