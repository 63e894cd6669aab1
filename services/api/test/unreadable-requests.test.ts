/** What is sent over a bare connection, as no client would write it. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serve } from '../src/serve.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let serving: Serving;
const logged: string[] = [];
beforeAll(async () => {
  stage = await createStage();
  const own = { port: 0, metricsPort: 0, host: '127.0.0.1', drainSeconds: 0 };
  const logger = pino({}, { write: (line: string) => logged.push(line) });
  serving = await serve({ ...stage.config, ...own }, stage, logger);
});
afterAll(async () => {
  serving.abandon();
  await stage.close();
});

/** All that comes back until the other side ends. */
async function sent(text: string): Promise<string> {
  const socket = connect(serving.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part) => {
    answer += part;
  });
  socket.write(text);
  await once(socket, 'end');
  socket.destroy();
  return answer;
}

function read(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const [line = '', ...fields] = head.split('\r\n');
  const headers = new Headers(
    fields.map((field): [string, string] => {
      const [name = '', ...value] = field.split(': ');
      return [name, value.join(': ')];
    }),
  );
  return { status: Number(line.split(' ')[1]), headers, problem: JSON.parse(body) };
}

const close = 'connection: close\r\n';
describe('is answered with a problem document', () => {
  it.each([
    ['no HTTP', 'HELLO\r\n\r\n', 400],
    ['no method of HTTP', 'FOO /health HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['NUL in a header', 'GET /health HTTP/1.1\r\nhost: a\r\nx-request-id: \0\r\n\r\n', 400],
    ['a length below zero', 'POST /api/x/tasks HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n', 400],
    [
      'two lengths',
      'POST /api/x/tasks HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
    ],
    ['an address of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
    ['a header of 20 kB', `GET /health HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', `GET /health HTTP/1.1\r\n${close}\r\n`, 400],
    ['a host that is none', `GET /health HTTP/1.1\r\nhost: a b\r\n${close}\r\n`, 400],
  ])('%s', async (_, text, status) => {
    const answer = read(await sent(text));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.problem).toMatchObject({ type: 'about:blank', status, title: expect.any(String) });
    expect(answer.problem.detail).toMatch(/^[A-Z].+\.$/);
    const id = answer.headers.get('x-request-id') ?? 'none';
    expect(logged.filter((line) => line.includes(id))).toHaveLength(1);
  });
});

it('ends its connection and no other', async () => {
  const other = connect(serving.port, '127.0.0.1').setEncoding('utf8');
  await once(other, 'connect');
  await sent('HELLO\r\n\r\n');
  other.write('GET /health HTTP/1.1\r\nhost: a\r\n\r\n');
  const [answer] = await once(other, 'data');
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  other.destroy();
});
