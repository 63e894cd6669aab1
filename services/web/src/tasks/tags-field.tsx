'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

const LONGEST_TAG = 50;
const MOST_TAGS = 20;

/** The tags of a task: typed one after the other, each with a cross. */
export function TagsField({ tags, onChange }: Props) {
  const t = useTranslations('tasks');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const add = () => {
    const named = typed
      .split(/[,،]/)
      .map((tag) => tag.trim().replace(/^#/, ''))
      .filter(Boolean);
    setTyped('');
    const all = [...new Set([...tags, ...named])].slice(0, MOST_TAGS);
    if (all.length > tags.length) onChange(all);
  };
  const remove = (tag: string) => {
    // Its button goes with it.
    field.current?.focus();
    onChange(tags.filter((one) => one !== tag));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === ',' || event.key === '،') {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && !typed && tags.length > 0) onChange(tags.slice(0, -1));
  };
  return (
    <div className="field flex flex-wrap items-center gap-1.5 py-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-pine">
      {tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex items-center rounded-full bg-pine-soft ps-2.5 text-sm text-pine-deep"
        >
          <bdi>{tag}</bdi>
          <button
            type="button"
            aria-label={t('removeTag', { tag })}
            onClick={() => remove(tag)}
            className="grid size-8 place-items-center rounded-full"
          >
            <X size={14} aria-hidden />
          </button>
        </span>
      ))}
      <label htmlFor={id} className="sr-only">
        {t('tags')}
      </label>
      <input
        ref={field}
        id={id}
        dir={typed ? 'auto' : undefined}
        value={typed}
        maxLength={LONGEST_TAG}
        placeholder={tags.length === 0 ? t('tagsPlaceholder') : undefined}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
        className="min-h-8 min-w-20 flex-1 bg-transparent outline-none"
      />
    </div>
  );
}
