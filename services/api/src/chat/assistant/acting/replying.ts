/** Reads a message as the answer to what the assistant asked last. @module */
import { isDueWithin } from '../answering/due-words.ts';
import { shownTasks } from '../answering/showing.ts';
import type { Named, Pending } from '../memory.ts';
import type { Reference, Request, TaskDraft, TaskSummary } from '../requests.ts';
import { findTasks, findWithin } from '../resolving/find-tasks.ts';
import { type Due, wholeDate } from '../understanding/dates.ts';
import { readFilter } from '../understanding/filters.ts';
import { readReference } from '../understanding/references.ts';
import { spelt } from '../understanding/spelling.ts';
import { withoutManners } from '../understanding/understand.ts';
import { act } from './act.ts';
import type { Action, Scene } from './action.ts';
import { removeNow } from './changing.ts';

/** The same request, now pointing at known tasks by number. */
function aimed(request: Request, tasks: readonly Named[]): Request {
  const reference: Reference = { by: 'number', numbers: tasks.map(({ id }) => id) };
  if (request.kind === 'add') return { ...request, under: reference };
  return 'reference' in request ? { ...request, reference } : request;
}

/** A short answer as the rules read it. */
function bareAnswer(message: string, { language }: Scene): string {
  return withoutManners(language.tidy(spelt(message, language.vocabulary).text), language);
}

/** Which of the candidates a short answer picks: "2", "the second one", "both", "the budget one". */
function pick(message: string, candidates: TaskSummary[], scene: Scene): TaskSummary[] {
  const { language, now } = scene;
  const { words } = language;
  const answer = bareAnswer(message, scene);
  if (words.both.test(answer)) return candidates;
  const reference = readReference(answer, language, now, (text) => text);
  if (!reference) return [];
  if (reference.by === 'words') return pickByWords(reference.words, candidates, scene);
  switch (reference.by) {
    case 'number': {
      const byId = candidates.filter((task) => reference.numbers.includes(task.id));
      if (byId.length === reference.numbers.length) return byId;
      const byPlace = reference.numbers
        .map((number) => candidates[number - 1])
        .filter((task) => task !== undefined);
      return byPlace.length === reference.numbers.length ? byPlace : [];
    }
    case 'position':
      return reference.positions
        .map((position) => candidates.at(position > 0 ? position - 1 : position))
        .filter((task) => task !== undefined);
    case 'mention':
      return reference.many || candidates.length === 1 ? candidates : [];
    case 'other': {
      const { mentioned } = scene.memory;
      const left = candidates.filter(({ id }) => !mentioned.some((task) => task.id === id));
      return left.length === 1 ? left : [];
    }
    case 'filter':
      return candidates;
  }
}

/** "The budget one", "the first one, with design": words of the only title they fit, else the place they begin with. */
function pickByWords(said: string, candidates: TaskSummary[], scene: Scene): TaskSummary[] {
  const { language, now } = scene;
  const { sure } = findTasks(said, candidates, language.words);
  if (sure.length === 1) return sure;
  const detailed = pickByDetail(said, candidates, scene);
  if (detailed.length > 0) return detailed;
  const opening = said.split(/[\s,]+/).slice(0, 2);
  for (let length = opening.length; length > 0; length -= 1) {
    const place = readReference(opening.slice(0, length).join(' '), language, now, (text) => text);
    if (place?.by !== 'position') continue;
    const tasks = place.positions.map((at) => candidates.at(at > 0 ? at - 1 : at));
    return tasks.filter((task) => task !== undefined);
  }
  const about = findWithin(said, candidates, language.words);
  return about ? [about] : [];
}

/** "The urgent one", "the one due tomorrow": the only candidate with that priority, day or tag. */
function pickByDetail(message: string, candidates: TaskSummary[], scene: Scene): TaskSummary[] {
  const { language, now } = scene;
  const { due, priority, tag } = readFilter(withoutManners(message, language), language, now, (text) => text);
  if (!due && !priority && !tag) return [];
  const fitting = candidates.filter(
    (task) =>
      (!due || isDueWithin(task, due, scene)) &&
      (!priority || task.priority === priority) &&
      (!tag || task.tags?.includes(tag)),
  );
  return fitting.length === 1 ? fitting : [];
}

