/** @module A conversation with the built-in assistant over tasks in memory, for tests. */
import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { assistantOptions, builtInAssistant } from '../model.ts';
import type { TaskSummary } from '../requests.ts';

interface StoredTask extends TaskSummary {
  description: string;
  priority: 'low' | 'medium' | 'high';
  due_date: string | null;
  due_at: string | null;
  tags: string[];
  trashed: boolean;
}

type Arguments = Record<string, unknown>;

/** A person's words in, the assistant's calls and answer out. */
export interface TestConversation {
  say(message: string): Promise<{ calls: [string, Arguments][]; text: string }>;
  tasks(): StoredTask[];
}

/** The moment of every test: a Wednesday noon in Karachi. */
const testNow = { now: '2026-11-25T07:00:00.000Z', timeZone: 'Asia/Karachi' };

function stored(task: Partial<StoredTask> & { title: string }, id: number): StoredTask {
  return {
    id,
    completed: false,
    description: '',
    priority: 'medium',
    due_date: null,
    due_at: null,
    tags: [],
    trashed: false,
    ...task,
  };
}

/** Starts a conversation with the given tasks, numbered from 1. */
export function conversationWith(
  titles: readonly (string | (Partial<StoredTask> & { title: string }))[],
): TestConversation {
  const model = builtInAssistant();
  const tasks = titles.map((task, index) =>
    stored(typeof task === 'string' ? { title: task } : task, index + 1),
  );
  const prompt: LanguageModelV4Prompt = [{ role: 'system', content: 'You are a test.' }];

  const one = (args: Arguments, trashed = false): StoredTask => {
    const task = tasks.find((candidate) => candidate.id === args.task_id && candidate.trashed === trashed);
    if (!task) throw new Error(`There is no task ${String(args.task_id)}.`);
    return task;
  };
  const changed = ({ id, title }: StoredTask, status: string, rest: Arguments = {}) => ({
    task_id: id,
    status,
    title,
    ...rest,
  });
  const tools: Record<string, (args: Arguments) => Arguments> = {
    add_task: (args) => {
      const task = stored(args as { title: string }, tasks.length + 1);
      tasks.push(task);
      return changed(task, 'created');
    },
    list_tasks: ({ status = 'all', query, priority, tag }) => ({
      tasks: tasks.filter(
        (task) =>
          task.trashed === (status === 'trashed') &&
          (status !== 'pending' || !task.completed) &&
          (status !== 'completed' || task.completed) &&
          (typeof query !== 'string' || task.title.toLowerCase().includes(query.toLowerCase())) &&
          (priority === undefined || task.priority === priority) &&
          (typeof tag !== 'string' || task.tags.includes(tag)),
      ),
    }),
    complete_task: (args) => {
      const task = Object.assign(one(args), { completed: args.completed ?? true });
      return changed(task, task.completed ? 'completed' : 'pending');
    },
    delete_task: (args) => changed(Object.assign(one(args), { trashed: true }), 'deleted'),
    restore_task: (args) => changed(Object.assign(one(args, true), { trashed: false }), 'restored'),
    update_task: (args) => {
      const { task_id: _id, ...fields } = args;
      const task = one(args);
      const previous = Object.fromEntries(
        Object.keys(fields).map((name) => [name, task[name as keyof StoredTask]]),
      );
      return changed(Object.assign(task, fields), 'updated', { previous });
    },
  };

  return {
    tasks: () => tasks.filter(({ trashed }) => !trashed),
    async say(message) {
      prompt.push({ role: 'user', content: [{ type: 'text', text: message }] });
      const calls: [string, Arguments][] = [];
      for (let step = 0; step < 8; step += 1) {
        const { content } = await model.doGenerate({
          prompt,
          providerOptions: { [assistantOptions]: testNow },
        });
        const said = content.find((part) => part.type === 'text');
        if (said) {
          prompt.push({ role: 'assistant', content: [said] });
          return { calls, text: said.text };
        }
        for (const part of content) {
          if (part.type !== 'tool-call') continue;
          const input = JSON.parse(part.input);
          calls.push([part.toolName, input]);
          prompt.push({ role: 'assistant', content: [{ ...part, input }] });
          prompt.push({
            role: 'tool',
            content: [
              {
                type: 'tool-result',
                toolCallId: part.toolCallId,
                toolName: part.toolName,
                output: run(part.toolName, input),
              },
            ],
          });
        }
      }
      throw new Error(`no answer to: ${message}`);
    },
  };

  function run(tool: string, input: Arguments) {
    try {
      return { type: 'json' as const, value: JSON.parse(JSON.stringify(tools[tool]?.(input))) };
    } catch (error) {
      return { type: 'error-text' as const, value: String((error as Error).message) };
    }
  }
}
