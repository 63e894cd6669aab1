import { describe, expect, test } from 'vitest';
import { findMinikube, parseDockerEnv, parseStatus } from './minikube.ts';
import { type Finished, runProgram } from './run-program.ts';

const running =
  '{"Name":"minikube","Host":"Running","Kubelet":"Running","APIServer":"Running","Kubeconfig":"Configured"}';
const environment =
  'DOCKER_TLS_VERIFY=1\nDOCKER_HOST=tcp://127.0.0.1:32771\nDOCKER_CERT_PATH=/home/me/.minikube/certs\nMINIKUBE_ACTIVE_DOCKERD=minikube\n';

function minikube(answers: Record<string, Partial<Finished>>) {
  const calls: string[] = [];
  const run = async (program: string, args: string[]) => {
    calls.push([program, ...args].join(' '));
    return { code: 0, stdout: '', stderr: '', ...answers[args[0] ?? ''] };
  };
  return { run, calls };
}

describe('a Minikube that runs', () => {
  test('gives its Docker daemon and its address', async () => {
    const { run, calls } = minikube({
      status: { stdout: running },
      'docker-env': { stdout: environment },
      ip: { stdout: '192.168.49.2\n' },
    });
    expect(await findMinikube(run, 'work')).toEqual({
      daemon: { host: 'tcp://127.0.0.1:32771', certPath: '/home/me/.minikube/certs' },
      address: '192.168.49.2',
    });
    expect(calls).toEqual([
      'minikube status --output=json --profile work',
      'minikube docker-env --shell=none --profile work',
      'minikube ip --profile work',
    ]);
  });

  test('may not know its address', async () => {
    const { run } = minikube({
      status: { stdout: running },
      'docker-env': { stdout: environment },
      ip: { code: 1, stdout: 'X Exiting' },
    });
    expect(await findMinikube(run, 'minikube')).not.toHaveProperty('address');
  });
});

describe('one line says what is wrong', () => {
  const table: [string, Record<string, Partial<Finished>>, RegExp][] = [
    ['not installed', { status: { code: null } }, /^minikube is not installed: \S+/],
    [
      'stopped',
      { status: { code: 7, stdout: '{"Host":"Stopped","APIServer":"Stopped"}' } },
      /^Minikube does not run: minikube start --profile minikube$/,
    ],
    [
      'no such profile',
      { status: { code: 85, stdout: '{"specversion":"1.0","data":{}}\n{"specversion":"1.0"}' } },
      /^There is no Minikube named minikube, and only Minikube is deployed to: minikube start --profile minikube$/,
    ],
    [
      'another runtime',
      { status: { stdout: running }, 'docker-env': { code: 14 } },
      /needs the docker runtime: minikube delete/,
    ],
  ];
  test.each(table)('%s', async (_, answers, line) => {
    const error = await findMinikube(minikube(answers).run, 'minikube').catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String((error as Error).message)).toMatch(line);
    expect((error as Error).message).not.toContain('\n');
  });
});

test('the status of several nodes is that of the first', () => {
  expect(parseStatus(`[${running},{"Name":"m02","Host":"Stopped","APIServer":"Irrelevant"}]`)).toBe(
    'running',
  );
  expect(parseStatus('{"Host":"Running","APIServer":"Stopped"}')).toBe('stopped');
  expect(parseStatus('{"Host":"Nonexistent"}')).toBe('none');
  expect(parseStatus('')).toBe('none');
});

test('the environment is read with quotes and Windows line ends, and without TLS', () => {
  expect(parseDockerEnv('DOCKER_HOST="tcp://1.2.3.4:2376"\r\nDOCKER_CERT_PATH="C:\\certs"\r\n')).toEqual({
    host: 'tcp://1.2.3.4:2376',
    certPath: 'C:\\certs',
  });
  expect(parseDockerEnv('DOCKER_HOST=unix:///var/run/docker.sock')).toEqual({
    host: 'unix:///var/run/docker.sock',
  });
  expect(parseDockerEnv('X Exiting due to MK_USAGE')).toBeUndefined();
});

test('a program is run to its end, with its code; a missing one has none', async () => {
  expect(await runProgram(process.execPath, ['-e', 'console.log(1); process.exit(3)'])).toMatchObject({
    code: 3,
    stdout: '1\n',
  });
  const echo = 'process.stdin.pipe(process.stdout)';
  expect(await runProgram(process.execPath, ['-e', echo], { input: 'said' })).toMatchObject({
    code: 0,
    stdout: 'said',
  });
  expect(await runProgram('no-such-program-here', [])).toMatchObject({ code: null });
});
