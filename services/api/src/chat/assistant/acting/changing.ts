/** Completing, reopening, deleting and restoring the tasks that a person pointed at. @module */
import { shownTasks } from '../answering/showing.ts';
import type { ShownTask } from '../language.ts';
import type { Named } from '../memory.ts';
import type { ListFilter, Reference, Request, TaskSummary } from '../requests.ts';
import { findTasks, findWithin } from '../resolving/find-tasks.ts';
import type { Action, Answer, Scene } from './action.ts';
import { fetchAll } from './fetching.ts';
import { overAll } from './over-all.ts';
import { point } from './pointing.ts';
import { undo } from './undoing.ts';

function answered(
  done: Named[],
  failures: string[],
  say: (tasks: ShownTask[]) => string,
  scene: Scene,
): Answer {
  const text = [...(done.length > 0 ? [say(shownTasks(done, scene))] : []), ...failures].join('\n');
  return done.length > 0 ? { text, mentioned: done } : { text };
}

/** A whole group means those of it for which the request makes sense. */
function within(reference: Reference, status: ListFilter['status']): Reference {
  return reference.by === 'filter' && reference.filter.status === 'all'
    ? { ...reference, filter: { ...reference.filter, status } }
    : reference;
}

/** Marks tasks as done or not done. */
export function* complete(request: Extract<Request, { kind: 'complete' }>, scene: Scene): Action {
  const { completed } = request;
  const { phrases } = scene.language;
  const reference = within(request.reference, completed ? 'pending' : 'completed');
  const prefer = (task: TaskSummary) => task.completed !== completed;
  const pointed = yield* point(reference, request, scene, { prefer });
  if ('answer' in pointed) return pointed.answer;
  const open = pointed.full?.filter(prefer);
  if (pointed.full && open?.length === 0) {
    return {
      text: phrases.already(shownTasks(pointed.full, scene), completed),
      mentioned: pointed.full,
    };
  }
  const { done, failures } = yield* overAll(
    open ?? pointed.tasks,
    ({ id }) => ({
      tool: 'complete_task',
      arguments: completed ? { task_id: id } : { task_id: id, completed },
    }),
    scene,
  );
  return answered(done, failures, (tasks) => phrases.completed(tasks, completed), scene);
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
      text: phrases.confirmDelete(shownTasks(tasks, scene), more),
      pending: { ask: 'delete', tasks, filter },
      listed: tasks,
    };
  }
  const vague = request.reference.by === 'mention' || request.reference.by === 'other';
  if (request.doubtful || (vague && pointed.tasks.length > 1)) {
    const tasks = pointed.tasks.map((task) => ({ completed: false, ...task }));
    return {
      text: phrases.confirmDelete(shownTasks(tasks, scene), false),
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
  return answered(done, failures, scene.language.phrases.deleted, scene);
}

/** "The plumber never came, put it back": what was told names the task; else it is what was done just now. */
function* restoreTold(told: string, scene: Scene): Action {
  const { phrases, words } = scene.language;
  const trashed = findWithin(told, (yield* fetchAll({ status: 'trashed' })).tasks, words);
  if (trashed) {
    const { done, failures } = yield* overAll(
      [trashed],
      ({ id }) => ({ tool: 'restore_task', arguments: { task_id: id } }),
      scene,
    );
    return answered(done, failures, phrases.restored, scene);
  }
  const task = findWithin(told, (yield* fetchAll({ status: 'completed' })).tasks, words);
  if (!task) return yield* undo(scene);
  return yield* complete(
    { kind: 'complete', reference: { by: 'number', numbers: [task.id] }, completed: false },
    scene,
  );
}

/** Brings tasks back from the trash. */
export function* restore(request: Extract<Request, { kind: 'restore' }>, scene: Scene): Action {
  const { phrases, words } = scene.language;
  let tasks: Named[] = [];
  if (request.reference.by === 'mention') return yield* undo(scene);
  if (request.reference.by === 'words' && request.reference.within) {
    return yield* restoreTold(request.reference.words, scene);
  }
  if (request.reference.by === 'words') {
    const trash = yield* fetchAll({ status: 'trashed' });
    const { sure } = findTasks(request.reference.words, trash.tasks, words);
    // "Put the report back on my list": what was not deleted may have been done.
    if (sure.length === 0) return yield* complete({ ...request, kind: 'complete', completed: false }, scene);
    if (sure.length > 1)
      return {
        text: phrases.which(shownTasks(sure, scene)),
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
  return answered(done, failures, phrases.restored, scene);
}
