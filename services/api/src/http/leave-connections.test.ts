import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leaveConnections } from './leave-connections.ts';

const REQUEST = 'GET / HTTP/1.1\r\nHost: todo\r\n\r\n';

let server: Server;
let leave: (idleMilliseconds: number) => void;
let client: Socket;
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  answer = (response) => response.end('here');
  server = createServer((_request, response) => answer(response));
  leave = leaveConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write(REQUEST);
  await once(client, 'data');
});

afterEach(() => {
  client.destroy();
  server.closeAllConnections();
});

it('answers on a connection that was used a moment ago, and takes no new one', async () => {
  leave(60_000);
  const [refused] = await once(connect(Number(client.remotePort), '127.0.0.1'), 'error');
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
  client.write(REQUEST);
  const [received] = await once(client, 'data');
  expect(String(received)).toMatch(/^HTTP\/1.1 200 OK\r\n(.|\r\n)*here/);
});

it('ends one on which nothing was asked for so long', async () => {
  const closed = once(server, 'close');
  leave(0);
  client.resume();
  await once(client, 'end');
  await closed;
});

it('waits for an answer that is under way', async () => {
  const asked = new Promise<ServerResponse>((resolve) => {
    answer = resolve;
  });
  client.write(REQUEST);
  const response = await asked;
  leave(0);
  response.end('late');
  const [received] = await once(client, 'data');
  expect(String(received)).toContain('late');
});
