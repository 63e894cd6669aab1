/** Reads a message as the answer to what the assistant asked last. @module */
import type { Named, Pending } from '../memory.ts';
import type { Reference, Request, TaskSummary } from '../requests.ts';
import { findTasks } from '../resolving/find-tasks.ts';
import { readReference } from '../understanding/references.ts';
import { act } from './act.ts';
import type { Action, Scene } from './action.ts';
import { removeNow } from './changing.ts';

/** The same request, now pointing at known tasks by number. */
function aimed(request: Request, tasks: readonly Named[]): Request {
  const reference: Reference = { by: 'number', numbers: tasks.map(({ id }) => id) };
  return 'reference' in request ? { ...request, reference } : request;
}

/** Which of the candidates a short answer picks: "2", "the second one", "both", "the budget one". */
function pick(message: string, candidates: TaskSummary[], { language, now }: Scene): TaskSummary[] {
  const { words } = language;
  if (words.both.test(message.trim())) return candidates;
  const reference = readReference(message, language, now, (text) => text);
  if (!reference) return [];
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
    case 'words': {
      const { sure } = findTasks(reference.words, candidates, words);
      return sure.length === 1 ? sure : [];
    }
    case 'mention':
      return reference.many || candidates.length === 1 ? candidates : [];
    case 'filter':
      return candidates;
  }
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
  const free = bare === 'talk' && first?.kind === 'talk' && first.topic === 'unknown';
  if (bare === 'no') return act({ kind: 'no' }, scene);
  return answerTo(pending, message, { yes: bare === 'yes', free }, scene);
}

function answerTo(
  pending: Pending,
  message: string,
  said: { yes: boolean; free: boolean },
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
      return said.yes ? act({ kind: 'add', drafts: [{ title: capital(pending.title) }] }, scene) : undefined;
    case 'title':
      return said.free ? act({ kind: 'add', drafts: [{ title: capital(message) }] }, scene) : undefined;
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
    case 'which': {
      const picked = said.free || said.yes ? pick(message, pending.candidates, scene) : [];
      if (picked.length > 0) return act(aimed(pending.request, picked), known(scene, picked));
      return said.free || said.yes ? askAgain(pending, scene) : undefined;
    }
  }
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
function* askAgain(pending: Extract<Pending, { ask: 'which' }>, { language }: Scene): Action {
  return { text: language.phrases.whichAgain(pending.candidates), pending, listed: pending.candidates };
}
