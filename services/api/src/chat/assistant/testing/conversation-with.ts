/** A conversation with the assistant over the real tools and tasks in memory, for tests and the test bed. @module */
import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { callTool } from '../../../mcp/call-tool.ts';
import { tasksInMemory } from '../../../mcp/testing/tasks-in-memory.ts';
import { tools } from '../../../mcp/tools.ts';
import type { Task } from '../../../tasks/schema.ts';
import { assistantOptions, builtInAssistant } from '../model.ts';

type Arguments = Record<string, unknown>;

export interface Said {
  calls: [tool: string, args: Arguments][];
  /** The tools whose calls were done, not refused. */
  done: string[];
  text: string;
}

export interface TestConversation {
  /** Says something and runs the turn to its end. */
  say(message: string): Promise<Said>;
  /** The tasks that are not in the trash. */
  tasks(): Promise<Task[]>;
}

/** Tasks to begin with: a title is enough. */
export type TaskBefore = string | (Partial<Omit<Task, 'id'>> & { title: string });

export interface Moment {
  now: string;
  timeZone: string;
}

/** The moment of every test that names no other: a Wednesday noon in Karachi. */
export const testNow: Moment = { now: '2026-11-25T07:00:00.000Z', timeZone: 'Asia/Karachi' };

const userId = 'somebody';
const longestTurn = 12;

/** Tasks in memory, numbered from 1, and the real tools over them. */
export function testTasks(before: readonly TaskBefore[]) {
  const service = tasksInMemory();
  const prepared = (async () => {
    for (const task of before) {
      const { completed = false, ...fields } = typeof task === 'string' ? { title: task } : task;
      const { id } = await service.create(userId, fields);
      if (completed) await service.complete(userId, id, true);
    }
  })();
  return {
    async run(name: string, args: Arguments) {
      await prepared;
      const tool = tools.find((candidate) => candidate.name === name);
      if (!tool) throw new Error(`There is no tool ${name}.`);
      const outcome = await callTool(tool, { userId, tasks: service }, args, (error) => {
        throw error;
      });
      return outcome.ok
        ? { type: 'json' as const, value: JSON.parse(JSON.stringify(tool.output.parse(outcome.value))) }
        : { type: 'error-text' as const, value: outcome.sentence };
    },
    /** The tasks that are not in the trash. */
    async tasks(): Promise<Task[]> {
      await prepared;
      return (await service.list(userId, { status: 'all', limit: 10_000 })).tasks;
    },
  };
}

/** Starts a conversation with the given tasks, numbered from 1. */
export function conversationWith(before: readonly TaskBefore[], moment: Moment = testNow): TestConversation {
  const model = builtInAssistant();
  const { run, tasks } = testTasks(before);
  const prompt: LanguageModelV4Prompt = [{ role: 'system', content: 'You are a test.' }];

  return {
    tasks,
    async say(message) {
      prompt.push({ role: 'user', content: [{ type: 'text', text: message }] });
      const calls: Said['calls'] = [];
      const done: string[] = [];
      for (let step = 0; step < longestTurn; step += 1) {
        const { content } = await model.doGenerate({
          prompt,
          providerOptions: { [assistantOptions]: { ...moment } },
        });
        const said = content.find((part) => part.type === 'text');
        if (said) {
          prompt.push({ role: 'assistant', content: [said] });
          return { calls, done, text: said.text };
        }
        for (const part of content) {
          if (part.type !== 'tool-call') continue;
          const input: Arguments = JSON.parse(part.input);
          calls.push([part.toolName, input]);
          const { toolCallId, toolName } = part;
          const output = await run(toolName, input);
          if (output.type === 'json') done.push(toolName);
          prompt.push({ role: 'assistant', content: [{ ...part, input }] });
          prompt.push({ role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName, output }] });
        }
      }
      throw new Error(`no answer to: ${message}`);
    },
  };
}
