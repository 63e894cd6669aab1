'use client';

import { ArrowUp, Square } from 'lucide-react';
import type { FormEvent, KeyboardEvent, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { DictationButton } from './dictation-button.tsx';
import { MESSAGE_LENGTH } from './message-length.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  busy: boolean;
  userId: string;
  /** Whose draft this is. */
  conversation: number | undefined;
  onSend: (text: string) => void;
  onStop: () => void;
}

/** So near to the end one is told how much is left. */
const SHOWN_BELOW = 200;

/** The message box: Enter sends, Shift+Enter makes a line, and one can type on while an answer comes in. */
export function Composer({ field, busy, userId, conversation, onSend, onStop }: Props) {
  const t = useTranslations('chat');
  // Here, so that what is typed concerns nothing but this box.
  const [text, onText] = useDraft(userId, conversation, field);
  const left = MESSAGE_LENGTH - [...text.trim()].length;
  const sendable = text.trim() !== '' && left >= 0;
  const send = () => {
    if (busy || !sendable) return;
    onSend(text.trim());
    onText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // From the box back to the page, where keys are commands; while an answer comes in, its end.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      if (busy) onStop();
      else event.currentTarget.blur();
    }
    // Enter also ends the choice of a character; Safari says so by its key code only.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    send();
  };
  const button = 'm-1 grid size-11 shrink-0 place-items-center rounded-xl transition-colors';
  return (
    <form
      // Sent by the browser itself, before the script is there, it would load the page anew, without what was typed.
      method="dialog"
      onSubmit={submit}
      className="flex flex-wrap items-end rounded-2xl border border-line-strong bg-surface focus-within:border-pine focus-within:outline-1 focus-within:outline-pine"
    >
      <textarea
        ref={field}
        id="message"
        aria-label={t('input')}
        placeholder={t('placeholder')}
        className="field-sizing-content max-h-40 min-h-13 w-0 flex-1 resize-none bg-transparent px-4 py-3.5 text-base outline-none"
        rows={1}
        // An empty field begins where the page does, with its placeholder.
        dir={text ? 'auto' : undefined}
        aria-invalid={left < 0}
        aria-describedby="message-length"
        enterKeyHint="send"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <DictationButton text={text} onText={onText} />
      {busy ? (
        <button
          type="button"
          aria-label={t('stop')}
          title={t('stop')}
          // The second click of a double one was meant for the button that was here before.
          onClick={({ detail }) => detail < 2 && onStop()}
          className={`${button} bg-sunken text-ink hover:bg-line`}
        >
          <Square size={15} fill="currentColor" aria-hidden />
        </button>
      ) : (
        <button
          type="submit"
          aria-label={t('send')}
          title={t('send')}
          aria-disabled={!sendable}
          className={`${button} bg-pine text-on-pine hover:bg-pine-deep aria-disabled:bg-sunken aria-disabled:text-ink-soft`}
        >
          <ArrowUp size={20} aria-hidden />
        </button>
      )}
      {/* Here before it has words, so that they are read out. */}
      <p
        id="message-length"
        role="status"
        className={left < 0 ? 'w-full px-4 pb-2 text-sm text-danger' : 'w-full px-4 text-sm text-ink-soft'}
      >
        {left < 0 ? t('tooLong', { count: -left }) : left < SHOWN_BELOW ? t('left', { count: left }) : ''}
      </p>
    </form>
  );
}
