/** Finds where one thing ends and the next begins, when no word stands between them. @module */
import type { Changes } from '../../requests.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';

/** No date has more. */
const mostWords = 12;

/** The longest ending of a text that can be read as something, and the words before it. */
function readEnding<T>(
  text: string,
  read: (ending: string) => T | undefined,
): { before: string; value: T } | undefined {
  for (const { index } of [...text.matchAll(/(?<=\s)\S/gu)].slice(-mostWords)) {
    const value = read(text.slice(index));
    if (value !== undefined) return { before: text.slice(0, index).trim(), value };
  }
  return undefined;
}

/** What a task is set to at the end of a clause, a date or a priority: "کام ۲ کو | کل شام پانچ بجے". */
export function settingAtEnd(
  text: string,
  reader: ClauseReader,
): { before: string; value: Changes } | undefined {
  return readEnding(text, (ending): Changes | undefined => {
    const due = reader.due(ending);
    if (due) return { ...due };
    const priority = reader.priority(ending);
    return priority && { priority };
  });
}
