'use client';

import { useTranslations } from 'use-intl';
import { dayTeller } from '../api-client/time-zone.ts';
import { useUser } from '../shell/user-context.tsx';
import { useTasks } from '../tasks/task-queries.ts';
import { suggestedPrompts } from './suggested-prompts.ts';

/**
 * A conversation before its first word: what one could say, to the tasks that there are. It hangs from above, so that
 * what comes moves nothing.
 */
export function EmptyChat({ onPrompt }: { onPrompt: (text: string) => void }) {
  const t = useTranslations('chat');
  const { id, name } = useUser();
  const tasks = useTasks(id);
  const known = tasks.data ?? (tasks.isError ? [] : undefined);
  const prompts = known && suggestedPrompts(known, dayTeller());
  return (
    <div className="mx-auto mt-[18vh] w-full max-w-xl pb-8">
      <p className="font-display text-2xl font-medium tracking-tight text-balance">
        {t('emptyTitle', { name: name.trim().split(/\s+/)[0] ?? name })}
      </p>
      <p className="mt-2 text-ink-soft">{t('emptyLead')}</p>
      <ul className="mt-5 flex flex-wrap gap-2">
        {prompts?.map(({ key, title }) => {
          const words = title === undefined ? t(key as 'prompt1') : t(key as 'promptMove', { title });
          return (
            <li key={key} className="max-w-full">
              <button
                type="button"
                onClick={() => onPrompt(words)}
                className="rise min-h-11 max-w-full rounded-2xl border border-line-strong bg-surface px-4 py-1.5 text-start text-sm break-words hover:border-pine hover:bg-pine-soft"
              >
                {words}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
