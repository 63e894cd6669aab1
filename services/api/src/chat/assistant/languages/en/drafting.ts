/** New tasks out of their words: one, or several as the words tell. @module */
import type { TaskDraft } from '../../requests.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import type { Due } from '../../understanding/dates.ts';
import { severalItems } from './items.ts';

/** How people ask for a new task. */
export const addingVerb = `(?:add|ad|addd|adn|crate|create|make|insert|jot down|write down|note down|put down|record|set up|set|log|save|schedule|start|enter|register|i(?:'d| would)? (?:want|need|like)(?: to (?:add|create|make))?|new|give me|open|get me)`;

/** The request to add these; none when there is nothing to add. */
export const adding = (drafts: TaskDraft[], unasked = false) =>
  drafts.length > 0 ? { kind: 'add' as const, drafts, ...(unasked ? { unasked } : {}) } : undefined;

/** One task, whatever is in its words. */
export const one = (text: string | undefined, reader: ClauseReader, more: Partial<TaskDraft> = {}) => {
  const draft = reader.draft(text);
  return draft && adding([{ ...draft, ...more }]);
};

/** A task of which only the date is known. */
export const unnamed = ({ clock: _only, ...due }: Due) => ({ kind: 'add-unnamed' as const, fields: due });

/** A task for each of the texts that hold one. */
export const drafts = (texts: readonly string[], reader: ClauseReader): TaskDraft[] =>
  texts.map((text) => reader.draft(text)).filter((draft) => draft !== undefined);

/** One task or several, as the words tell. */
export const some = (text: string | undefined, reader: ClauseReader, options: { named?: boolean } = {}) => {
  const items = severalItems(text ?? '', reader, options);
  if (!items) {
    const due = reader.due(text);
    return due ? unnamed(due) : one(text, reader);
  }
  return adding(drafts(items, reader));
};

/** An announced list, all of it for the day that was announced with it. */
export const dated = (when = '', titles: string | undefined, reader: ClauseReader) => {
  const due = when.trim() === '' ? undefined : reader.due(when);
  if (when.trim() !== '' && !due) return undefined;
  const request = some(titles, reader, { named: true });
  if (request?.kind !== 'add' || !due) return request;
  const { clock: _only, ...fields } = due;
  const undated = (draft: TaskDraft) => !draft.due_date && !draft.due_at;
  return adding(request.drafts.map((draft) => (undated(draft) ? { ...draft, ...fields } : draft)));
};
