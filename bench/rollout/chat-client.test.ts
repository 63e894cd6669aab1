import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { useChat } from './chat-client.ts';
import { clientFactory } from './client.ts';
import { createLedger } from './ledger.ts';
import { createPauses } from './pauses.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, said: string) => void;

let close = () => {};
afterEach(() => close());

/** Lets somebody say one sentence to a server that answers the first request with the first handler, and so on. */
async function sayTo(...handlers: Handler[]) {
  const asked: string[] = [];
  const keys: (string | undefined)[] = [];
  const working = new AbortController();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    asked.push(`${request.method} ${request.url}`);
    if (request.method === 'POST') keys.push(String(request.headers['idempotency-key']));
    const handler = handlers[asked.length - 1];
    // One sentence is enough.
    if (asked.length === handlers.length) working.abort();
    if (handler) handler(request, response, body);
    else response.writeHead(500).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  const ledger = createLedger();
  const person = { id: 'ada', cookie: '', authorization: async () => 'Bearer token' };
  const { port } = server.address() as AddressInfo;
  const make = clientFactory(`http://127.0.0.1:${port}`, ledger, createPauses());
  await useChat(make('chat', person, { keepAlive: true }), working.signal);
  return { ledger, asked, keys };
}

const start = {
  type: 'start',
  messageId: 'm1',
  messageMetadata: { conversation_id: 4 },
};
const words = (...deltas: string[]) => [
  { type: 'text-start', id: 't' },
  ...deltas.map((delta) => ({ type: 'text-delta', id: 't', delta })),
];
const end = [{ type: 'text-end', id: 't' }, { type: 'finish' }];

/** Streams these chunks and ends the response, as a server does that is leaving. */
const stream =
  (...chunks: object[]): Handler =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(''));
  };

const json =
  (status: number, body: unknown): Handler =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

test('a whole stream is one turn', async () => {
  const { ledger } = await sayTo(stream(start, ...words('All ', 'done.'), ...end));
  expect(ledger.turns).toMatchObject([{ userId: 'ada', conversationId: 4, answer: 'All done.' }]);
  expect([ledger.resumed, ledger.brokenChats, ledger.failures]).toEqual([0, [], []]);
});

test('a stream that is cut is resumed from its beginning, and no text is doubled', async () => {
  const { ledger, asked } = await sayTo(
    stream(start, ...words('All ')),
    stream(start, ...words('All ', 'done.'), ...end),
  );
  expect(asked).toEqual(['POST /api/ada/chat', 'GET /api/ada/chat/4/stream']);
  expect(ledger.turns).toMatchObject([{ answer: 'All done.' }]);
  expect([ledger.resumed, ledger.brokenChats]).toEqual([1, []]);
});

test('before an answer has begun the message is sent again under the same key', async () => {
  const { ledger, keys } = await sayTo(stream(), stream(start, ...words('All done.'), ...end));
  expect(new Set(keys).size).toBe(1);
  expect(ledger.turns).toMatchObject([{ answer: 'All done.' }]);
});

test('an answer that ended meanwhile is read from the conversation', async () => {
  const stored = {
    messages: [{ id: 'm1', role: 'assistant', parts: [{ type: 'text', text: 'All done.' }] }],
  };
  const { ledger } = await sayTo(
    stream(start, ...words('All ')),
    (_, response) => response.writeHead(204).end(),
    json(200, stored),
  );
  expect(ledger.turns).toMatchObject([{ answer: 'All done.' }]);
  expect(ledger.brokenChats).toEqual([]);
});

test('an absence is a failed request, and the chat goes on', async () => {
  const { ledger } = await sayTo(json(503, {}), stream(start, ...words('All done.'), ...end));
  expect(ledger.failures).toMatchObject([{ client: 'chat', request: 'POST /chat', what: '503 {}' }]);
  expect(ledger.turns).toHaveLength(1);
  expect(ledger.brokenChats).toEqual([]);
});

test('what the person would have to mend is a broken chat', async () => {
  const { ledger } = await sayTo(json(409, {}));
  expect(ledger.brokenChats).toMatchObject([{ client: 'chat', what: '409 {}' }]);
  expect([...ledger.unsureWords]).toHaveLength(1);
  expect(ledger.turns).toEqual([]);
});
