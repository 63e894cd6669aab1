import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askAt } from './shell.ts';

function terminalThatTypes(keys: string) {
  const input = new PassThrough();
  const output = new PassThrough();
  const answer = (options?: { hidden: boolean }) => askAt({ input, output }, 'Address: ', options);
  return { answer, type: () => void input.write(keys), shown: () => String(output.read() ?? '') };
}

test('what is typed is the answer, and is not shown when it is a secret', async () => {
  const terminal = terminalThatTypes(' s3cret \r');
  const answer = terminal.answer({ hidden: true });
  terminal.type();
  expect(await answer).toBe('s3cret');
  expect(terminal.shown()).toBe('Address: \n');
});

test.each(['\u0003', '\u0004'])('Ctrl-C and Ctrl-D end the command in a line: %j', async (key) => {
  const terminal = terminalThatTypes(key);
  const answer = terminal.answer();
  terminal.type();
  await expect(answer).rejects.toMatchObject({ message: expect.stringContaining('Stopped'), exitCode: 130 });
});
