import { describe, expect, test } from 'vitest';
import { reasonIn, warningIn } from './output.ts';

describe('a line of the log', () => {
  test.each([
    ['{"level":40,"msg":"the model is slow"}', 'the model is slow'],
    [
      '{"level":50,"msg":"request failed","err":{"message":"no connection","stack":"…"}}',
      'request failed: no connection',
    ],
    ['{"level":"warn","msg":"the model is slow"}', 'the model is slow'],
    ['{"level":60,"err":{"message":"no connection"}}', 'no connection'],
    ['{"level":50,"msg":"no connection","err":{"message":"no connection"}}', 'no connection'],
  ])('that warns is put in words: %s', (line, words) => expect(warningIn(line)).toBe(words));

  test.each([
    '{"level":30,"msg":"ready"}',
    '{"level":"info","msg":"ready"}',
    '{"level":50',
    '▲ Next.js',
    '',
    'null',
    '{"msg":"no level"}',
  ])('that does not is left in the log: %s', (line) => expect(warningIn(line)).toBeUndefined());
});

describe('the reason of an end', () => {
  test("is the service's own sentence before all", () => {
    expect(reasonIn(['Error: something', 'todo-api: PORT must be a number', '    at main.js'])).toBe(
      'todo-api: PORT must be a number',
    );
  });
  test('is the error otherwise, not its stack', () => {
    const lines = [
      'file.js:3',
      'throw new Error()',
      '',
      'TypeError: x is not a function',
      '    at main.js:1:1',
    ];
    expect(reasonIn(lines)).toBe('TypeError: x is not a function');
  });
  test('is unknown when nothing was said', () => expect(reasonIn(['(node) warning'])).toBeUndefined());
});
