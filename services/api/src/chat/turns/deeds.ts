/** @module What the tools of a turn have done, for the words that end a turn which could not be finished. */
import { isDynamicToolUIPart, type UIMessage } from 'ai';
import type { Deed } from '../wording/words.ts';

const statuses: ReadonlySet<unknown> = new Set<Deed['status']>([
  'created',
  'completed',
  'pending',
  'deleted',
  'updated',
  'restored',
]);

/** What the tools of a message have really changed, in order. */
export function deedsOf(message: UIMessage): Deed[] {
  return message.parts.flatMap((part): Deed[] => {
    if (!isDynamicToolUIPart(part) || part.state !== 'output-available') return [];
    const { task_id, status, title } = (part.output ?? {}) as Record<string, unknown>;
    return statuses.has(status)
      ? [{ status: status as Deed['status'], title: String(title), id: Number(task_id) }]
      : [];
  });
}

/** How many calls of a message were tried in vain. */
export function failuresOf(message: UIMessage): number {
  return message.parts.filter((part) => isDynamicToolUIPart(part) && part.state === 'output-error').length;
}
