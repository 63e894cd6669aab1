/** From how a person pointed at tasks to the tasks themselves, asking back when it is not clear. @module */
import type { Named, Outcome, ToolRequest } from '../memory.ts';
import { tasksOf } from '../memory.ts';
import type { Reference, Request, TaskSummary } from '../requests.ts';
import { findTasks } from '../resolving/find-tasks.ts';
import { type Answer, call, type Scene } from './action.ts';
import { fetchTasks } from './listing.ts';

/** The tasks that are meant, or the answer that says why there are none yet. */
export type Pointed =
  | { tasks: Named[]; group?: { tasks: TaskSummary[]; more: boolean }; full?: TaskSummary[] }
  | { answer: Answer };

const many = 100;

/** A number's title is only known once a tool answers; until then it stands without one. */
function unnamed(id: number, scene: Scene): Named {
  const known = [...scene.memory.listed, ...scene.memory.mentioned].find((task) => task.id === id);
  return { id, title: known?.title ?? '' };
}

function at<T>(items: readonly T[], position: number): T | undefined {
  return items.at(position > 0 ? position - 1 : position);
}

/** Which tasks a reference means. `prefer` narrows a tie to the tasks for which the request makes sense. */
export function* point(
  reference: Reference,
  request: Request,
  scene: Scene,
  prefer?: (task: TaskSummary) => boolean,
): Generator<ToolRequest[], Pointed, Outcome[]> {
  const { memory, language } = scene;
  const { phrases, words } = language;
  switch (reference.by) {
    case 'number':
      return { tasks: reference.numbers.map((id) => unnamed(id, scene)) };
    case 'mention': {
      const tasks = reference.many ? memory.mentioned : memory.mentioned.slice(-1);
      const single = !reference.many && memory.mentioned.length > 1;
      if (tasks.length === 0 || single) {
        const candidates = memory.listed.filter((task) => memory.mentioned.some(({ id }) => id === task.id));
        return candidates.length > 1
          ? { answer: { text: phrases.which(candidates), pending: { ask: 'which', request, candidates } } }
          : { answer: { text: phrases.noMention() } };
      }
      return { tasks };
    }
    case 'position': {
      let listed = memory.listed;
      if (listed.length === 0) listed = (yield* fetchTasks({ status: 'pending' }, scene)).tasks;
      const tasks = reference.positions.map((position) => at(listed, position));
      const found = tasks.filter((task) => task !== undefined);
      if (found.length < tasks.length || found.length === 0) {
        return { answer: { text: phrases.notFound('', listed.slice(0, 3)), listed } };
      }
      return { tasks: found, full: found };
    }
    case 'filter': {
      const { tasks, more, failure } = yield* fetchTasks(reference.filter, scene);
      if (failure !== undefined) return { answer: { text: phrases.failed(failure) } };
      if (tasks.length === 0) return { answer: { text: phrases.nothingThere(reference.filter) } };
      return { tasks, group: { tasks, more }, full: tasks };
    }
    case 'words': {
      const narrow = yield* call('list_tasks', { status: 'all', query: reference.words });
      let found = findTasks(reference.words, tasksOf(narrow), words);
      if (found.sure.length === 0) {
        const wide = yield* call('list_tasks', { status: 'all', limit: many });
        if (!wide.ok) return { answer: { text: phrases.failed(wide.error) } };
        found = findTasks(reference.words, tasksOf(wide), words);
      }
      return choose(found.sure, found.near, reference.words, request, scene, prefer);
    }
  }
}

function choose(
  sure: TaskSummary[],
  near: TaskSummary[],
  asked: string,
  request: Request,
  { language: { phrases } }: Scene,
  prefer: ((task: TaskSummary) => boolean) | undefined,
): Pointed {
  const preferred = prefer ? sure.filter(prefer) : [];
  const candidates = preferred.length > 0 ? preferred : sure;
  const [only, second] = candidates;
  if (only && !second) return { tasks: [only], full: [only] };
  if (only) {
    return {
      answer: {
        text: phrases.which(candidates),
        pending: { ask: 'which', request, candidates },
        listed: candidates,
      },
    };
  }
  const [nearest, another] = near;
  if (nearest && !another) {
    const pending = { ask: 'suggestion', request, candidate: nearest } as const;
    return { answer: { text: phrases.didYouMean(asked, nearest), pending } };
  }
  if (nearest) {
    const close = near.slice(0, 5);
    return {
      answer: {
        text: phrases.notFound(asked, close),
        pending: { ask: 'which', request, candidates: close },
        listed: close,
      },
    };
  }
  return { answer: { text: phrases.notFound(asked, []) } };
}
