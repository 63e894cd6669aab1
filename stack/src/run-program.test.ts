import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

const node = (script: string) => ['--eval', script];

test('keeps what a program prints, and how it ended', async () => {
  const script = "process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3";
  expect(await runProgram(process.execPath, node(script))).toEqual({ code: 3, stdout: 'out', stderr: 'err' });
});

test('a program that takes too long is ended', async () => {
  const finished = await runProgram(process.execPath, node('setInterval(() => {}, 1000)'), {
    timeoutSeconds: 0.3,
  });
  expect(finished.code).toBe(1);
});

test('a program that is not there is told, and nobody waits for it', async () => {
  const module = JSON.stringify(new URL('./run-program.ts', import.meta.url).href);
  const script = `const { runProgram } = await import(${module}); console.log((await runProgram('no-such-program', [])).code)`;
  const finished = await runProgram(process.execPath, ['--input-type=module', ...node(script)], {
    timeoutSeconds: 20,
  });
  expect(finished).toMatchObject({ code: 0, stdout: 'null\n' });
});
