import type { Task } from '../api-client/types.ts';

/** Letters alone: whatever their case, accents and vowel marks, and however a keyboard writes ی and ک. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ى', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll(/[ہة]/g, 'ه');
}

/** Whether a task has all the words, `#tags` (from their beginning) and `!priority` that are searched for. */
export function matches(task: Task, words: string): boolean {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return true;
  const tags = task.tags.map(plain);
  const text = plain([task.title, task.description, ...task.tags].join('\n'));
  return asked.every((word) => {
    if (/^#\d+$/.test(word) && task.id === Number(word.slice(1))) return true;
    if (word.startsWith('#') && word.length > 1) return tags.some((tag) => tag.startsWith(word.slice(1)));
    if (word.startsWith('!') && word.length > 1) return task.priority.startsWith(word.slice(1));
    return text.includes(word);
  });
}

/** The words of a search that are words: what the api can be asked for where nothing has them as they are written. */
export function wordsOf(search: string): string {
  return search
    .split(/\s+/)
    .filter((word) => word && !/^[#!]/.test(word))
    .join(' ');
}

/** The search for a tag; a tag of several words is searched for by its first. */
export function searchForTag(tag: string): string {
  return `#${tag.split(/\s+/)[0]} `;
}
