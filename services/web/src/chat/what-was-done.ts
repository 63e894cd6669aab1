import { fieldsOf, type ToolCall } from './tool-call.ts';

/** When something is due, of which a sentence tells. */
interface Due {
  due_date: string | null;
  due_at: string | null;
}

/** The sentence that tells what a finished call did: its key among the texts of tools, and what that takes. */
export type Deed =
  | { key: 'add_task' | 'complete_task' | 'complete_taskReopened' | 'delete_task' | 'restore_task' }
  | { key: 'update_task' | 'undated' | 'repeats' | 'repeatsNoMore' | 'list_tasks' | 'nextMade' }
  | { key: 'prioritized_high' | 'prioritized_medium' | 'prioritized_low' }
  | { key: 'addedFor' | 'movedTo' | 'nextMadeFor'; due: Due }
  | { key: 'renamed'; before: string }
  | { key: 'found'; count: number };

/** What a call that went well did, as precisely as its arguments and its result tell. */
export function deedOf({ known, change, input, output, previous }: ToolCall): Deed | undefined {
  const result = fieldsOf(output);
  switch (known) {
    case 'add_task': {
      const due = dueIn(input);
      return due ? { key: 'addedFor', due } : { key: known };
    }
    case 'list_tasks':
      return Array.isArray(result.tasks) && result.next === undefined
        ? { key: 'found', count: result.tasks.length }
        : { key: known };
    case 'complete_task': {
      if (change === 'pending') return { key: 'complete_taskReopened' };
      if (result.next === undefined) return { key: known };
      const due = dueIn(result.next);
      return due ? { key: 'nextMadeFor', due } : { key: 'nextMade' };
    }
    case 'update_task':
      return changeOf(fieldsOf(input), previous);
    case 'delete_task':
    case 'restore_task':
      return { key: known };
    default:
      return undefined;
  }
}

/** A change of one thing is told by its name. */
function changeOf(input: object, previous: object): Deed {
  const { task_id: _task, user_id: _user, ...given } = input as Record<string, unknown>;
  const before = fieldsOf(previous);
  const names = new Set(Object.keys(given).map((name) => (name === 'due_at' ? 'due_date' : name)));
  const [only, ...more] = names;
  if (more.length > 0) return { key: 'update_task' };
  if (only === 'title' && typeof before.title === 'string') return { key: 'renamed', before: before.title };
  if (only === 'recurrence') return { key: given.recurrence ? 'repeats' : 'repeatsNoMore' };
  if (only === 'due_date') {
    const due = dueIn(given);
    return due ? { key: 'movedTo', due } : { key: 'undated' };
  }
  const { priority } = given;
  if (priority === 'high' || priority === 'medium' || priority === 'low')
    return { key: `prioritized_${priority}` };
  return { key: 'update_task' };
}

function dueIn(holder: unknown): Due | undefined {
  const { due_date, due_at } = fieldsOf(holder);
  if (typeof due_at === 'string') return { due_date: null, due_at };
  return typeof due_date === 'string' ? { due_date, due_at: null } : undefined;
}
