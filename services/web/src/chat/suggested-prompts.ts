import type { Task } from '../api-client/types.ts';
import { byCode } from '../i18n/by-code.ts';

/** A sentence that one could say: its key among the texts of the chat, and the task that it is about. */
export interface Prompt {
  key:
    | 'prompt1'
    | 'prompt2'
    | 'prompt3'
    | 'prompt4'
    | 'promptOverdue'
    | 'promptToday'
    | 'promptMove'
    | 'promptDone';
  title?: string;
}

const MOST = 4;
/** Longer ones make poor buttons. */
const LONGEST_TITLE = 48;

/** What makes sense to say to this list: late tasks first, then those of today, then what is open. */
export function suggestedPrompts(tasks: readonly Task[], dayAt: (moment: string) => string): Prompt[] {
  const today = dayAt(new Date().toISOString());
  const dayOf = ({ due_date, due_at }: Task) => due_date ?? (due_at ? dayAt(due_at) : NEVER);
  const byDay = (one: Task, other: Task) => byCode(dayOf(one), dayOf(other)) || one.id - other.id;
  const open = tasks.filter(({ completed }) => !completed);
  if (open.length === 0) {
    const more = tasks.length > 0 ? 'prompt4' : 'prompt2';
    return [{ key: 'prompt1' }, { key: 'prompt3' }, { key: more }];
  }
  const late = open.filter((task) => dayOf(task) < today).sort(byDay);
  const now = open.filter((task) => dayOf(task) === today);
  const nameable = (list: readonly Task[]) => list.find(({ title }) => isNameable(title, open))?.title;
  const move = nameable(late);
  const done = nameable([...now, ...open.filter((task) => dayOf(task) > today).sort(byDay)]);
  const prompts: (Prompt | undefined)[] = [
    move ? { key: 'promptMove', title: move } : undefined,
    late.length > 0 ? { key: 'promptOverdue' } : undefined,
    now.length > 0 ? { key: 'promptToday' } : undefined,
    done ? { key: 'promptDone', title: done } : undefined,
    { key: 'prompt2' },
    { key: 'prompt1' },
  ];
  return prompts.filter((prompt) => prompt !== undefined).slice(0, MOST);
}

const NEVER = '9999-12-31';

/** Short enough, on one line, without quotes of its own, and no other task's. */
function isNameable(title: string, all: readonly Task[]): boolean {
  if (title.length > LONGEST_TITLE || /["“”„‟«»\n\u202a-\u202e\u2066-\u2069]/.test(title)) return false;
  return all.filter((task) => task.title.toLowerCase() === title.toLowerCase()).length === 1;
}
