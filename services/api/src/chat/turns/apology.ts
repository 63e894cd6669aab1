/** @module The words that end a turn which could not be finished: what was done, and what to do now. */
import { isDynamicToolUIPart, type UIMessage } from 'ai';

const verbs: Record<string, string> = {
  created: 'added',
  completed: 'completed',
  pending: 'reopened',
  deleted: 'deleted',
  updated: 'changed',
  restored: 'restored',
};

/** What the tools of a message have really done, e.g. `added “Buy milk” (#4)`. */
export function deedsOf(message: UIMessage): string[] {
  const deeds: string[] = [];
  for (const part of message.parts) {
    if (!isDynamicToolUIPart(part) || part.state !== 'output-available') continue;
    const { task_id, status, title } = (part.output ?? {}) as Record<string, unknown>;
    const verb = typeof status === 'string' ? verbs[status] : undefined;
    if (verb) deeds.push(`${verb} “${String(title)}” (#${String(task_id)})`);
  }
  return deeds;
}

/** Why a turn ended early. */
export type Trouble = 'failed' | 'limit';

/** A friendly end for a turn in trouble. */
export function apology(message: UIMessage, trouble: Trouble): string {
  const deeds = deedsOf(message);
  const reason =
    trouble === 'limit'
      ? 'That was more than I can do in one go.'
      : "Sorry, I couldn't finish that: the model behind this chat did not answer properly.";
  const done =
    deeds.length > 0
      ? `This much is done: I ${new Intl.ListFormat('en').format(deeds)}. Nothing else was changed.`
      : 'Nothing was changed.';
  return `${reason} ${done} Please try again, or ask for the rest.`;
}
