/** Changing titles, notes, priorities, due dates and tags. @module */
import { dueWords } from '../answering/due-words.ts';
import { shownTasks, shownText } from '../answering/showing.ts';
import type { Named } from '../memory.ts';
import type { Changes, Reference, Request, TaskSummary } from '../requests.ts';
import { dayOf, instantOf, wallClock } from '../understanding/zone.ts';
import type { Action, Scene } from './action.ts';
import { overAll } from './over-all.ts';
import { point } from './pointing.ts';

/** The tags of a task after a change. */
function tagsAfter(had: readonly string[], { addTags, removeTags }: Changes): string[] {
  const kept = removeTags === 'all' ? [] : had.filter((tag) => !removeTags?.includes(tag.toLowerCase()));
  return [...new Set([...kept, ...(addTags ?? [])])];
}

/** A time of day alone stays on the day that the task is due already. */
function onItsDay({ clock }: Changes, task: TaskSummary | undefined, { now }: Scene): string | undefined {
  const day =
    task?.due_date ?? (task?.due_at ? dayOf(wallClock(new Date(task.due_at), now.timeZone)) : undefined);
  if (!clock || !day) return undefined;
  const wall = new Date(`${day}T00:00:00Z`);
  // From six in the evening to "7" is an hour.
  const hour = task?.due_at ? wallClock(new Date(task.due_at), now.timeZone).getUTCHours() : 0;
  wall.setUTCHours(
    clock.either && clock.hour < 12 && hour >= 12 ? clock.hour + 12 : clock.hour,
    clock.minute,
  );
  const moment = instantOf(wall, now.timeZone);
  // What is past today is meant as the clock shows it next.
  return moment < now.instant ? undefined : moment.toISOString();
}

/** So many days later than a task is due; a task without a date is moved from today. */
function shifted({ shift, shiftMinutes }: Changes, task: TaskSummary | undefined, { now }: Scene): Changes {
  if (shiftMinutes !== undefined && task?.due_at) {
    return { due_at: new Date(Date.parse(task.due_at) + shiftMinutes * 60_000).toISOString() };
  }
  if (shift === undefined) return {};
  const milliseconds = shift * 86_400_000;
  if (task?.due_at) return { due_at: new Date(Date.parse(task.due_at) + milliseconds).toISOString() };
  const from = task?.due_date ? new Date(`${task.due_date}T00:00:00Z`) : wallClock(now.instant, now.timeZone);
  return { due_date: dayOf(from, shift) };
}

/** The new day with the time of the old one. */
function atSameTime({ sameTime, due_date }: Changes, task: TaskSummary | undefined, { now }: Scene): Changes {
  if (!sameTime || !due_date || !task?.due_at) return {};
  const had = wallClock(new Date(task.due_at), now.timeZone);
  const wall = new Date(`${due_date}T00:00:00Z`);
  wall.setUTCHours(had.getUTCHours(), had.getUTCMinutes());
  return { due_at: instantOf(wall, now.timeZone).toISOString() };
}

/** The title with one of its words exchanged; the first letter stays large. */
function swapped({ swap }: Changes, task: TaskSummary | undefined): Changes {
  if (!swap || !task) return {};
  const start = task.title.toLowerCase().indexOf(swap.from.toLowerCase());
  if (start < 0 && swap.orElse === undefined) return {};
  const title =
    start < 0
      ? (swap.orElse ?? '')
      : `${task.title.slice(0, start)}${swap.to}${task.title.slice(start + swap.from.length)}`;
  return { title: title.charAt(0).toLocaleUpperCase() + title.slice(1) };
}

/** "Move everything to monday": what is done has no date to be moved, nor a priority. */
function stillOpen({ reference, changes }: Extract<Request, { kind: 'update' }>): Reference {
  const { due_date, due_at, clock, shift, shiftMinutes, priority } = changes;
  const ahead = due_date ?? due_at ?? clock ?? shift ?? shiftMinutes ?? priority;
  if (reference.by !== 'filter' || reference.filter.status !== 'all' || !ahead) return reference;
  return { ...reference, filter: { ...reference.filter, status: 'pending' } };
}

/** Changes the tasks that were pointed at. */
export function* update(request: Extract<Request, { kind: 'update' }>, scene: Scene): Action {
  const { phrases } = scene.language;
  const { addTags, removeTags, clock, shift, shiftMinutes, sameTime, swap, ...fields } = request.changes;
  const full = Boolean(addTags ?? removeTags ?? clock ?? shift ?? shiftMinutes ?? sameTime ?? swap);
  const pointed = yield* point(stillOpen(request), request, scene, { full });
  if ('answer' in pointed) return pointed.answer;
  // Two tasks never get one name.
  if (fields.title !== undefined && pointed.tasks.length > 1) {
    const candidates = pointed.tasks.map((task) => ({ completed: false, ...task }));
    return {
      text: phrases.which(shownTasks(candidates, scene)),
      pending: { ask: 'which', request, candidates },
      listed: candidates,
    };
  }
  const argumentsFor = ({ id }: Named) => {
    const task = pointed.full?.find((candidate) => candidate.id === id);
    const due_at = onItsDay(request.changes, task, scene);
    const timed = atSameTime(request.changes, task, scene);
    const { due_date: _day, ...timeless } = fields;
    return {
      task_id: id,
      ...(timed.due_at ? { ...timeless, ...timed } : fields),
      ...swapped(request.changes, task),
      ...shifted(request.changes, task, scene),
      ...(due_at ? { due_at } : {}),
      ...(addTags || removeTags ? { tags: tagsAfter(task?.tags ?? [], request.changes) } : {}),
    };
  };
  const { done, failures } = yield* overAll(
    pointed.tasks,
    (task) => ({ tool: 'update_task', arguments: argumentsFor(task) }),
    scene,
  );
  const title = fields.title === undefined ? {} : { title: shownText(fields.title, scene) };
  // A new title is told beside the old one.
  const earlier = (task: Named) => ({
    ...task,
    title: title.title ? (pointed.tasks.find(({ id }) => id === task.id)?.title ?? '') : task.title,
  });
  const [first] = pointed.tasks;
  const applied: Changes = { ...request.changes, ...(first ? argumentsFor(first) : {}) };
  if (applied.due_at) delete applied.due_date;
  const what = changeWords(applied, scene);
  const text = [
    ...(done.length > 0 ? [phrases.updated(shownTasks(done.map(earlier), scene), { ...title, what })] : []),
    ...failures,
  ].join('\n');
  return done.length > 0 ? { text, mentioned: done } : { text };
}

function changeWords(changes: Changes, scene: Scene): string[] {
  const { change } = scene.language.phrases;
  const what: string[] = [];
  if (changes.description !== undefined) what.push(change.description(shownText(changes.description, scene)));
  if (changes.priority) what.push(change.priority(changes.priority));
  if (changes.due_date !== undefined || changes.due_at !== undefined)
    what.push(change.due(dueWords(changes, scene)));
  if (changes.recurrence !== undefined) {
    what.push(
      change.recurrence(
        changes.recurrence ? scene.language.phrases.recurrence(changes.recurrence) : undefined,
      ),
    );
  }
  const { addTags = [], removeTags = [] } = changes;
  if (addTags.length > 0 || removeTags.length > 0) {
    const shown = (tags: readonly string[]) => tags.map((tag) => shownText(tag, scene));
    what.push(
      change.tags({ added: shown(addTags), removed: removeTags === 'all' ? 'all' : shown(removeTags) }),
    );
  }
  return what;
}
