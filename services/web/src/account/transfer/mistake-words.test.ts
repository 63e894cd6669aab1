import { expect, test } from 'vitest';
import { accountCatalogues } from '../../i18n/catalogues.ts';
import { mistakeWords } from './mistake-words.ts';

test.each([
  ['', 'has 4 cells, but there are 3 columns', 'cells', { cells: '4', columns: '3' }],
  ['color', 'is no column of tasks: they are id, title', 'noColumn', {}],
  ['title', 'this column is required', 'columnMissing', {}],
  ['id', '7 is there twice', 'twice', {}],
  ['parent_id', 'there is no task 12 in this file', 'noParent', { task: '12' }],
  ['parent_id', 'task 3 is itself a subtask: they are one level deep', 'badParent', {}],
  ['due_date', 'must be a calendar day written YYYY-MM-DD', 'due_date', {}],
  ['tasks.4.tags.2', 'must have at most 50 characters', 'tags', {}],
])('%s: %s', (path, message, key, values) => {
  expect(mistakeWords({ path, message })).toEqual({ key, values });
  expect(accountCatalogues.en.mistakes).toHaveProperty(key);
});

test('what is of a conversation has only the words of the api', () => {
  const message = 'must be UI messages of the AI SDK';
  expect(mistakeWords({ path: 'conversations.0.messages', message })).toBeUndefined();
});
