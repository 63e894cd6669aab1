import type { Mistake } from './import-file.ts';

/** What the api says in English for programs, by the key of the same in the person's language. */
const said: readonly [RegExp, string][] = [
  [/^this column is required$/, 'columnMissing'],
  [/^is no column of tasks/, 'noColumn'],
  [/\bis there twice$/, 'twice'],
  [/^has (?<cells>\d+) cells, but there are (?<columns>\d+) columns$/, 'cells'],
  [/^this is no CSV/, 'noTable'],
  [/^there is no task (?<task>\d+) in this file$/, 'noParent'],
  [/^must be another task$|is itself a subtask/, 'badParent'],
  [/^give due_date or due_at, not both$/, 'twoDues'],
];

/** What a column must hold. */
const columns = [
  'title',
  'description',
  'completed',
  'priority',
  'due_date',
  'due_at',
  'tags',
  'recurrence',
  'id',
  'parent_id',
] as const;

interface MistakeWords {
  key: string;
  values: Record<string, string>;
}

/** How to say a mistake in a language of ours; nothing for one that only the api has words for. */
export function mistakeWords({ path, message }: Pick<Mistake, 'path' | 'message'>): MistakeWords | undefined {
  for (const [pattern, key] of said) {
    const match = pattern.exec(message);
    if (match) return { key, values: { ...match.groups } };
  }
  const name = path.replace(/^tasks\.\d+\./, '').replace(/\.\d+$/, '');
  return columns.some((column) => column === name) ? { key: name, values: {} } : undefined;
}
