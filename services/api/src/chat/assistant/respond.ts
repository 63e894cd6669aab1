/** The assistant's next move: a pure function of the conversation. @module */

import { act } from './acting/act.ts';
import type { Action, Answer, Scene } from './acting/action.ts';
import { reply } from './acting/replying.ts';
import type { Turn } from './conversation.ts';
import type { Languages } from './languages/languages.ts';
import {
  emptyMemory,
  type Memory,
  type Named,
  type Outcome,
  type RecordedCall,
  remember,
  type ToolRequest,
} from './memory.ts';
import type { Request } from './requests.ts';
import type { Now } from './understanding/dates.ts';
import { spokenLanguage } from './understanding/spoken-language.ts';
import { understood } from './understanding/understood.ts';

export type Move = { calls: ToolRequest[] } | { text: string };

interface Played {
  answers: Answer[];
  /** Calls that have no outcome yet. */
  next?: ToolRequest[];
  /** Whether the recorded calls are the ones that the actions asked for. */
  faithful: boolean;
}

/** Requests that may run side by side: whatever looks at tasks waits for the changes before it. */
function groups(requests: readonly Request[]): Request[][] {
  const result: Request[][] = [];
  for (const request of requests) {
    const current = result.at(-1);
    const looks = request.kind === 'list' || current?.some(({ kind }) => kind === 'list');
    const independent =
      request.kind === 'add' ||
      (current?.[0]?.kind !== 'add' && 'reference' in request && request.reference.by === 'number');
    const alike = current?.every(({ kind }) => kind === request.kind) ?? false;
    if (current && !looks && independent && alike) current.push(request);
    else result.push([request]);
  }
  return result;
}

/** Runs actions in lockstep against the recorded calls until an outcome is missing. */
function play(actions: Action[], calls: RecordedCall[]): Played {
  const answers: Answer[] = [];
  const waiting = actions.map((action) => ({ action, step: action.next() }));
  for (;;) {
    const open = waiting.filter(({ step }) => !step.done);
    if (open.length === 0) break;
    const wanted = open.flatMap(({ step }) => (step.done ? [] : step.value));
    const recorded = calls.splice(0, wanted.length);
    const faithful = recorded.every((call, index) => call.tool === wanted[index]?.tool);
    if (!faithful) return { answers, faithful: false };
    const outcomes = recorded.map((call) => call.outcome);
    if (recorded.length < wanted.length || outcomes.some((outcome) => outcome === undefined)) {
      return { answers, next: wanted.slice(recorded.length), faithful: true };
    }
    let from = 0;
    for (const entry of open) {
      if (entry.step.done) continue;
      const count = entry.step.value.length;
      entry.step = entry.action.next(outcomes.slice(from, from + count) as Outcome[]);
      from += count;
    }
  }
  for (const { step } of waiting) if (step.done) answers.push(step.value);
  return { answers, faithful: true };
}

/** Plays a whole turn: the answer to a pending question, else every request in it. */
function playTurn(turn: Turn, scene: Scene & { past: boolean }): Played {
  const calls = [...turn.calls];
  const requests = understood(turn.message, scene);
  const answers: Answer[] = [];
  let memory = scene.memory;
  const [first, ...others] = requests;
  // "Yes, and add milk": the answer comes first, the rest stands for itself.
  const answersFirst = others.length > 0 && (first?.kind === 'yes' || first?.kind === 'no');
  const answering = reply(turn.message, answersFirst ? [first] : requests, scene);
  if (answering) {
    const played = play([answering], calls);
    if (!answersFirst || played.next || !played.faithful) return played;
    answers.push(...played.answers);
    memory = played.answers.reduce(after, memory);
  }
  // Without a question, a "no" before a request is only an exclamation.
  const asked = answering ? others : requests.filter((request) => !isAnswer(request) || !others.length);
  const places =
    asked.length > 1 &&
    asked.some((request) => 'reference' in request && request.reference.by === 'position');
  for (const group of groups(asked.length > 0 ? asked : requests)) {
    const played = play(
      group.map((request) => act(request, { ...scene, memory, places })),
      calls,
    );
    answers.push(...played.answers);
    if (played.next || !played.faithful) return { ...played, answers };
    memory = counted(played.answers.reduce(after, memory), played.answers);
  }
  return { answers, faithful: calls.length === 0 };
}

/** Places that were counted hold for the rest of the message. */
function counted(memory: Memory, answers: readonly Answer[]): Memory {
  const list = answers.findLast((answer) => answer.counted)?.counted;
  return list && memory.listed.length === 0 ? { ...memory, listed: list } : memory;
}

function isAnswer({ kind }: Request): boolean {
  return kind === 'yes' || kind === 'no';
}

/** The last few tasks, each once; a whole list that was shown is no few. */
function recentWith(recent: readonly Named[], mentioned: readonly Named[] = []): Named[] {
  const few = mentioned.length > 3 ? [] : mentioned;
  return [...recent.filter(({ id }) => !few.some((task) => task.id === id)), ...few].slice(-5);
}

/** What an answer leaves behind for the next request. */
function after(memory: Memory, answer: Answer): Memory {
  const { repeatable: _earlier, filter: _shown, ...rest } = memory;
  // A question that was asked stays open behind what else was done in the same turn.
  return {
    ...rest,
    ...(answer.repeatable ? { repeatable: answer.repeatable } : {}),
    ...(answer.pending ? { pending: answer.pending } : {}),
    ...(answer.filter ? { filter: answer.filter } : {}),
    listed: answer.listed ?? memory.listed,
    mentioned: answer.mentioned ?? memory.mentioned,
    recent: recentWith(memory.recent, answer.mentioned),
  };
}

/** The next move in a conversation whose last turn is the running one. */
export function respond(turns: readonly Turn[], languages: Languages, now: Now): Move {
  let memory = emptyMemory();
  let [language] = languages;
  for (const turn of turns.slice(0, -1)) {
    language = spokenLanguage(turn.message, languages, language);
    const played = playTurn(turn, { language, now, memory, past: true });
    const left = played.faithful ? played.answers.findLast((answer) => answer.undid)?.undid : undefined;
    const { pending: _answered, ...before } = memory;
    memory = remember(before, turn.calls, left);
    if (played.faithful && !played.next) {
      // A list that was only looked up, and not shown, has no places that anybody speaks of.
      memory = played.answers.reduce(after, { ...memory, listed: before.listed });
    }
  }
  const current = turns.at(-1);
  if (!current) return { text: language.phrases.talk.greeting() };
  language = spokenLanguage(current.message, languages, language);
  const played = playTurn(current, { language, now, memory, past: false });
  if (played.next && played.next.length > 0) return { calls: played.next };
  const text = played.answers
    .map((answer) => answer.text)
    .filter(Boolean)
    .join('\n\n');
  return { text: text === '' ? language.phrases.talk.unknown() : text };
}
