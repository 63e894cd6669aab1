/** Takes priority, tags, description and due date out of the words of a new task; what is left is its title. @module */
import type { Language } from '../language.ts';
import type { Changes, TaskDraft } from '../requests.ts';
import { type Now, takeDate } from './dates.ts';
import { takeRecurrence } from './take-recurrence.ts';

export interface Details {
  title: string;
  description?: string;
  fields: Pick<TaskDraft, 'priority' | 'due_date' | 'due_at' | 'tags' | 'recurrence'> &
    Pick<Changes, 'clock'>;
}

/** Reads the details of a new task; a quotation inside is opaque to it. */
export function takeDetails(text: string, language: Language, now: Now): Details {
  const { words } = language;
  let rest = text.trim();
  const fields: Details['fields'] = {};

  let description: string | undefined;
  const described = words.description.exec(rest);
  if (described?.groups?.description) {
    const [, quotation, more = ''] =
      /^(\uE000\d+\uE001)(?:[\s,;.]+(?:and\s+)?(.*))?$/s.exec(described.groups.description.trim()) ?? [];
    // A quoted note ends with its quotation; what follows tells more of the task.
    description = quotation ?? described.groups.description.trim();
    rest = `${rest.slice(0, described.index)} ${more}`.trim();
  }

  const tags: string[] = [];
  rest = rest.replaceAll(words.tags, (_whole, ...found: unknown[]) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    tags.push(
      ...(groups.hash ?? groups.named ?? groups.tagged ?? groups.labelled ?? '')
        .split(words.itemBreak)
        .flatMap((item) => item.split(/[\s#]+/))
        .filter((tag) => tag !== ''),
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

  rest = rest.replaceAll(/\s+/g, ' ').trim();
  const often = takeRecurrence(rest, language, now);
  if (often && /[\p{L}\p{N}\uE000]/u.test(often.rest)) {
    Object.assign(fields, { recurrence: often.recurrence }, often.due);
    return { title: often.rest, ...(description ? { description } : {}), fields };
  }
  const dated = takeDate(rest, language, now);
  Object.assign(fields, dated.due);
  return { title: dated.rest, ...(description ? { description } : {}), fields };
}
