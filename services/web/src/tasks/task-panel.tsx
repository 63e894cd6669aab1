'use client';

import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { loadPart } from '../browser/load-part.ts';
import { useUser } from '../shell/user-context.tsx';
import { Button } from '../ui/button.tsx';
import { hasKeptTasks } from './kept-list.ts';
import { QuickAdd } from './quick-add.tsx';
import { useTaskActions } from './task-actions.ts';
import { TaskEmpty } from './task-empty.tsx';
import { TaskFilters } from './task-filters.tsx';
import { useAlike, useTasks } from './task-queries.ts';
import { searchForTag } from './task-search.ts';
import { TaskToolbar } from './task-toolbar.tsx';
import { entriesOf, type TaskFilter } from './task-view.ts';
import { useKeptView } from './use-kept-view.ts';
import { useSelection } from './use-selection.ts';
import { useUndoKey } from './use-undo-key.ts';

const loadList = () => import('./task-list.tsx');
const warmList = () => void loadList().catch(() => {});
const TaskList = lazy(() => loadPart(loadList));
const BulkBar = lazy(() => loadPart(() => import('./bulk-bar.tsx')));
const TrashList = lazy(() => loadPart(() => import('./trash-list.tsx')));

const nothing: readonly never[] = [];

/** The person's tasks, live. */
export function TaskPanel() {
  const t = useTranslations('tasks');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { id: userId } = useUser();
  const tasks = useTasks(userId);
  const actions = useTaskActions();
  const [view, changeView] = useKeptView();
  const [isTrash, setTrash] = useState(false);
  useUndoKey(actions.undo);
  useEffect(() => {
    // Where there were tasks before there are some now: their rows come while the api is asked.
    if (hasKeptTasks(userId)) warmList();
  }, [userId]);

  // The list may follow a moment after what is typed.
  const shown = useDeferredValue(view);
  const found = useMemo(
    () => tasks.data && entriesOf(tasks.data, shown, locale),
    [tasks.data, shown, locale],
  );
  const alike = useAlike(userId, shown.words, found?.length === 0 && Boolean(tasks.data?.length));
  const entries = useMemo(
    () => (alike.size > 0 && tasks.data ? entriesOf(tasks.data, shown, locale, alike) : found),
    [alike, found, tasks.data, shown, locale],
  );
  const order = useMemo(() => entries?.map(({ task }) => task.id) ?? nothing, [entries]);
  const { selected, begin, end, all, toggle } = useSelection(order);

  const counts = useMemo(() => {
    if (!tasks.data) return undefined;
    const completed = tasks.data.filter((task) => task.completed).length;
    return { all: tasks.data.length, pending: tasks.data.length - completed, completed };
  }, [tasks.data]);
  const showTag = useCallback((tag: string) => changeView({ words: searchForTag(tag) }), [changeView]);
  const showFilter = (filter: TaskFilter) => {
    setTrash(false);
    changeView({ filter });
  };
  const showWords = (words: string) => {
    setTrash(false);
    changeView({ words });
  };
  const count = entries?.length ?? 0;

  return (
    <section aria-label={t('heading')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line p-4 pb-2 wide:px-5">
        <h2 className="font-display text-lg font-semibold max-wide:sr-only">{t('heading')}</h2>
        <QuickAdd onAdd={actions.add} onPrepare={warmList} />
        <TaskFilters filter={isTrash ? undefined : view.filter} counts={counts} onFilter={showFilter} />
        <TaskToolbar
          words={view.words}
          sort={view.sort}
          isSelecting={selected !== undefined}
          isTrash={isTrash}
          onWords={showWords}
          onSort={(sort) => changeView({ sort })}
          onSelect={() => {
            setTrash(false);
            selected ? end() : begin();
          }}
          onTrash={() => {
            end();
            setTrash(!isTrash);
          }}
          onUndo={actions.undo}
        />
      </div>
      {/* Here before the bar: the boxes to select wait for it, and nothing moves away beneath a finger when it comes. */}
      <Suspense>
        {selected && !isTrash && (
          <BulkBar
            tasks={(tasks.data ?? nothing).filter(({ id }) => selected.has(id))}
            isAll={order.length > 0 && selected.size === order.length}
            knownTags={[...new Set(tasks.data?.flatMap(({ tags }) => tags))]}
            onAll={all}
            onDone={end}
            onChange={(change) => {
              actions.bulk([...selected], change);
              if (change.action === 'delete') end();
            }}
          />
        )}
      </Suspense>
      <p role="status" className="sr-only">
        {shown.words.trim() && entries ? t('found', { count }) : ''}
      </p>
      <div data-scrolls className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 py-2 wide:px-3">
        {isTrash ? (
          <Suspense fallback={<Skeleton label={t('loading')} />}>
            <TrashList
              onRestore={actions.restore}
              onClose={() => setTrash(false)}
              waiting={<Skeleton label={t('loading')} />}
            />
          </Suspense>
        ) : entries && count > 0 ? (
          <Suspense fallback={<Skeleton label={t('loading')} />}>
            <TaskList
              entries={entries}
              view={JSON.stringify(shown)}
              actions={actions}
              selected={selected}
              onSelect={toggle}
              onTag={showTag}
            />
          </Suspense>
        ) : entries ? (
          <TaskEmpty view={shown} hasTasks={Boolean(tasks.data?.length)} onClear={() => showWords('')} />
        ) : tasks.isError ? (
          <div role="alert" className="grid justify-items-start gap-3 p-4">
            <p>{t('loadFailed')}</p>
            <Button look="outline" onClick={() => tasks.refetch()}>
              {shell('tryAgain')}
            </Button>
          </div>
        ) : (
          <Skeleton label={t('loading')} />
        )}
      </div>
    </section>
  );
}

const skeletonWidths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-1/3'];

function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {skeletonWidths.map((width) => (
        <div key={width} className="flex min-h-14 items-center gap-4 px-3">
          <div className="skeleton size-6 rounded-full" />
          <div className={`skeleton h-4 ${width}`} />
        </div>
      ))}
    </div>
  );
}
