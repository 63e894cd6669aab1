'use client';

import { ArrowUp, Square } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  field: Ref<HTMLTextAreaElement>;
  busy: boolean;
  onSend: (text: string) => void;
  onStop: () => void;
}

const LONGEST_MESSAGE = 4000;

/** The message box: Enter sends, Shift+Enter makes a line, and one can type on while an answer comes in. */
export function Composer({ field, busy, onSend, onStop }: Props) {
  const t = useTranslations('chat');
  const [text, setText] = useState('');
  const send = () => {
    if (busy || !text.trim()) return;
    onSend(text.trim());
    setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the choice of a character; Safari says so by its key code only.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    send();
  };
  const button = 'm-1 grid size-11 shrink-0 place-items-center rounded-xl transition-colors';
  return (
    <form
      onSubmit={submit}
      className="flex items-end rounded-2xl border border-line-strong bg-surface focus-within:border-pine focus-within:outline-1 focus-within:outline-pine"
    >
      <textarea
        ref={field}
        id="message"
        aria-label={t('input')}
        placeholder={t('placeholder')}
        className="field-sizing-content max-h-40 min-h-13 w-full resize-none bg-transparent px-4 py-3.5 text-base outline-none"
        rows={1}
        maxLength={LONGEST_MESSAGE}
        enterKeyHint="send"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {busy ? (
        <button
          type="button"
          aria-label={t('stop')}
          title={t('stop')}
          onClick={onStop}
          className={`${button} bg-sunken text-ink hover:bg-line`}
        >
          <Square size={15} fill="currentColor" aria-hidden />
        </button>
      ) : (
        <button
          type="submit"
          aria-label={t('send')}
          title={t('send')}
          aria-disabled={!text.trim()}
          className={`${button} bg-pine text-on-pine hover:bg-pine-deep aria-disabled:bg-sunken aria-disabled:text-ink-soft`}
        >
          <ArrowUp size={20} aria-hidden />
        </button>
      )}
    </form>
  );
}
