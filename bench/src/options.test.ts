import { expect, test } from 'vitest';
import { readOptions, usage } from './options.ts';

const suites = { all: ['tasks', 'chat', 'soak'], onlyByName: new Set(['soak']) };

test('what takes long runs only when it is named', () => {
  expect(readOptions([], suites)).toEqual({
    names: ['tasks', 'chat'],
    write: false,
    sample: false,
    minutes: 20,
  });
  expect(readOptions(['--only', 'soak,chat', '--minutes', '0.5'], suites)).toMatchObject({
    names: ['soak', 'chat'],
    minutes: 0.5,
  });
});

test.each([
  [['--only', 'speed'], 'There is no suite speed: choose from tasks, chat, soak'],
  [['--minutes', 'ten'], '--minutes must be a number from above 0 to 1440, but is "ten"'],
  [['--minutes', '0'], 'but is "0"'],
  [['--fast'], "Unknown option '--fast'"],
])('%j is refused with what is wrong', (args, message) => {
  expect(() => readOptions(args, suites)).toThrow(message);
});

test('the help names every suite', () => {
  expect(readOptions(['--help'], suites)).toBe('help');
  for (const name of suites.all) expect(usage(suites)).toContain(name);
});
