'use client';

import { useTranslations } from 'use-intl';
import type { Mistake, WrongFile } from './import-file.ts';
import { mistakeWords } from './mistake-words.ts';

/** What is wrong in a file, row by row; what only the api has words for is in English. */
export function MistakeTable({ mistakes, more }: Pick<WrongFile, 'mistakes' | 'more'>) {
  const t = useTranslations('data');
  const say = useTranslations('mistakes');
  const told = (mistake: Mistake) => {
    const words = mistakeWords(mistake);
    if (words) return <td className="px-3 py-2">{say(words.key as 'title', words.values)}</td>;
    return (
      <td lang="en" dir="ltr" className="px-3 py-2 text-start break-words">
        {mistake.message}
      </td>
    );
  };
  return (
    <div className="grid gap-2">
      <section
        aria-label={t('mistakes')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-lg border border-line"
      >
        <table className="w-full text-start text-sm">
          <thead className="sticky top-0 bg-sunken">
            <tr>
              {(['row', 'field', 'mistake'] as const).map((column) => (
                <th key={column} scope="col" className="px-3 py-2 text-start font-medium">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {mistakes.map(({ row, path, message }) => (
              <tr key={`${row} ${path} ${message}`}>
                <td className="px-3 py-2 tabular-nums">{row ?? '–'}</td>
                <td className="px-3 py-2 break-all">
                  <bdi>{path || '–'}</bdi>
                </td>
                {told({ path, message })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p className="text-sm text-ink-soft">{t('more', { more })}</p>}
    </div>
  );
}
