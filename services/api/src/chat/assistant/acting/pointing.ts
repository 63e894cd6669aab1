/** From how a person pointed at tasks to the tasks themselves, asking back when it is not clear. @module */
import { isDueWithin } from '../answering/due-words.ts';
import { shownFilter, shownTask, shownTasks, shownText } from '../answering/showing.ts';
import type { Words } from '../language.ts';
import type { Memory, Named, Outcome, ToolRequest } from '../memory.ts';
import type { Reference, Request, TaskSummary } from '../requests.ts';
import { findTasks, findWithin } from '../resolving/find-tasks.ts';
import { covered, significantWords } from '../resolving/similarity.ts';
import type { Answer, Scene } from './action.ts';
import { type Fetched, fetchAll, fetchTasks } from './fetching.ts';

/** The tasks that are meant, or the answer that says why there are none yet. */
type Pointed =
  | { tasks: Named[]; group?: { tasks: TaskSummary[]; more: boolean }; full?: TaskSummary[] }
  | { answer: Answer };

/** More are not asked about at once. */
const mostCandidates = 5;

type Pointing = Generator<ToolRequest[], Pointed, Outcome[]>;

export interface Preference {
  /** Narrows a tie to the tasks for which the request makes sense. */
  prefer?: (task: TaskSummary) => boolean;
  /** Everything about the tasks must be known, not only their numbers. */
  full?: boolean;
}

/** A number's title is only known once a tool answers; until then it stands without one. */
function unnamed(id: number, scene: Scene): Named {
  const known = [...scene.memory.listed, ...scene.memory.mentioned].find((task) => task.id === id);
  return { id, title: known?.title ?? '' };
}

function at<T>(items: readonly T[], position: number): T | undefined {
  return items.at(position > 0 ? position - 1 : position);
}

/** Which tasks a reference means. */
export function* point(
  reference: Reference,
  request: Request,
  scene: Scene,
  preference: Preference = {},
): Pointing {
  switch (reference.by) {
    case 'number':
      return yield* known(
        reference.numbers.map((id) => unnamed(id, scene)),
        scene,
        preference,
      );
    case 'mention':
      return yield* pointAtMention(reference.many, request, scene, preference);
    case 'other':
      return yield* pointAtOther(reference, request, scene, preference);
    case 'position': {
      let listed = scene.memory.listed;
      if (listed.length === 0) listed = (yield* fetchTasks({ status: 'pending' }, scene)).tasks;
      const tasks = reference.positions.map((position) => at(listed, position));
      const found = tasks.filter((task) => task !== undefined);
      if (found.length < tasks.length || found.length === 0) {
        const nearest = shownTasks(listed.slice(0, 3), scene);
        return { answer: { text: scene.language.phrases.notFound(undefined, nearest), listed } };
      }
      return { tasks: found, full: found };
    }
    case 'filter':
      return yield* pointAtGroup(reference, scene);
    case 'words': {
      const fetched = yield* fetchAll({ status: 'all' });
      if (reference.within) {
        const task = findWithin(reference.words, fetched.tasks, scene.language.words);
        if (task) return { tasks: [task], full: [task] };
        // Nothing told of it: what was spoken of before is meant.
        return yield* pointAtMention(false, request, scene, preference);
      }
      return byWords(reference, fetched, request, scene, preference);
    }
  }
}

/** Tasks by number; when everything about them is asked for, or their numbers may be wrong, they are looked up. */
function* known(tasks: Named[], scene: Scene, { full }: Preference): Pointing {
  if (!full) return { tasks };
  const { phrases } = scene.language;
  const { tasks: all, failure } = yield* fetchAll({ status: 'all' });
  if (failure !== undefined) return { answer: { text: phrases.failed(shownText(failure, scene)) } };
  const found = tasks.map(({ id }) => all.find((task) => task.id === id));
  const there = found.filter((task) => task !== undefined);
  const [first] = tasks;
  if (there.length === 0 && first) return { answer: { text: phrases.noNumber(first.id) } };
  return { tasks: there, full: there };
}

function* pointAtMention(many: boolean, request: Request, scene: Scene, preference: Preference): Pointing {
  const { memory, language } = scene;
  if (many && memory.mentioned.length === 1 && memory.recent.length > 1) {
    return yield* known(memory.recent.slice(-2), scene, preference);
  }
  if (many && memory.mentioned.length === 0) {
    // Where there are but two, "both" needs no other word.
    const { tasks } = yield* fetchTasks({ status: 'pending' }, scene);
    if (tasks.length === 2) return { tasks, full: tasks };
  }
  const single = !many && memory.mentioned.length > 1;
  if (memory.mentioned.length > 0 && !single) return yield* known(memory.mentioned, scene, preference);
  const candidates = memory.listed.filter((task) => memory.mentioned.some(({ id }) => id === task.id));
  if (candidates.length < 2) return { answer: { text: language.phrases.noMention() } };
  const text = language.phrases.which(shownTasks(candidates, scene));
  return { answer: { text, pending: { ask: 'which', request, candidates } } };
}

/** What is left of the list that was shown, or of the tasks spoken of, when those of the last message are taken away. */
function othersOf({ listed, mentioned, recent }: Memory): Named[] {
  const said = (tasks: readonly Named[]) => (task: Named) => tasks.some(({ id }) => id === task.id);
  if (!listed.some(said(mentioned))) return recent.filter((task) => !said(mentioned)(task)).slice(-1);
  const left = listed.filter((task) => !said(mentioned)(task));
  const untouched = left.filter((task) => !said(recent)(task));
  return untouched.length > 0 ? untouched : left;
}

