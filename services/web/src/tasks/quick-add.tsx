'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/button.tsx';

const LONGEST_TITLE = 200;

/** One line that adds a task and is ready for the next. */
export function QuickAdd({ onAdd }: { onAdd: (title: string) => void }) {
  const t = useTranslations('tasks');
  const id = useId();
  const [title, setTitle] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    onAdd(title.trim());
    setTitle('');
  };
  return (
    <form onSubmit={submit} className="relative">
      <label htmlFor={id} className="sr-only">
        {t('add')}
      </label>
      <input
        id={id}
        className="field pe-12"
        placeholder={t('addPlaceholder')}
        value={title}
        maxLength={LONGEST_TITLE}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setTitle(event.target.value)}
      />
      <IconButton
        type="submit"
        aria-label={t('addButton')}
        className="absolute inset-y-0 end-0 text-pine-deep"
      >
        <Plus size={20} aria-hidden />
      </IconButton>
    </form>
  );
}
