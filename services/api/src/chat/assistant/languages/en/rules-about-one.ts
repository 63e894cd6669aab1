/** Commands that name the task first and what is wanted afterwards: "on task 2, …", "tax return: high priority, due monday". @module */
import type { Rule } from '../../language.ts';
import type { Changes, TaskDraft } from '../../requests.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';
import { statement } from './vocabulary.ts';

/** One detail of a task: when it is due, how urgent it is, a tag or a note. */
function detailOf(text: string, reader: ClauseReader): Changes | undefined {
  const bare = text
    .trim()
    .replace(
      /^(?:and |also |make it |it's |its |it is |set (?:it )?(?:to )?|put |add |give it |with )+/i,
      '',
    );
  const due = reader.due(bare.replace(/^(?:due(?: date)?|deadline)(?: is| to)?:? ?(?:on |by |at )?/i, ''));
  if (due) return due;
  const level = bare.replace(/^(?:priority|prio)(?: is| to)?[: ] ?/i, '').replace(/ (?:priority|prio)$/i, '');
  const priority = reader.priority(bare) ?? reader.priority(level);
  if (priority) return { priority };
  const tags =
    /^(?:tag(?:ged|s)?|label(?:led)?)(?: it| with| as|:)* (?<tags>.+)$|^(?<hash>#\S+(?: #\S+)*)$/i.exec(
      bare,
    )?.groups;
  if (tags) return { addTags: reader.tags(tags.tags ?? tags.hash) };
  const note =
    /^(?:with )?(?:an? )?(?:notes?|description|details?)(?: saying| that says)?[: ]+(?<note>.+)$/i.exec(bare)
      ?.groups?.note;
  return note ? { description: reader.text(note) } : undefined;
}

/** All details of a text; undefined when something else is among them. */
function detailsOf(text: string, reader: ClauseReader): Changes | undefined {
  const details = text
    .split(/\s*[,;]\s*(?:and )?|\s+and\s+|\s+[–—-]+\s+/)
    .filter((part) => part.trim() !== '')
    .map((part) => detailOf(part, reader));
  const known = details.filter((detail) => detail !== undefined);
  return known.length === details.length && known.length > 0 ? Object.assign({}, ...known) : undefined;
}

/** A new task with those details. */
function detailed(
  draft: TaskDraft,
  { addTags, due_date, due_at, priority, description }: Changes,
): TaskDraft {
  return {
    ...draft,
    ...(due_date ? { due_date } : {}),
    ...(due_at ? { due_at } : {}),
    ...(priority ? { priority } : {}),
    ...(description ? { description } : {}),
    ...(addTags ? { tags: [...(draft.tags ?? []), ...addTags] } : {}),
  };
}

/** A few words that name a thing, and no sentence or command: "printer ink". */
const name = `${statement}(?!(?:i|i'm|im|we|you|he|she|it|they|this|that|these|those|yes|no|ok|okay|oh|sorry|hi|hey|hello|thanks|please|actually|and|but|or|so|not|just|also|let|mark|put|tag|label|call|tick|check|task|todo|new|by|on|at|due|for|the (?:first|second|last)|today|tomorrow|if|then|leave|keep|complete|finish|change|update)\\b)[^\\s:,.;?!]+(?: [^\\s:,.;?!]+){0,4}`;

export const aboutOneRules: readonly Rule[] = [
  {
    // "On fix tap replace the tag house with home", "for task 2, set the priority to high"
    name: 'on-task',
    pattern:
      /^(?:on|for|in|with|regarding|about|as for|to) (?<ref>(?!me\b|today\b|tomorrow\b)\S.*?)(?: task)?,? (?<rest>(?:please )?(?:set|change|make|add|put|remove|replace|swap|mark|move|push|tag|untag|delete|clear|drop|update|give|attach|write|lower|raise|bump|take)\b.+)$/i,
    read: ({ ref, rest }, reader) => {
      const reference = reader.due(ref) ? undefined : reader.reference(ref);
      const request = reference && reader.request(rest);
      if (!request || !('reference' in request) || request.reference.by !== 'mention') return undefined;
      const { orElse: _instead, ...aimed } = { orElse: undefined, ...request };
      return { ...aimed, reference } as typeof request;
    },
  },
  {
    // "Tax return: high priority, due monday, tag finance"
    name: 'details-behind',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!add\\b|new\\b|task:|todo:|(?:priority|prio|due|deadline|tags?|notes?|description|labels?)\\b)[^:,]{2,60}?)(?:\\s*[:–—]\\s*|\\s+-\\s+)(?<details>\\S.+)$|^(?<thing>${name}),\\s*(?<about>(?!make\\b|set\\b|put\\b|give\\b|add\\b)\\S.+)$`,
      'i',
    ),
    read: ({ thing, ref = thing, about = '', details = about }, reader) => {
      const reference = reader.due(ref) || reader.priority(ref) ? undefined : reader.reference(ref);
      const changes = reference && detailsOf(details, reader);
      if (!reference || !changes) return undefined;
      const named = reference.by === 'words' ? reader.draft(ref) : undefined;
      const draft = named && detailed(named, changes);
      return {
        kind: 'update',
        reference,
        changes,
        entire: true,
        ...(draft ? { orElse: { kind: 'add', drafts: [draft] } } : {}),
      };
    },
  },
];
