/** @module A model in place of one that costs money: it deletes in bulk, and talks without end, when it is asked to. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface StandInModel {
  /** What the product must be told to ask it. */
  settings: { OPENAI_BASE_URL: string; AI_MODEL: string };
  close(): Promise<void>;
}

/** As long as somebody listens, and no longer. */
const BETWEEN_WORDS = 50;

/** Listens on a free port of this machine. */
export async function openModel(): Promise<StandInModel> {
  const server = createServer(async (request, response) => {
    const { messages } = JSON.parse(await text(request)) as {
      messages: { role: string; content?: unknown }[];
    };
    const asked = messages.findLastIndex(({ role }) => role === 'user');
    const sentence = JSON.stringify(messages[asked]?.content ?? '');
    const isAnswered = messages.slice(asked + 1).some(({ role }) => role === 'tool');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (/delete everything/i.test(sentence) && !isAnswered) return deleteTasks(response, [1, 2, 3]);
    if (/story/i.test(sentence)) return talk(response);
    send(response, { role: 'assistant', content: 'Very well.' }, 'stop');
    response.end('data: [DONE]\n\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    settings: { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, AI_MODEL: 'stand-in' },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function deleteTasks(response: ServerResponse, tasks: readonly number[]): void {
  const tool_calls = tasks.map((task_id, index) => ({
    index,
    id: `delete-${task_id}-${Date.now()}`,
    type: 'function',
    function: { name: 'delete_task', arguments: JSON.stringify({ task_id }) },
  }));
  send(response, { role: 'assistant', content: null, tool_calls });
  send(response, {}, 'tool_calls');
  response.end('data: [DONE]\n\n');
}

function talk(response: ServerResponse): void {
  send(response, { role: 'assistant', content: 'Once upon a time there was a list, and on it stood ' });
  let number = 0;
  const timer = setInterval(() => {
    number += 1;
    send(response, { content: `task ${number}, ` });
  }, BETWEEN_WORDS);
  response.once('close', () => clearInterval(timer));
}

function send(response: ServerResponse, delta: unknown, finish_reason: string | null = null): void {
  const choices = [{ index: 0, delta, finish_reason }];
  const chunk = { id: 'chat', object: 'chat.completion.chunk', created: 0, model: 'stand-in', choices };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}
