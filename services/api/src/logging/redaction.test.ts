import { expect, it } from 'vitest';
import { redaction } from './redaction.ts';

const redact = redaction({
  databaseUrl: 'postgres://todo:pass%20w%C3%B6rd%22@db/todo',
  databaseDirectUrl: 'postgres://todo:direct-password@server/todo',
  jwtSecrets: ['a signing secret of thirty-two bytes', 'the one before it, as long as that'],
  model: {
    openaiApiKey: 'sk-1234567890',
    openaiBaseUrl: undefined,
    anthropicApiKey: 'sk-1234567890-longer',
    name: undefined,
    fallback: undefined,
  },
  mail: { kind: 'smtp', url: 'smtps://todo:mail-password@mail.example', from: 'a@example.org' },
});
const line = (words: string) => JSON.stringify({ msg: words });

it.each([
  'Incorrect API key provided: sk-1234567890',
  'two: sk-1234567890-longer sk-1234567890',
  'connecting to postgres://todo:pass%20w%C3%B6rd%22@db/todo',
  'password pass wörd" refused',
  'auth of mail-password',
  'the server refused direct-password',
  'signed with a signing secret of thirty-two bytes',
  'the one before it, as long as that',
  'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc-DEF_123',
  `Bearer todo_0b7c-someone_${'0123456789'.repeat(4)}`,
])('nothing of it is left: %s', (words) => {
  const clean = redact(line(words));
  expect(clean).toContain('[secret]');
  expect(clean).not.toMatch(/sk-123|longer|w%C3|wörd|mail-password|signing secret|before it|eyJ|0123456789/);
  expect(() => JSON.parse(clean)).not.toThrow();
});

it('leaves everything else as it is', () => {
  const words = line('todo_app listens to todo_turns at http://todo-api:8000');
  expect(redact(words)).toBe(words);
});
