/**
 * A server of chat completions that does what a turn's message asks for, word for word the same each time: a turn whose
 * model is asked again after a crash must come out as if nothing had happened.
 *
 * @module
 */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

interface Message {
  role: string;
  content?: unknown;
}

export interface Script {
  /** Between two pieces of an answer. */
  wordMilliseconds: number;
  /** In the words of an answer. */
  words: number;
}

/** How many tasks a message asks for: one a step. */
const TASKS_PER_TURN = 4;

/** The titles of the tasks of a turn. */
export function titlesOf(turn: string): string[] {
  return Array.from({ length: TASKS_PER_TURN }, (_, index) => `${turn} task ${index + 1}`);
}

/** What a turn ends with. */
export function wordsOf(turn: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${turn}-word-${index + 1}`).join(' ');
}

/** Starts the server. A message `run <name>` has tasks added and then words said; any other only words. */
export async function serveScript(script: Script): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const { messages } = JSON.parse(await text(request)) as { messages: Message[] };
    const asked = messages.findLastIndex(({ role }) => role === 'user');
    const [, turn] = /^run (\S+)$/.exec(contentOf(messages[asked])) ?? [];
    const done = messages.slice(asked + 1).filter(({ role }) => role === 'tool').length;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const title = turn && titlesOf(turn)[done];
    if (title) await call(response, title, script);
    else await say(response, wordsOf(turn ?? 'story', script.words), script);
    response.end('data: [DONE]\n\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function contentOf(message: Message | undefined): string {
  const content = message?.content;
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? content.map((part: { text?: string }) => part.text ?? '').join('') : '';
}

async function call(response: ServerResponse, title: string, { wordMilliseconds }: Script): Promise<void> {
  await delay(wordMilliseconds);
  const calling = { name: 'add_task', arguments: JSON.stringify({ title }) };
  const tool_calls = [{ index: 0, id: `call-${title}`, type: 'function', function: calling }];
  send(response, { role: 'assistant', content: null, tool_calls });
  await delay(wordMilliseconds);
  send(response, {}, 'tool_calls');
}

async function say(response: ServerResponse, words: string, { wordMilliseconds }: Script): Promise<void> {
  for (const word of words.match(/\S+\s*/g) ?? []) {
    if (response.destroyed) return;
    send(response, { role: 'assistant', content: word });
    await delay(wordMilliseconds);
  }
  send(response, {}, 'stop');
}

function send(response: ServerResponse, delta: unknown, finish_reason: string | null = null): void {
  const choices = [{ index: 0, delta, finish_reason }];
  const chunk = { id: 'chat', object: 'chat.completion.chunk', created: 0, model: 'scripted', choices };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}
