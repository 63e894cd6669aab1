import type { UIMessage } from 'ai';
import { isAskedFor } from './approval.ts';
import { isToolPart, type ToolPart, toolCallOf } from './tool-call.ts';

/** So many calls alike are told in one line. */
const MANY = 5;

/** What stands in an answer: words, or calls that are told together. */
export type Shown = { key: string; text: string } | { key: string; parts: readonly ToolPart[] };

type Placed = { key: string; text: string } | { key: string; part: ToolPart };

/** The parts of an answer as they are shown: many calls alike between two words as one, where the first of them stands. */
export function shownParts(parts: UIMessage['parts']): Shown[] {
  const alike = new Map<string, ToolPart[]>();
  let words = 0;
  // Parts are only ever appended, so their place is their identity.
  const placed = parts.map((part, place): Placed | undefined => {
    if (part.type === 'text') {
      words += 1;
      return { key: `${place}`, text: part.text };
    }
    // What is asked for is shown as one card after the answer.
    if (!isToolPart(part) || isAskedFor(part)) return undefined;
    const kind = kindOf(part);
    const key = kind ? `${words} ${kind}` : part.toolCallId;
    const others = alike.get(key) ?? [];
    alike.set(key, others);
    others.push(part);
    return { key, part };
  });
  return placed.flatMap((one): Shown[] => {
    if (!one) return [];
    if (!('part' in one)) return [one];
    const others = alike.get(one.key) ?? [];
    if (others.length < MANY) return [{ key: one.part.toolCallId, parts: [one.part] }];
    return others[0] === one.part ? [{ key: one.key, parts: others }] : [];
  });
}

/** Calls of one kind are told by one sentence; what only looks is told each time. */
function kindOf(part: ToolPart): string | undefined {
  const { state, tool, change } = toolCallOf(part);
  if (state === 'running' || state === 'failed') return `${state} ${tool}`;
  return change && `done ${change}`;
}
