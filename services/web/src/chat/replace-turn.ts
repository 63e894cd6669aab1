import type { Task } from '../api-client/types.ts';
import { tasksKey } from '../tasks/task-cache.ts';
import type { ChatMessage } from './chat-message.ts';
import { withoutTurn } from './replaced-turn.ts';
import type { ToolCall } from './tool-call.ts';
import { standingOf } from './undo.ts';
import type { UndoTools } from './undo-call.ts';
import { undoCalls } from './undo-calls.ts';
import type { Place } from './use-turns.ts';

/** The conversation as it is at the moment, and how to say something in it. */
interface Situation {
  messages: readonly ChatMessage[];
  say: (text: string, place: Place) => void;
  tools: UndoTools;
}

/** Takes back what is to be, then says something in the place of a turn's message. What cannot be taken back ends it. */
export async function replaceTurn(
  now: () => Situation,
  turn: number,
  text: string,
  changes: readonly ToolCall[],
): Promise<void> {
  if (!(await undoCalls(now().tools, changes))) return;
  const { messages, say, tools } = now();
  const tasks = tools.queries.getQueryData<Task[]>(tasksKey(tools.userId));
  const stands = (call: ToolCall) => !tasks || standingOf(call, tasks) !== 'undone';
  say(text, { turn, left: withoutTurn(messages, turn, stands) });
}