function* pointAtOther(
  { many, named }: Extract<Reference, { by: 'other' }>,
  request: Request,
  scene: Scene,
  preference: Preference,
): Pointing {
  const { memory, language } = scene;
  const fetched = yield* fetchAll({ status: 'all' });
  const spoken = new Set(memory.mentioned.map(({ id }) => id));
  if (named) {
    const alike = findTasks(named.words, fetched.tasks, language.words).sure;
    const [only, second] = alike.filter(({ id }) => !spoken.has(id));
    const apart = alike.some(({ id }) => spoken.has(id));
    if (apart && only && !second) return { tasks: [only], full: [only] };
    return byWords({ by: 'words', words: named.whole }, fetched, request, scene, preference);
  }
  const left = othersOf(memory).map(({ id }) => fetched.tasks.find((task) => task.id === id));
  let tasks = left.filter((task) => task !== undefined);
  // Where there are but two, nothing else can be meant.
  if (tasks.length === 0 && spoken.size > 0) {
    const open = fetched.tasks.filter(({ id, completed }) => !completed && !spoken.has(id));
    if (open.length === 1) tasks = open;
  }
  const [first, second] = tasks;
  if (!first) return { answer: { text: language.phrases.noMention() } };
  if (many || !second) return { tasks, full: tasks };
  const candidates = tasks.slice(0, mostCandidates);
  const text = language.phrases.which(shownTasks(candidates, scene));
  return { answer: { text, pending: { ask: 'which', request, candidates }, listed: candidates } };
}

function* pointAtGroup(reference: Extract<Reference, { by: 'filter' }>, scene: Scene): Pointing {
  const { phrases, words } = scene.language;
  const { tasks: all, more, failure } = yield* fetchTasks(reference.filter, scene);
  if (failure !== undefined) return { answer: { text: phrases.failed(shownText(failure, scene)) } };
  const { except } = reference;
  let tasks = all;
  if (except?.by === 'number') tasks = all.filter(({ id }) => !except.numbers.includes(id));
  else if (except?.by === 'words') {
    const spared = new Set(namedTasks(except.words, all, scene) ?? findTasks(except.words, all, words).sure);
    if (spared.size === 0) {
      return { answer: { text: phrases.notFound(shownText(except.words, scene), []) } };
    }
    tasks = all.filter((task) => !spared.has(task));
  } else if (except) return { answer: { text: phrases.noMention() } };
  if (tasks.length === 0) {
    return { answer: { text: phrases.nothingThere(shownFilter(reference.filter, scene)) } };
  }
  return { tasks, group: { tasks, more }, full: tasks };
}

/** Whether the title of a task holds every word that was said. */
function namesAll(asked: string, { title }: TaskSummary, words: Words): boolean {
  return covered(significantWords(asked, words), significantWords(title, words)) === 1;
}

/** "The groceries and the party": every part names exactly one task. */
function namedTasks(
  asked: string,
  tasks: readonly TaskSummary[],
  { language: { words } }: Scene,
  prefer?: Preference['prefer'],
): TaskSummary[] | undefined {
  const parts = asked.split(words.itemBreak).filter((part) => part.trim() !== '');
  if (parts.length < 2) return undefined;
  const found = parts.map((part) => {
    const { sure } = findTasks(part, tasks, words);
    const preferred = prefer ? sure.filter(prefer) : [];
    const [only, second] = preferred.length > 0 ? preferred : sure;
    return second ? undefined : only;
  });
  const all = found.filter((task) => task !== undefined);
  return all.length === parts.length ? [...new Set(all)] : undefined;
}

function byWords(
  { words: asked, dated }: Extract<Reference, { by: 'words' }>,
  { tasks, failure }: Fetched,
  request: Request,
  scene: Scene,
  { prefer }: Preference,
): Pointed {
  const { phrases, words } = scene.language;
  if (failure !== undefined) return { answer: { text: phrases.failed(shownText(failure, scene)) } };
  const { sure, near } = findTasks(asked, tasks, words);
  const preferred = prefer ? sure.filter(prefer) : [];
  const candidates = preferred.length > 0 ? preferred : sure;
  const [only, second] = candidates;
  const several = namedTasks(asked, tasks, scene, prefer);
  // "Call Ann and gym": two titles, though the words nearly fit one.
  if (only && !second && !(several && several.length > 1 && !namesAll(asked, only, words))) {
    return { tasks: [only], full: [only] };
  }
  // "Tomorrow's meeting": of those the one that is due then.
  const then = dated ? { name: 'on' as const, from: dated.day, to: dated.day } : undefined;
  const due = then
    ? findTasks(dated?.words ?? '', tasks, words).sure.filter((task) => isDueWithin(task, then, scene))
    : [];
  if (due[0] && due.length === 1) return { tasks: due, full: due };
  if (several) return { tasks: several, full: several };
  if (only) {
    const text = phrases.which(shownTasks(candidates, scene));
    return { answer: { text, pending: { ask: 'which', request, candidates }, listed: candidates } };
  }
  const name = shownText(asked, scene);
  const [nearest, another] = near;
  // What somebody says they have done is easily taken back: the only task that comes near is meant.
  if (nearest && !another && request.kind === 'complete' && request.loose) {
    return { tasks: [nearest], full: [nearest] };
  }
  if ('orElse' in request && request.orElse !== undefined) {
    return { answer: { text: phrases.notFound(name, []), missing: true } };
  }
  if (nearest && !another) {
    const pending = { ask: 'suggestion', request, candidate: nearest } as const;
    return { answer: { text: phrases.didYouMean(name, shownTask(nearest, scene)), pending } };
  }
  const close = near.slice(0, mostCandidates);
  const text = phrases.notFound(name, shownTasks(close, scene));
  if (close.length === 0) return { answer: { text, missing: true } };
  return { answer: { text, pending: { ask: 'which', request, candidates: close }, listed: close } };
}
