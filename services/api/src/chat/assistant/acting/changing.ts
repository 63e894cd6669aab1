/** Completing, reopening, deleting, restoring and updating the tasks that a person pointed at. @module */
import { type Named, namedOf, type Outcome, type ToolRequest, tasksOf } from '../memory.ts';
import type { Changes, Request, TaskSummary } from '../requests.ts';
import { findTasks } from '../resolving/find-tasks.ts';
import { type Action, type Answer, call, type Scene } from './action.ts';
import { dueWords } from './due-words.ts';
import { point } from './pointing.ts';

/** Runs one tool over several tasks and sorts what came of it. */
function* overAll(
  tasks: readonly Named[],
  request: (task: Named) => ToolRequest,
  scene: Scene,
): Generator<ToolRequest[], { done: Named[]; failures: string[] }, Outcome[]> {
  const outcomes = yield tasks.map(request);
  const done: Named[] = [];
  const failures: string[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const task = namedOf(outcome);
    if (task) done.push(task);
    else if (!outcome.ok) {
      const id = tasks[index]?.id ?? 0;
      const absent = /\bno task\b/i.test(outcome.error);
      failures.push(
        absent ? scene.language.phrases.noNumber(id) : scene.language.phrases.failed(outcome.error),
      );
    }
  }
  return { done, failures };
}

function answered(done: Named[], failures: string[], say: (tasks: Named[]) => string): Answer {
  const text = [...(done.length > 0 ? [say(done)] : []), ...failures].join('\n');
  return done.length > 0 ? { text, mentioned: done } : { text };
}

/** Marks tasks as done or not done. */
export function* complete(request: Extract<Request, { kind: 'complete' }>, scene: Scene): Action {
  const { completed } = request;
  const { phrases } = scene.language;
  const reference =
    request.reference.by === 'filter' && request.reference.filter.status === 'all'
      ? {
          by: 'filter' as const,
          filter: {
            ...request.reference.filter,
            status: completed ? ('pending' as const) : ('completed' as const),
          },
        }
      : request.reference;
  const pointed = yield* point(reference, request, scene, (task) => task.completed !== completed);
  if ('answer' in pointed) return pointed.answer;
  const [only] = pointed.full ?? [];
  if (only && pointed.full?.length === 1 && only.completed === completed) {
    return { text: phrases.already(only, completed), mentioned: [only] };
  }
  const { done, failures } = yield* overAll(
    pointed.tasks,
    ({ id }) => ({
      tool: 'complete_task',
      arguments: completed ? { task_id: id } : { task_id: id, completed },
    }),
    scene,
  );
  return answered(done, failures, (tasks) => phrases.completed(tasks, completed));
}

/** Deletes the tasks that were pointed at. A whole group is only named, and waits for a yes. */
export function* remove(request: Extract<Request, { kind: 'delete' }>, scene: Scene): Action {
  const { phrases } = scene.language;
  const pointed = yield* point(request.reference, request, scene);
  if ('answer' in pointed) return pointed.answer;
  if (pointed.group && request.reference.by === 'filter') {
    const { tasks, more } = pointed.group;
    const { filter } = request.reference;
    return {
      text: phrases.confirmDelete(tasks, more),
      pending: { ask: 'delete', tasks, filter },
      listed: tasks,
    };
  }
  if (request.reference.by === 'mention' && pointed.tasks.length > 1) {
    const tasks = pointed.tasks.map((task) => ({ ...task, completed: false }));
    return {
      text: phrases.confirmDelete(tasks, false),
      pending: { ask: 'delete', tasks, filter: { status: 'all' } },
    };
  }
  return yield* removeNow(pointed.tasks, scene);
}

/** Deletes without asking: for tasks named one by one, and for a group after the yes. */
export function* removeNow(tasks: readonly Named[], scene: Scene): Action {
  const { done, failures } = yield* overAll(
    tasks,
    ({ id }) => ({ tool: 'delete_task', arguments: { task_id: id } }),
    scene,
  );
  return answered(done, failures, scene.language.phrases.deleted);
}

/** Brings tasks back from the trash. */
export function* restore(request: Extract<Request, { kind: 'restore' }>, scene: Scene): Action {
  const { phrases, words } = scene.language;
  let tasks: Named[] = [];
  if (request.reference.by === 'words') {
    const trash = yield* call('list_tasks', { status: 'trashed' });
    const { sure } = findTasks(request.reference.words, tasksOf(trash), words);
    if (sure.length === 0) return { text: phrases.notFound(request.reference.words, []) };
    if (sure.length > 1)
      return {
        text: phrases.which(sure),
        pending: { ask: 'which', request, candidates: sure },
        listed: sure,
      };
    tasks = sure;
  } else {
    const pointed = yield* point(request.reference, request, scene);
    if ('answer' in pointed) return pointed.answer;
    tasks = pointed.tasks;
  }
  const { done, failures } = yield* overAll(
    tasks,
    ({ id }) => ({ tool: 'restore_task', arguments: { task_id: id } }),
    scene,
  );
  return answered(done, failures, phrases.restored);
}

/** Changes title, description, priority, due date or tags. */
export function* update(request: Extract<Request, { kind: 'update' }>, scene: Scene): Action {
  const { phrases } = scene.language;
  const pointed = yield* point(request.reference, request, scene);
  if ('answer' in pointed) return pointed.answer;
  const { addTags, removeTags, ...fields } = request.changes;
  let known: TaskSummary[] = pointed.full ?? [];
  if ((addTags ?? removeTags) && known.length === 0) {
    known = tasksOf(yield* call('list_tasks', { status: 'all', limit: 100 }));
  }
  const tagsFor = (id: number): { tags?: string[] } => {
    if (!addTags && !removeTags) return {};
    const had = known.find((task) => task.id === id)?.tags ?? [];
    return { tags: [...new Set([...had, ...(addTags ?? [])])].filter((tag) => !removeTags?.includes(tag)) };
  };
  const { done, failures } = yield* overAll(
    pointed.tasks,
    ({ id }) => ({ tool: 'update_task', arguments: { task_id: id, ...fields, ...tagsFor(id) } }),
    scene,
  );
  const what = changeWords(request.changes, scene);
  const earlier = (id: number) => pointed.tasks.find((task) => task.id === id)?.title;
  return answered(done, failures, (tasks) =>
    tasks
      .map((task) => {
        const named = fields.title === undefined ? task : { ...task, title: earlier(task.id) || '' };
        return phrases.updated(named, { ...(fields.title === undefined ? {} : { title: task.title }), what });
      })
      .join('\n'),
  );
}

function changeWords(changes: Changes, scene: Scene): string[] {
  const { change } = scene.language.phrases;
  const what: string[] = [];
  if (changes.description !== undefined) what.push(change.description());
  if (changes.priority) what.push(change.priority(changes.priority));
  if (changes.due_date !== undefined || changes.due_at !== undefined)
    what.push(change.due(dueWords(changes, scene)));
  if (changes.addTags ?? changes.removeTags) what.push(change.tags());
  return what;
}
