import type { Task } from '../src/api-client/types.ts';

interface Store {
  tasks: Map<number, Task>;
  add: (fields: Partial<Task>) => Task;
  remove: (id: number) => Task | undefined;
}

interface Called {
  toolName: string;
  input: unknown;
  output: unknown;
}

/** Chunks and stored parts of an answer to the few sentences that the tests say. */
export function answerTo(message: string, store: Store) {
  const { called, text } = decide(message, store);
  const calls = called.map((call, index) => ({ ...call, toolCallId: `call-${store.tasks.size}-${index}` }));
  const words = text.split(/(?<= )/);
  return {
    chunks: [
      { type: 'start-step' },
      ...calls.flatMap(({ toolCallId, toolName, input, output }) => [
        { type: 'tool-input-available', toolCallId, toolName, input, dynamic: true },
        { type: 'tool-output-available', toolCallId, output, dynamic: true },
      ]),
      { type: 'text-start', id: 'text' },
      ...words.map((delta) => ({ type: 'text-delta', id: 'text', delta })),
      { type: 'text-end', id: 'text' },
      { type: 'finish-step' },
    ],
    parts: [
      ...calls.map((call) => ({ type: 'dynamic-tool', state: 'output-available', ...call })),
      { type: 'text', text, state: 'done' },
    ],
  };
}

function decide(message: string, store: Store): { called: Called[]; text: string } {
  const add = /^(?:add a task to|i need to remember to) (.+)/i.exec(message)?.[1];
  if (add) {
    const task = store.add({ title: add[0]?.toUpperCase() + add.slice(1) });
    const output = result({ task_id: task.id, status: 'created', title: task.title });
    return {
      called: [{ toolName: 'add_task', input: { title: task.title }, output }],
      text: `I added **${task.title}** to your list.`,
    };
  }
  const gone = /^delete the (.+) task/i.exec(message)?.[1];
  const list = {
    toolName: 'list_tasks',
    input: { status: 'all' },
    output: result({ tasks: [...store.tasks.values()] }),
  };
  const match =
    gone && [...store.tasks.values()].find(({ title }) => title.toLowerCase().includes(gone.toLowerCase()));
  if (match) {
    store.remove(match.id);
    const output = result({ task_id: match.id, status: 'deleted', title: match.title });
    return {
      called: [list, { toolName: 'delete_task', input: { task_id: match.id }, output }],
      text: `Done, **${match.title}** is deleted. Say “undo” if that was a mistake.`,
    };
  }
  const lines = [...store.tasks.values()].map(({ id, title }) => `${id}. ${title}`).join('\n');
  return { called: [list], text: `You have ${store.tasks.size} tasks:\n\n${lines}` };
}

function result(structuredContent: unknown) {
  return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
}
