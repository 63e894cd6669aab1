'use client';

import { Mic } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { formattingLocale } from '../i18n/formatting-locale.ts';
import { showToast } from '../ui/toast-store.ts';

interface Props {
  text: string;
  onText: (text: string) => void;
}

const loadDictation = () => import('./dictation.ts');
const warm = () => void loadDictation().catch(() => {});

/** Writes down what is said, after what is written already, in the language of the page; not where no browser hears. */
export function DictationButton({ text, onText }: Props) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const [canHear, setCanHear] = useState(false);
  const [end, setEnd] = useState<() => void>();
  const latest = useRef(end);
  latest.current = end;
  useEffect(() => {
    // The server does not know.
    setCanHear('SpeechRecognition' in window || 'webkitSpeechRecognition' in window);
    return () => latest.current?.();
  }, []);
  // Sent meanwhile: what was said before must not come back.
  useEffect(() => {
    if (text === '') latest.current?.();
  }, [text]);
  if (!canHear) return null;

  const onEnd = (trouble?: 'denied' | 'failed') => {
    setEnd(undefined);
    if (trouble) showToast({ text: t(`dictation_${trouble}`), tone: 'problem' });
  };
  const start = () => {
    let isWanted = true;
    let stop: () => void = onEnd;
    setEnd(() => () => {
      isWanted = false;
      stop();
    });
    loadDictation().then(
      ({ dictate }) => {
        const spaced = text && !/\s$/.test(text) ? `${text} ` : text;
        if (isWanted) {
          const onSaid = (said: string) => isWanted && onText(spaced + said);
          stop = dictate(formattingLocale(locale), { onText: onSaid, onEnd });
        }
      },
      () => onEnd('failed'),
    );
  };

  const listens = end !== undefined;
  return (
    <>
      <button
        type="button"
        aria-label={t('dictate')}
        title={t('dictate')}
        aria-pressed={listens}
        onClick={end ?? start}
        onPointerEnter={warm}
        onFocus={warm}
        className="my-1 grid size-11 shrink-0 place-items-center rounded-xl text-ink-soft transition-colors hover:bg-sunken hover:text-ink aria-pressed:bg-danger-soft aria-pressed:text-danger"
      >
        <Mic size={18} aria-hidden className={listens ? 'animate-pulse' : undefined} />
      </button>
      <span role="status" className="sr-only">
        {listens && t('listening')}
      </span>
    </>
  );
}
