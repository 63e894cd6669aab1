import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { portState } from './ports.ts';
import type { FakeRun } from './testing/launch-fakes.ts';
import { type Run, runNode, runs, until } from './testing/processes.ts';

const script = fileURLToPath(new URL('./testing/launch-fakes.ts', import.meta.url));

let logFolder: string;
let ports: { api: number; web: number };
let run: Run | undefined;

beforeEach(async () => {
  logFolder = mkdtempSync(join(tmpdir(), 'launch-'));
  ports = { api: await getPort(), web: await getPort() };
});

afterEach(async () => {
  run?.child.kill('SIGKILL');
  await until(async () => (await portState(ports.api)) === 'free' && (await portState(ports.web)) === 'free');
  rmSync(logFolder, { recursive: true, force: true });
});

function start(options: Partial<FakeRun> = {}): Run {
  run = runNode([script, JSON.stringify({ logFolder, ports, ...options })]);
  return run;
}

const log = (name: string) => readFileSync(join(logFolder, `${name}.log`), 'utf8');
const pidOf = async (name: 'api' | 'web') =>
  Number(await (await fetch(`http://127.0.0.1:${ports[name]}/`)).text());

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s stops both cleanly and is a success',
  async (signal) => {
    const { child, says, ended, output } = start();
    await says('announced');
    const pids = [await pidOf('api'), await pidOf('web')];
    child.kill(signal);
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(pids.some(runs)).toBe(false);
    expect(log('api')).toContain('stopped cleanly');
    expect(log('web')).toContain('stopped cleanly');
    expect(output()).toMatch(/Started \(.* s\)\nannounced\nStopping …\n✓ Stopped/);
  },
);

test.skipIf(process.platform === 'win32')('it ends with the shell through which npm runs it', async () => {
  const shell = spawn(
    'sh',
    ['-c', '"$0" "$1" "$2"; true', process.execPath, script, JSON.stringify({ logFolder, ports })],
    {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: 'ignore',
    },
  );
  await until(
    async () => (await portState(ports.api)) === 'taken' && (await portState(ports.web)) === 'taken',
  );
  shell.kill('SIGTERM');
  await until(async () => (await portState(ports.api)) === 'free' && (await portState(ports.web)) === 'free');
  await until(() => log('api').includes('stopped cleanly') && log('web').includes('stopped cleanly'));
});

test('a signal while it starts stops it as well', async () => {
  const { child, says, ended, output } = start({ api: { PORT: String(await getPort()) } });
  await says('Starting');
  await until(async () => (await portState(ports.web)) === 'taken');
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(output()).not.toContain('announced');
});

test('one press of Ctrl-C that arrives twice does not force, a later one does', async () => {
  const { child, says, ended } = start({ api: { SERVICE_STUBBORN: '1' } });
  await says('announced');
  const pid = await pidOf('api');
  child.kill('SIGINT');
  child.kill('SIGINT');
  await until(() => log('web').includes('stopped cleanly'));
  expect(runs(pid)).toBe(true);
  const again = setInterval(() => child.kill('SIGINT'), 100);
  expect(await ended).toEqual({ code: 130, signal: null });
  clearInterval(again);
  expect(runs(pid)).toBe(false);
});

test('what does not stop in its time is killed', async () => {
  const { child, says, ended } = start({ web: { SERVICE_STUBBORN: '1' }, stopWithinMilliseconds: 300 });
  await says('announced');
  const pid = await pidOf('web');
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(runs(pid)).toBe(false);
});

test('a service that refuses to start gives its reason, and nothing is left running', async () => {
  const reason = 'todo-api: JWT_SECRET must be at least 32 bytes';
  const { ended, errors, output } = start({ api: { SERVICE_REFUSES: reason } });
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(errors()).toBe(`${reason}\n`);
  expect(output()).not.toContain('announced');
  expect(await portState(ports.web)).toBe('free');
});

test('a service that refuses to start under a watcher, which waits for changes, gives its reason', async () => {
  const reason = 'todo-api: PORT must be a port number';
  const { ended, errors } = start({ watch: true, api: { SERVICE_REFUSES: reason } });
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(errors()).toBe(`${reason}\n`);
});

test('a service that dies takes the other with it, and one line says which and where to look', async () => {
  const { says, ended, errors } = start();
  await says('announced');
  const pid = await pidOf('web');
  await fetch(`http://127.0.0.1:${ports.api}/crash`).catch(() => {});
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(errors()).toBe(
    `the api ended unexpectedly (exit code 7); its log is ${join(logFolder, 'api.log')}\n`,
  );
  expect(runs(pid)).toBe(false);
});

test('a process that a killed service leaves behind is ended too', async () => {
  const { says, ended, errors } = start({ api: { SERVICE_STARTS_CHILD: '1' } });
  await says('announced');
  const left = Number(/child (\d+)/.exec(log('api'))?.[1]);
  expect(runs(left)).toBe(true);
  process.kill(await pidOf('api'), 'SIGKILL');
  expect((await ended).code).toBe(1);
  expect(errors()).toContain('the api ended unexpectedly (signal SIGKILL)');
  await until(() => !runs(left));
});

test.each([
  ['', false],
  [', under a watcher too', true],
])('the services end when the launcher is killed%s', async (_, watch) => {
  const { child, says, ended } = start({ watch });
  await says('announced');
  const pids = [await pidOf('api'), await pidOf('web')];
  child.kill('SIGKILL');
  await ended;
  await until(() => !pids.some(runs));
  expect(await portState(ports.api)).toBe('free');
});

test('a service that never becomes ready is named', async () => {
  const { ended, errors } = start({ web: { PORT: String(await getPort()) }, readyWithinMilliseconds: 6000 });
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(errors()).toBe(`the web did not become ready within 6.0 s; the logs are in ${logFolder}\n`);
});

test('a warning reaches the terminal in words, the rest only the log', async () => {
  const { child, says, ended, errors, output } = start({ api: { SERVICE_WARNS: 'the model is slow' } });
  await says('announced');
  await until(() => errors() !== '');
  child.kill('SIGTERM');
  await ended;
  expect(errors()).toBe('api: the model is slow\n');
  expect(output()).not.toContain('"level"');
  expect(log('api')).toContain('"msg":"ready"');
});
