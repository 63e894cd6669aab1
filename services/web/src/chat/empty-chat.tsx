'use client';

import { useTranslations } from 'use-intl';
import { useUser } from '../shell/user-context.tsx';

const prompts = ['prompt1', 'prompt2', 'prompt3', 'prompt4'] as const;

/** A conversation before its first word: what one could say. */
export function EmptyChat({ onPrompt }: { onPrompt: (text: string) => void }) {
  const t = useTranslations('chat');
  const { name } = useUser();
  return (
    <div className="m-auto w-full max-w-xl py-8">
      <p className="font-display text-2xl font-medium tracking-tight text-balance">
        {t('emptyTitle', { name: name.trim().split(/\s+/)[0] ?? name })}
      </p>
      <p className="mt-2 text-ink-soft">{t('emptyLead')}</p>
      <ul className="mt-5 flex flex-wrap gap-2">
        {prompts.map((prompt) => (
          <li key={prompt}>
            <button
              type="button"
              onClick={() => onPrompt(t(prompt))}
              className="min-h-11 rounded-full border border-line-strong bg-surface px-4 text-start text-sm hover:border-pine hover:bg-pine-soft"
            >
              {t(prompt)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
