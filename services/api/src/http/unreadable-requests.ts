/** @module What never becomes a request is answered all the same, with a problem document. */
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestError } from '@hono/node-server';
import type { Logger } from 'pino';
import { unexpected } from './errors.ts';
import { Problem } from './problem.ts';

/** What Node's parser and clock say of a request, where that is not 400. */
const STATUSES: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const DETAILS: Record<number, string> = {
  431: 'The address and the headers of a request may have at most 16 kB together.',
  413: 'The extensions of a chunk are too long.',
  408: 'The request did not come to its end in time.',
};

interface ParserError extends Error {
  code?: string;
  /** The parser's own words, which repeat nothing of what came. */
  reason?: string;
}

/** Answers, instead of Node, what its parser cannot read; the connection ends with that. */
export function answerUnreadable(server: Server, logger: Logger): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => answers.set(socket, response));
  server.on('clientError', (error: ParserError, socket) => {
    const current = answers.get(socket);
    const isWithinAnswer = current?.headersSent && !current.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || isWithinAnswer) {
      socket.destroy();
      return;
    }
    const status = STATUSES[error.code ?? ''] ?? 400;
    const reason = error.reason ? `: ${error.reason}` : '';
    const detail = DETAILS[status] ?? `This is not a request of HTTP/1.1${reason}.`;
    socket.end(asText(new Problem(status, { detail }), noted(logger, status)), () => socket.destroy());
  });
}

/** For requests that HTTP allows and an address cannot be made of. */
export function refuseUnaddressed(logger: Logger): (error: unknown) => Response {
  return (error) => {
    const isTheirs = error instanceof RequestError;
    const id = noted(logger, isTheirs ? 400 : 500, isTheirs ? undefined : error);
    const problem = isTheirs ? new Problem(400, { detail: `${error.message}.` }) : unexpected(id);
    const answer = problem.toResponse();
    answer.headers.set('x-request-id', id);
    return answer;
  };
}

/** Logs the refusal; answers the id that it is found by. */
function noted(logger: Logger, status: number, error?: unknown): string {
  const request_id = crypto.randomUUID();
  if (error === undefined) logger.info({ request_id, status }, 'unreadable request');
  else logger.error({ request_id, err: error }, 'unexpected error');
  return request_id;
}

function asText(problem: Problem, requestId: string): string {
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${requestId}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
