/** @module A model server on this machine that answers with recorded streams, and keeps what it was asked. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A recording by its name, a status with a body, or `hang-up` for a connection that breaks. */
export type Answer = string | { status: number; body: unknown };

export interface ModelServer {
  url: string;
  /** The requests, in order. */
  asked: { path: string; headers: Record<string, unknown>; body: Record<string, unknown> }[];
  close(): Promise<void>;
}

/** Answers one request after the other with these; the last one again and again. */
export async function serveModel(...answers: Answer[]): Promise<ModelServer> {
  const left = [...answers];
  const asked: ModelServer['asked'] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await text(request)) || '{}') as Record<string, unknown>;
    asked.push({ path: request.url ?? '', headers: request.headers, body });
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer === undefined || answer === 'hang-up') return void request.socket.destroy();
    if (typeof answer === 'object') {
      response.writeHead(answer.status, { 'content-type': 'application/json', 'retry-after': '0.001' });
      return void response.end(JSON.stringify(answer.body));
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(await readFile(new URL(`./recordings/${answer}.sse`, import.meta.url)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
