import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { hasImage } from './docker-daemon.ts';

test('nothing is concluded about a daemon that cannot be asked', async () => {
  expect(await hasImage({ host: 'unix:///var/run/docker.sock' }, 'todo-api:1')).toBeUndefined();
  expect(
    await hasImage({ host: 'ssh://docker@localhost', certPath: tmpdir() }, 'todo-api:1'),
  ).toBeUndefined();
  expect(await hasImage({ host: 'tcp://127.0.0.1:1', certPath: tmpdir() }, 'todo-api:1')).toBeUndefined();
});
