import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { lookFromInside, type PodView } from './in-pod.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A server that answers each message in turn, and its port. */
async function serverThatSays(...answers: Buffer[]): Promise<{ port: number; heard: Buffer[] }> {
  const heard: Buffer[] = [];
  const server = createServer((socket: Socket) => {
    const left = [...answers];
    socket
      .on('error', () => undefined)
      .on('data', (bytes) => {
        heard.push(bytes);
        const next = left.shift();
        if (next) socket.write(next);
      });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as { port: number }).port, heard };
}

async function viewAt(url: string): Promise<PodView> {
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('PORT', '9');
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await lookFromInside();
  return JSON.parse(String(said.mock.calls[0]?.[0])) as PodView;
}

const asksForPassword = Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 10]);
const refusal = Buffer.concat([
  Buffer.from([69, 0, 0, 0, 40]),
  Buffer.from('SFATAL\0C53300\0Msorry, too many clients\0\0'),
]);

test('gets as far as the server asks for the password, and tells neither user nor password', async () => {
  const { port, heard } = await serverThatSays(asksForPassword);
  const view = await viewAt(`postgres://anna:secret-word@127.0.0.1:${port}/todo`);
  expect(view).toMatchObject({ host: '127.0.0.1', port, reached: 'server', isPooled: false });
  expect(view.stoppedBy).toBeUndefined();
  expect(JSON.stringify(view)).not.toMatch(/anna|secret-word/);
  expect(heard.join('')).toContain('user\0anna\0database\0todo');
  expect(heard.join('')).not.toContain('secret-word');
});

test('tells the code of what the server refuses with', async () => {
  const { port } = await serverThatSays(refusal);
  const view = await viewAt(`postgres://anna:x@127.0.0.1:${port}/todo`);
  expect(view).toMatchObject({ reached: 'port', stoppedBy: 'the server answers with the error 53300' });
});

test('tells what Neon says of a compute that does not run, and no other words of a server', async () => {
  const says = (code: string) => {
    const fields = `SERROR\0C${code}\0MThe endpoint of anna is disabled\0\0`;
    return Buffer.concat([Buffer.from([69, 0, 0, 0, 40]), Buffer.from(fields)]);
  };
  const [neon, other] = [await serverThatSays(says('XX000')), await serverThatSays(says('28000'))];
  expect((await viewAt(`postgres://anna:x@127.0.0.1:${neon.port}/todo`)).stoppedBy).toMatch(
    /XX000: The endpoint of anna is disabled$/,
  );
  vi.restoreAllMocks();
  expect((await viewAt(`postgres://anna:x@127.0.0.1:${other.port}/todo`)).stoppedBy).toMatch(/error 28000$/);
});

test('tells that there is no encryption where the address asks for it', async () => {
  const { port } = await serverThatSays(Buffer.from('N'));
  const view = await viewAt(`postgres://anna:x@127.0.0.1:${port}/todo?sslmode=require`);
  expect(view).toMatchObject({ reached: 'port', stoppedBy: 'the server does not support SSL connections' });
});

test('tells how far it got where nobody listens, and where there is no such name', async () => {
  const { port } = await serverThatSays();
  servers.splice(0).forEach((server) => void server.close());
  const refused = await viewAt(`postgres://anna:x@127.0.0.1:${port}/todo`);
  expect(refused).toMatchObject({ reached: 'name', stoppedBy: expect.stringContaining('ECONNREFUSED') });
});

test('knows the pooled addresses of Neon', async () => {
  const view = await viewAt('postgres://anna:x@ep-calm-1-pooler.invalid/todo');
  expect(view).toMatchObject({ isPooled: true, reached: 'nothing', port: 5432 });
  expect(view.stoppedBy).toMatch(/ENOTFOUND|EAI_AGAIN/);
});
