/** @module A conversation as a model is shown it. */
import {
  convertToModelMessages,
  isDynamicToolUIPart,
  isReasoningUIPart,
  type ModelMessage,
  type UIMessage,
} from 'ai';

/** On a person's message that was only an answer to a request for approval: the turn that had asked. */
export const ANSWERED_APPROVAL = 'approval_of_turn';

/** The last turns are shown as they were; of the lists in older ones only what names a task. */
const TURNS_IN_FULL = 2;
/** About 10,000 tokens: older turns than that are left out, the newest is shown whatever its length. */
const MOST_CHARACTERS = 40_000;

type Part = UIMessage['parts'][number];

/**
 * A conversation up to the answer that is being made. Calls that waited for an approval are left out where they waited:
 * approved ones stand again, with their results, in the answer that carried them out. So is the plain yes or no that
 * decided on them, and what a model thought in earlier turns. `shorten` cuts a long conversation to what a model needs;
 * without it the model gets all of it.
 */
export function modelMessages(history: readonly UIMessage[], shorten: boolean): Promise<ModelMessage[]> {
  const earlier = history
    .filter(({ metadata }) => !(metadata && typeof metadata === 'object' && ANSWERED_APPROVAL in metadata))
    .map((message) => ({
      ...message,
      parts: message.parts.filter((part) => !isReasoningUIPart(part)).flatMap(settled),
    }))
    .filter(({ parts }) => parts.some(({ type }) => type !== 'step-start'));
  return convertToModelMessages(shorten ? shortened(earlier) : earlier, { ignoreIncompleteToolCalls: true });
}

/** The steps that the answer being made consists of so far, thoughts included. */
export function answerSoFar(partial: UIMessage): Promise<ModelMessage[]> {
  const shown = { ...partial, parts: partial.parts.flatMap(settled) };
  return convertToModelMessages([shown], { ignoreIncompleteToolCalls: true });
}

/** Without what only people need to know of an approval. */
function settled(part: Part): Part[] {
  if (!isDynamicToolUIPart(part)) return [part];
  if (part.state === 'approval-requested' || part.state === 'approval-responded') return [];
  if (part.state === 'output-denied') {
    const { state: _denied, approval, ...call } = part;
    return [{ ...call, state: 'output-error', errorText: approval?.reason ?? 'Not done.' } as Part];
  }
  const { approval: _approval, ...rest } = part;
  return [rest as Part];
}

function shortened(messages: readonly UIMessage[]): UIMessage[] {
  const turns: UIMessage[][] = [];
  for (const message of messages) {
    if (message.role === 'user' || turns.length === 0) turns.push([message]);
    else turns.at(-1)?.push(message);
  }
  const kept: UIMessage[][] = [];
  let characters = 0;
  for (const [index, turn] of [...turns.entries()].reverse()) {
    const isOld = index < turns.length - TURNS_IN_FULL;
    const shown = isOld
      ? turn.map((message) => ({ ...message, parts: message.parts.map(withShortList) }))
      : turn;
    characters += JSON.stringify(shown.map(({ parts }) => parts)).length;
    if (kept.length > 0 && characters > MOST_CHARACTERS) break;
    kept.unshift(shown);
  }
  return kept.flat();
}

/** A list from long ago: what "the second one" was, and no more. */
function withShortList(part: Part): Part {
  if (!isDynamicToolUIPart(part) || part.toolName !== 'list_tasks' || part.state !== 'output-available')
    return part;
  const { tasks } = (part.output ?? {}) as { tasks?: unknown };
  if (!Array.isArray(tasks)) return part;
  const named = tasks.map((task: Record<string, unknown>) => ({ id: task.id, title: task.title }));
  return { ...part, output: { tasks: named } };
}
