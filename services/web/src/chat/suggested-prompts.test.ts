import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Task } from '../api-client/types.ts';
import { suggestedPrompts } from './suggested-prompts.ts';

let id = 0;
const task = (title: string, due_date: string | null = null, completed = false) => {
  id += 1;
  return { id, title, due_date, due_at: null, completed } as Task;
};
/** On the clocks of Kiritimati, where the day begins first. */
const dayAt = (moment: string) => new Date(Date.parse(moment) + 14 * 3_600_000).toISOString().slice(0, 10);
const keys = (tasks: Task[]) => suggestedPrompts(tasks, dayAt).map(({ key }) => key);

beforeEach(() => void vi.setSystemTime('2026-11-20T11:00:00Z'));
afterEach(() => void vi.useRealTimers());

test('an empty list is shown how to begin', () => {
  expect(keys([])).toEqual(['prompt1', 'prompt3', 'prompt2']);
  expect(keys([task('Milk', null, true)])).toEqual(['prompt1', 'prompt3', 'prompt4']);
});

test('what is late comes first, then today, then the next', () => {
  const tasks = [task('Later', '2026-12-01'), task('Now', '2026-11-21'), task('Late', '2026-11-01')];
  expect(suggestedPrompts(tasks, dayAt)).toEqual([
    { key: 'promptMove', title: 'Late' },
    { key: 'promptOverdue' },
    { key: 'promptToday' },
    { key: 'promptDone', title: 'Now' },
  ]);
});

test('a moment lies on the day that clocks show then where the person is', () => {
  const at = (due_at: string) => ({ ...task('Call'), due_at });
  expect(keys([at('2026-11-20T09:00:00Z')])).toContain('promptOverdue');
  expect(keys([at('2026-11-20T10:30:00Z')])).toContain('promptToday');
  expect(keys([at('2026-11-21T09:30:00Z')])).toContain('promptToday');
  expect(keys([at('2026-11-21T10:30:00Z')])).not.toContain('promptToday');
});

test('what is done is not late, and what has no day is neither', () => {
  expect(keys([task('Old', '2026-11-01', true), task('Some day')])).toEqual([
    'promptDone',
    'prompt2',
    'prompt1',
  ]);
});

test.each(['x'.repeat(60), 'say “hi”', 'two\nlines', 'turned \u202e round'])(
  'a title that would not be understood is not offered: %j',
  (title) => {
    expect(keys([task(title, '2026-11-01')])).toEqual(['promptOverdue', 'prompt2', 'prompt1']);
  },
);

test('a title that two tasks have is not offered', () => {
  expect(keys([task('Milk'), task('milk')])).toEqual(['prompt2', 'prompt1']);
});
