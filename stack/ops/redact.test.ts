import { expect, test } from 'vitest';
import { redacted, redactedDeep } from './redact.ts';

test.each([
  ['connect postgres://todo:hunter22@db:5432/todo failed', 'connect postgres://…@db:5432/todo failed'],
  ['authorization: Bearer abcdefgh12345678', 'authorization: Bearer …'],
  ['key sk-abcdefghijklmnop', 'key sk-…'],
  ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_1', 'jwt …'],
  ['POSTGRES_PASSWORD=correct-horse', 'POSTGRES_PASSWORD=…'],
  ['{"apiKey":"0123456789"}', '{"apiKey":"…"}'],
])('takes out what looks like a secret: %s', (text, expected) => {
  expect(redacted(text)).toBe(expected);
});

test('leaves what the doctor says', () => {
  const sentence = 'JWT_SECRET is missing in the Secret todo-chatbot-secrets: npm run up puts it right';
  expect(redactedDeep({ list: [sentence], count: 1 })).toEqual({ list: [sentence], count: 1 });
  expect(redacted('the database refuses its user or password: give another one')).toContain('password: give');
});