/**
 * The action that answers the pending question, or undefined when the message is about something else.
 * `requests` is what the message means by itself.
 */
export function reply(message: string, requests: readonly Request[], scene: Scene): Action | undefined {
  const { pending } = scene.memory;
  if (!pending) return undefined;
  const [first] = requests;
  const bare = first && requests.length === 1 ? first.kind : 'command';
  const free =
    bare === 'show' ||
    bare === 'correct' ||
    bare === 'same' ||
    (bare === 'talk' && first?.kind === 'talk' && first.topic === 'unknown');
  // Nothing was done yet that could be taken back: it is the question that is.
  if (bare === 'undo' && pending.ask === 'delete') return act({ kind: 'no' }, scene);
  if (bare === 'no') return act({ kind: pending.ask === 'added' ? 'undo' : 'no' }, scene);
  const implied = bare === 'add' && first?.kind === 'add' && first.unasked;
  const draft = implied ? first.drafts[0] : first?.kind === 'talk' ? first.draft : undefined;
  return answerTo(pending, message, { yes: bare === 'yes', free: free || Boolean(implied), draft }, scene);
}

function answerTo(
  pending: Pending,
  message: string,
  said: { yes: boolean; free: boolean; draft: TaskDraft | undefined },
  scene: Scene,
): Action | undefined {
  switch (pending.ask) {
    case 'delete':
      return said.yes ? removeNow(pending.tasks, scene) : undefined;
    case 'suggestion':
      return said.yes
        ? act(aimed(pending.request, [pending.candidate]), known(scene, [pending.candidate]))
        : undefined;
    case 'add':
      return said.yes ? act({ kind: 'add', drafts: [pending.draft] }, scene) : undefined;
    case 'added':
      return said.yes ? act({ kind: 'talk', topic: 'okay', text: '' }, scene) : undefined;
    case 'title':
      return said.draft
        ? act({ kind: 'add', drafts: [{ ...pending.fields, ...said.draft }] }, scene)
        : undefined;
    case 'new-title':
      return said.free
        ? act(
            {
              kind: 'update',
              reference: { by: 'number', numbers: [pending.task.id] },
              changes: { title: capital(message) },
            },
            known(scene, [pending.task]),
          )
        : undefined;
    case 'new-due': {
      const changes = dayIn(message, scene);
      const reference = { by: 'number' as const, numbers: [pending.task.id] };
      return changes && act({ kind: 'update', reference, changes }, known(scene, [pending.task]));
    }
    case 'which': {
      const picked = said.free || said.yes ? pick(message, pending.candidates, scene) : [];
      if (picked.length > 0) return act(aimed(pending.request, picked), known(scene, picked));
      return said.free || said.yes ? askAgain(pending, scene) : undefined;
    }
  }
}

/** The day, or the time, that a message is and nothing besides. */
function dayIn(message: string, scene: Scene): Due | undefined {
  return wholeDate(bareAnswer(message, scene), scene.language, scene.now);
}

/** Lets the following action name tasks that it only has by number. */
function known(scene: Scene, tasks: readonly Named[]): Scene {
  return { ...scene, memory: { ...scene.memory, mentioned: [...tasks] } };
}

function capital(text: string): string {
  const title = text.trim().slice(0, 200);
  return title.charAt(0).toLocaleUpperCase() + title.slice(1);
}

// biome-ignore lint/correctness/useYield: an action that needs no tool
function* askAgain(pending: Extract<Pending, { ask: 'which' }>, scene: Scene): Action {
  const candidates = shownTasks(pending.candidates, scene);
  return { text: scene.language.phrases.whichAgain(candidates), pending, listed: pending.candidates };
}
