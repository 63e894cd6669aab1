'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

const TYPING_MILLISECONDS = 150;
const LONGEST_QUERY = 200;

/** What is typed, a moment after the last key. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(setSettled, TYPING_MILLISECONDS, value);
    return () => clearTimeout(timer);
  }, [value]);
  // An empty box shows everything at once.
  return value === '' ? '' : settled;
}

interface Props {
  box: Ref<HTMLInputElement>;
  value: string;
  onChange: (value: string) => void;
  /** Enter: to the first that was found. */
  onOpenFirst: () => void;
  onArrowDown: () => void;
}

/** The box that finds conversations as one types. */
export function ConversationSearch({ box, value, onChange, onOpenFirst, onArrowDown }: Props) {
  const t = useTranslations('chat');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onOpenFirst();
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onArrowDown();
  };
  return (
    <div className="relative">
      <Search
        size={17}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-3 my-auto text-ink-soft"
      />
      <input
        ref={box}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        className="min-h-11 w-full rounded-lg border border-line-strong bg-surface ps-9 pe-3"
        value={value}
        maxLength={LONGEST_QUERY}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
