/** The test bed's results in words. @module */
import type { Case } from './case.ts';
import { percent, type Result, scores } from './score.ts';

export interface Column {
  name: string;
  results: readonly Result[];
}

/** What went wrong, case by case; empty when nothing did. */
export function failuresOf({ name, results }: Column, withName: boolean): string {
  return results
    .filter(({ wrong }) => wrong.length > 0)
    .map(({ case: one, wrong }) =>
      [
        `✗ ${withName ? `${name}: ` : ''}${one.group} / ${one.name}: ${one.says.join(' → ')}`,
        ...wrong.map((line) => `    ${line}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** The scores of each group and language, one column for each who played. */
export function scoreTable(title: string, columns: readonly Column[]): string {
  const rows = (by: (one: Case) => string) => {
    const scored = columns.map(({ results }) => scores(results, by));
    return [...(scored[0]?.keys() ?? [])].map((key) =>
      [
        `  ${key.padEnd(28)}`,
        ...scored.map((all) => {
          const score = all.get(key) ?? { passed: 0, of: 1 };
          return `${score.passed}/${score.of}`.padStart(9) + `${percent(score)} %`.padStart(9);
        }),
      ].join(''),
    );
  };
  const heads = columns.length > 1 ? columns.map(({ name }) => name.slice(0, 17).padStart(18)).join('') : '';
  return [
    `${title.padEnd(30)}${heads}`,
    ...rows(({ group, language }) => `${group} (${language})`),
    ...rows(({ language }) => `all in ${language}`),
    '',
  ].join('\n');
}
