/** Requests of one message that belong together: tasks added one after the other, and what is said twice. @module */
import type { Changes, Request, TaskDraft } from '../requests.ts';

/** Whether a request is about the task that was just spoken of: "… and make it urgent". */
export function isAboutIt(request: Request | undefined): boolean {
  return request !== undefined && 'reference' in request && request.reference.by === 'mention';
}

/** A new task with the changes that were asked for in the same breath; undefined when they are none of a new task's. */
function withChanges(draft: TaskDraft, changes: Changes): TaskDraft | undefined {
  const { addTags, removeTags, shift, shiftMinutes, sameTime: _time, swap, clock: _day, ...fields } = changes;
  if (removeTags || shift || shiftMinutes || swap || Object.values(fields).includes(null)) return undefined;
  const tags = [...(draft.tags ?? []), ...(addTags ?? [])];
  return { ...draft, ...(fields as Partial<TaskDraft>), ...(tags.length > 0 ? { tags } : {}) };
}

/** Whether changes only take something from a task. */
function takesAway({ due_date, removeTags, description }: Changes): boolean {
  return due_date === null || removeTags !== undefined || description === '';
}

/** "Add nappies. Just one task, buy nappies": the same again, to be sure. */
function saysAgain(draft: TaskDraft, known: TaskDraft): boolean {
  const [said, before] = [draft.title.toLowerCase(), known.title.toLowerCase()];
  const dated = (draft.due_date ?? draft.due_at) !== undefined;
  return !dated && (said === before || said.endsWith(` ${before}`) || before.endsWith(` ${said}`));
}

/** Tasks that are added one after the other are added together, with what is said of the last of them. */
export function together(requests: Request[]): Request[] {
  const result: Request[] = [];
  for (const request of requests) {
    const last = result.at(-1);
    if (last?.kind === 'add') {
      const draft = last.drafts.at(-1);
      if (request.kind === 'add' && !request.under && !last.under) {
        const fresh = request.unasked
          ? request.drafts.filter((added) => !last.drafts.some((known) => saysAgain(added, known)))
          : request.drafts;
        last.drafts = [...last.drafts, ...fresh];
        continue;
      }
      const changed =
        request.kind === 'update' && isAboutIt(request) && draft && withChanges(draft, request.changes);
      if (changed) {
        last.drafts = [...last.drafts.slice(0, -1), changed];
        continue;
      }
    }
    // "Can you add a thing for me? Call the lawyer"
    if (last?.kind === 'add-unnamed' && request.kind === 'add') {
      const drafts = request.drafts.map((draft) => ({ ...last.fields, ...draft }));
      result.splice(-1, 1, { kind: 'add', drafts });
      continue;
    }
    if (request.kind === 'undo' && last?.kind === 'undo') continue;
    // "Wrote the letter, you can check it off" says one thing twice.
    const twice = isAboutIt(request) && 'reference' in request && last?.kind === request.kind;
    if (twice && last.kind === 'delete') continue;
    if (twice && last.kind === 'complete' && request.kind === 'complete') {
      if (last.completed === request.completed) continue;
    }
    // "2 needs no due date any more, take it off": the date, not the task.
    const taken = last?.kind === 'update' && request.kind === 'delete' && isAboutIt(request);
    if (taken && takesAway(last.changes)) continue;
    result.push(request.kind === 'add' ? { ...request } : request);
  }
  return result;
}
