/** Takes priority, tags, description and due date out of the words of a new task; what is left is its title. @module */
import type { Language } from '../language.ts';
import type { TaskDraft } from '../requests.ts';
import { type Now, takeDate } from './dates.ts';

export interface Details {
  title: string;
  description?: string;
  fields: Pick<TaskDraft, 'priority' | 'due_date' | 'due_at' | 'tags'>;
}

/** Reads the details of a new task; a quotation inside is opaque to it. */
export function takeDetails(text: string, language: Language, now: Now): Details {
  const { words } = language;
  let rest = text.trim();
  const fields: Details['fields'] = {};

  let description: string | undefined;
  const described = words.description.exec(rest);
  if (described?.groups?.description) {
    description = described.groups.description.trim();
    rest = rest.slice(0, described.index);
  }

  const tags: string[] = [];
  rest = rest.replaceAll(words.tags, (_whole, ...found: unknown[]) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    tags.push(
      ...`${groups.hash ?? ''} ${groups.named ?? ''}`.split(/[\s,#]+|\band\b/).filter((tag) => tag !== ''),
    );
    return ' ';
  });
  if (tags.length > 0) fields.tags = [...new Set(tags.map((tag) => tag.toLowerCase()))];

  for (const { pattern, priority } of words.priorities) {
    const without = rest.replace(pattern, ' ');
    if (without === rest || without.trim() === '') continue;
    fields.priority = priority;
    rest = without;
    break;
  }

  const dated = takeDate(rest.replaceAll(/\s+/g, ' ').trim(), language, now);
  Object.assign(fields, dated.due);
  return { title: dated.rest, ...(description ? { description } : {}), fields };
}
