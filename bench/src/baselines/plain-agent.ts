/**
 * The least code that answers a message with the same model and tool: the AI SDK's own loop, with tasks in memory and
 * nothing kept of the conversation. What durable turns, MCP and accounts add is measured against it.
 *
 * @module
 */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { serve } from '@hono/node-server';
import { isStepCount, jsonSchema, streamText, tool } from 'ai';
import { Hono } from 'hono';

const model = createOpenAICompatible({ name: 'scripted', baseURL: process.env.OPENAI_BASE_URL ?? '' })(
  'scripted',
);
const tasks: string[] = [];
const tools = {
  add_task: tool({
    description: 'Adds a task',
    inputSchema: jsonSchema<{ title: string }>({
      type: 'object',
      properties: { title: { type: 'string' } },
      required: ['title'],
    }),
    execute: async ({ title }) => ({ task_id: tasks.push(title), status: 'created', title }),
  }),
};
const app = new Hono();

app.post('/chat', async (c) => {
  const { message } = await c.req.json<{ message: string }>();
  const { text, steps } = streamText({ model, tools, prompt: message, stopWhen: isStepCount(10) });
  const calls = (await steps).flatMap(({ toolResults }) => toolResults.map(({ output }) => output));
  return c.json({ response: await text, tool_calls: calls });
});

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () => {
  process.stdout.write('ready\n');
});
