'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';
import { useTasks } from '../tasks/task-queries.ts';
import type { ToolCall } from './tool-call.ts';
import { type standingOf, standingOfAll } from './undo.ts';
import { useUndo } from './use-undo.ts';

type Tasks = ReturnType<typeof useTasks>;
type Standing = ReturnType<typeof standingOf>;

interface Props {
  /** What is told together, all of one kind. */
  calls: readonly [ToolCall, ...ToolCall[]];
  /** The id of what tells the change, which also takes the focus when the button is gone. */
  sentence: string;
  /** The list may not know yet what was just done: that is not taken back for it. */
  isWriting: boolean;
}

/** Takes back what calls did; says instead that it is taken back, however that happened. */
export function UndoButton({ calls, sentence, isWriting }: Props) {
  const t = useTranslations('tools');
  const { data: tasks, refetch } = useTasks(useUser().id);
  const undo = useUndo();
  const [busy, setBusy] = useState(false);
  const [{ change }, ...others] = calls;
  const standing = tasks && standingOfAll(calls, tasks);
  const isUndone = useCertain(standing, isWriting, refetch);
  if (!standing || !change) return null;
  const run = async () => {
    if (busy) return;
    setBusy(true);
    if (await undo(calls)) document.getElementById(sentence)?.focus();
    setBusy(false);
  };
  return (
    <>
      <span role="status" className={isUndone ? 'px-2 text-ink-soft' : undefined}>
        {isUndone && t(others.length > 0 ? 'undoneMany' : `undone_${change}`)}
      </span>
      {standing === 'stands' && (
        <button
          type="button"
          aria-describedby={sentence}
          aria-disabled={busy}
          onClick={run}
          className="min-h-11 shrink-0 rounded-lg px-3 font-semibold text-pine-deep hover:bg-pine-soft aria-disabled:opacity-60 wide:min-h-9"
        >
          {t('undo')}
        </button>
      )}
    </>
  );
}

/**
 * Whether a change is taken back for certain. Where it was never seen to stand, the list may be older than the answer
 * (the network was away, the event is on its way), and is asked first.
 */
function useCertain(standing: Standing | undefined, isWriting: boolean, ask: Tasks['refetch']): boolean {
  const [isKnown, setIsKnown] = useState(false);
  const isAsked = standing === 'undone' && !isWriting && !isKnown;
  useEffect(() => {
    if (standing === 'stands') setIsKnown(true);
  }, [standing]);
  useEffect(() => {
    let isLeft = false;
    if (isAsked) {
      // Several buttons of one answer ask together.
      void ask({ cancelRefetch: false }).then(({ isSuccess }) => {
        if (!isLeft) setIsKnown(isSuccess);
      });
    }
    return () => {
      isLeft = true;
    };
  }, [isAsked, ask]);
  return standing === 'undone' && !isWriting && isKnown;
}
