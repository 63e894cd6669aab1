/**
 * How a request is carried out: a generator that yields the tool calls it needs next and is given their outcomes. The
 * assistant holds no state between calls of the model: it runs the generator again and feeds it what is already in
 * the conversation.
 *
 * @module
 */
import type { Language } from '../language.ts';
import type { Memory, Named, Outcome, Pending, Reversal, ToolRequest } from '../memory.ts';
import type { ListFilter, Request, TaskSummary } from '../requests.ts';
import type { Now } from '../understanding/dates.ts';

export interface Scene {
  language: Language;
  now: Now;
  memory: Memory;
  /** Something that the message asks for names a place in the list: it is looked at before anything changes. */
  places?: boolean;
}

export interface Answer {
  text: string;
  pending?: Pending;
  /** What "it", "them" and "the second one" mean from now on. */
  mentioned?: Named[];
  listed?: TaskSummary[];
  /** What the list shown was about. */
  filter?: ListFilter;
  /** What "and task 2" asks for again. */
  repeatable?: Request;
  /** The list by whose places this was asked, for what else the message asks for. */
  counted?: TaskSummary[];
  /** What an undo left to be taken back. */
  undid?: Reversal[][];
  /** No task fits the words at all. */
  missing?: boolean;
}

export type Action = Generator<ToolRequest[], Answer, Outcome[]>;

/** Runs one call inside an action. */
export function* call(
  tool: ToolRequest['tool'],
  args: ToolRequest['arguments'],
): Generator<ToolRequest[], Outcome, Outcome[]> {
  const [outcome] = yield [{ tool, arguments: args }];
  return outcome ?? { ok: false, error: '' };
}
