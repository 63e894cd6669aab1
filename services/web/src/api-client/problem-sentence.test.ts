import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { catalogues } from '../i18n/catalogues.ts';
import { Problem } from './problem.ts';
import { problemSentence } from './problem-sentence.ts';

const words = { en: wordsOf('en'), ur: wordsOf('ur') };

function wordsOf(locale: 'en' | 'ur') {
  const t: unknown = createTranslator({ locale, messages: catalogues[locale], namespace: 'problems' });
  return t as Parameters<typeof problemSentence>[0];
}

const problem = (status: number, kind?: string, retryAfter?: number) =>
  new Problem(status, 'It is so.', undefined, {}, { kind, retryAfter });

test('what the api has a name for is told in the language of the person alone', () => {
  const kinds = [
    'task-not-found',
    'conversation-busy',
    'too-many-requests',
    'answer-pending',
    'foreign-origin',
  ];
  for (const kind of kinds) {
    expect(problemSentence(words.ur, problem(400, kind))).toMatch(/^[^a-z]+$|PUBLIC_URL/);
    expect(problemSentence(words.en, problem(400, kind))).not.toContain('It is so.');
  }
});

test('what only the api has words for stands beneath a sentence of ours', () => {
  expect(problemSentence(words.ur, problem(422, 'invalid-input'))).toBe(
    'سروس کا جواب:\n\u2068It is so.\u2069',
  );
  expect(problemSentence(words.en, problem(500), { isAlone: true })).toBe(
    'That did not work. The service answered:\n\u2068It is so.\u2069',
  );
});

test.each([
  [undefined, 'in a moment'],
  [1, 'in a moment'],
  [20, 'in 20 seconds'],
  [61, 'in 2 minutes'],
  [600, 'in 10 minutes'],
])('after a Retry-After of %s it says: %s', (seconds, when) => {
  expect(problemSentence(words.en, problem(429, 'too-many-requests', seconds))).toBe(
    `That was too often. Please try again ${when}.`,
  );
  expect(problemSentence(words.en, problem(503, 'database-away', seconds))).toContain(when);
});

test('what is tried again by itself does not ask for it', () => {
  expect(problemSentence(words.en, problem(429, undefined, 20), { isTriedAgain: true })).toBe(
    'That was too often.',
  );
});

test('a status alone is enough for what everybody knows', () => {
  expect(problemSentence(words.en, problem(404))).toBe('It is no longer there.');
  expect(problemSentence(words.en, problem(0))).toMatch(/^The todo service is away/);
});
