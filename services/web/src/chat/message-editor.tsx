'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';
import { useTasks } from '../tasks/task-queries.ts';
import { Button } from '../ui/button.tsx';
import type { ChatMessage } from './chat-message.ts';
import { MESSAGE_LENGTH } from './message-length.ts';
import { changesSince } from './replaced-turn.ts';
import type { ToolCall } from './tool-call.ts';
import { ToolSentence } from './tool-sentence.tsx';
import { isReversible, standingOf } from './undo.ts';

interface Props {
  text: string;
  messages: readonly ChatMessage[];
  turn: number;
  /** With the changes that are to be taken back before. */
  onSend: (text: string, undo: readonly ToolCall[]) => void;
  onCancel: () => void;
}

/** Says one's message otherwise; what was done since is told, and can be taken back with it. */
export function MessageEditor({ text: before, messages, turn, onSend, onCancel }: Props) {
  const t = useTranslations('chat');
  const tasks = useTasks(useUser().id).data ?? [];
  const [text, setText] = useState(before);
  const [takesBack, setTakesBack] = useState(true);
  const field = useRef<HTMLTextAreaElement>(null);
  const told = useId();
  const standing = changesSince(messages, turn).filter(
    (call) => isReversible(call) && standingOf(call, tasks) === 'stands',
  );
  const isSame = text.trim() === before.trim();
  const sendable =
    text.trim() !== '' &&
    [...text.trim()].length <= MESSAGE_LENGTH &&
    !(isSame && standing.length > 0 && !takesBack);

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  const send = () => sendable && onSend(text.trim(), takesBack ? standing : []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    <div className="grid gap-3 rounded-2xl border border-pine bg-surface p-3">
      <textarea
        ref={field}
        aria-label={t('editField')}
        aria-describedby={standing.length > 0 ? told : undefined}
        className="field field-sizing-content max-h-60 resize-none"
        rows={1}
        dir={text ? 'auto' : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {standing.length > 0 && (
        <div className="rounded-xl bg-sunken px-3 py-2 text-sm">
          <p id={told}>{t('editChanged')}</p>
          <ul className="mt-1 max-h-40 list-disc overflow-y-auto ps-5 text-ink-soft">
            {standing.map((call) => (
              <li key={`${call.change}-${call.taskId}`}>
                <ToolSentence call={call} />
              </li>
            ))}
          </ul>
          <label className="mt-1 flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-pine"
              checked={takesBack}
              onChange={(event) => setTakesBack(event.target.checked)}
            />
            {t('editUndo')}
          </label>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="outline" onClick={onCancel}>
          {t('editCancel')}
        </Button>
        <Button disabled={!sendable} onClick={send}>
          {t('editSend')}
        </Button>
      </div>
    </div>
  );
}
