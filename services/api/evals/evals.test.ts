import { describe, expect, it } from 'vitest';
import { conversationWith } from '../src/chat/assistant/testing/conversation-with.ts';
import { readCases } from './case.ts';
import { playAll } from './score.ts';
import { reached, readThresholds } from './thresholds.ts';

describe.each(['cases', 'held-back'] as const)('the built-in assistant on %s', async (bed) => {
  const asked = (await readThresholds())[bed];
  const cases = await readCases(bed);

  // Some thousand conversations: on a busy machine they take their time.
  const timeout = 180_000;
  it.each(Object.entries(asked))(
    'is at least as good in %s as it was: %f %%',
    { timeout },
    async (language, share) => {
      const results = await playAll(
        cases.filter((one) => one.language === language),
        conversationWith,
      );
      expect(reached(results)[language]).toBeGreaterThanOrEqual(share);
    },
  );

  it('has a threshold for every language', () => {
    expect(Object.keys(asked)).toEqual(
      expect.arrayContaining(bed === 'cases' ? [...new Set(cases.map(({ language }) => language))] : ['en']),
    );
  });
});

it('keeps as open only what does not go well yet', async () => {
  const results = await playAll(await readCases('open'), conversationWith);
  const well = results.filter(({ wrong }) => wrong.length === 0).map(({ case: one }) => one.name);
  expect(well, 'these belong into cases/').toEqual([]);
});
