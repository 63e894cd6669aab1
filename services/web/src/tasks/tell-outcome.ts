/** @module What is said of a change that was answered; it is loaded with the first answer. */
import type { ReactNode } from 'react';
import { timeZone } from '../api-client/time-zone.ts';
import type { Task } from '../api-client/types.ts';
import { formattingLocale } from '../i18n/formatting-locale.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toast-store.ts';
import type { Change, Failure, Outcome } from './changes/change.ts';
import { seenOf } from './changes/edit.ts';
import { dueWords } from './due-words.ts';
import { nextOf } from './next-of.ts';
import { emphasis, reasonOf, titleOf } from './task-words.ts';
import type { UndoTools } from './undo-last.ts';
import { showUndo } from './undo-toast.ts';
import { wayBack } from './way-back.ts';

const doneMany = {
  complete: 'doneMany',
  reopen: 'changedMany',
  delete: 'deletedMany',
  restore: 'restoredMany',
  change: 'changedMany',
} as const;
const failed = {
  add: 'addFailed',
  edit: 'saveFailed',
  complete: 'saveFailed',
  remove: 'deleteFailed',
  restore: 'restoreFailed',
} as const;

/** What is needed to say it and to take it back. */
interface Tools extends UndoTools {
  locale: string;
  undo: (taskId: number) => void;
}

/** Says what became of a change: done, with the way back, or refused, with the reason. */
export function tellOutcome(tools: Tools, change: Change, outcome: Outcome): void {
  if (outcome.failure) tellRefused(tools, change, outcome.failure);
  else void tellDone(tools, change, outcome.tasks);
}

async function tellDone(tools: Tools, change: Change, told: readonly Task[]): Promise<void> {
  const { t, locale, userId, queue, undo } = tools;
  const [task] = told;
  const way = wayBack(tools, change, told);
  const said = (key: 'deleted' | 'restored' | 'completedNow' | 'changed', title: string) =>
    t.rich(key, { title, ...emphasis });
  const undoable = (text: ReactNode, taskId: number) =>
    showUndo(text, { label: t('undo'), run: () => undo(taskId), way });

  if (change.kind === 'bulk')
    return undoable(t(doneMany[change.change.action], { count: change.ids.length }), change.ids[0] ?? 0);
  if (change.kind === 'remove')
    return showUndo(said('deleted', change.task.title), {
      label: t('undo'),
      run: () => queue.add({ kind: 'restore', id: change.id, task: change.task }),
      way,
    });
  if (!task) return;
  if (change.kind === 'restore') return showToast({ text: said('restored', task.title) });
  if (change.kind === 'edit') return undoable(said('changed', task.title), task.id);
  // What comes in sight by itself is not put before the eyes a second time.
  if (change.kind === 'add') return announce(t('addedNow', { title: task.title }));
  if (!change.completed) return announce(t('reopenedNow', { title: task.title }));
  const next = task.recurrence ? await nextOf(userId, task) : undefined;
  const due =
    next && dueWords(next, { now: new Date(), timeZone: timeZone(), locale: formattingLocale(locale) });
  const text = due
    ? t.rich('completedNext', { title: task.title, when: due.words, ...emphasis })
    : said('completedNow', task.title);
  undoable(text, task.id);
}

function tellRefused({ t, problems, queue }: Tools, change: Change, failure: Failure): void {
  const { theirs } = failure;
  const reason = reasonOf(problems, failure);
  if (change.kind === 'edit' && theirs) {
    const { id, title } = theirs;
    const { changes } = change;
    showToast({
      text: t.rich('conflict', { title, ...emphasis }),
      tone: 'problem',
      action: {
        label: t('useMine'),
        run: () => queue.add({ kind: 'edit', id, title, changes, seen: seenOf(theirs, changes) }),
      },
    });
    return;
  }
  const text =
    change.kind === 'bulk'
      ? t('bulkFailed', { reason })
      : t(failed[change.kind], { title: titleOf(change) ?? '', reason });
  showToast({ text, tone: 'problem' });
}
