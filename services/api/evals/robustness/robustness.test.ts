import { describe, expect, it } from 'vitest';
import { conversationWith } from '../../src/chat/assistant/testing/conversation-with.ts';
import { readCases } from '../case.ts';
import { percent, playAll } from '../score.ts';
import { chanceOf, perturbations } from './perturbations.ts';
import { perturbed } from './perturbed.ts';

/** In percent of the cases, for each way; it only ever rises. */
const least = 90;
const sample = 30;

describe('what is said less carefully', async () => {
  const cases = (await readCases('cases')).filter(({ language }) => language === 'en');

  it.each(perturbations)('is understood as before: $name', async (perturbation) => {
    const changed = perturbed(cases, perturbation, sample);
    expect(changed).toHaveLength(sample);
    const results = await playAll(changed, conversationWith);
    const wrong = results.filter((result) => result.wrong.length > 0);
    const share = percent({ passed: sample - wrong.length, of: sample });
    expect(share, wrong.map((result) => result.case.says.join(' → ')).join('\n')).toBeGreaterThanOrEqual(
      least,
    );
  });

  it('is said the same way on every run, and keeps the words of titles', () => {
    for (const perturbation of perturbations) {
      expect(perturbed(cases, perturbation, 5)).toEqual(perturbed(cases, perturbation, 5));
    }
    const swapped = perturbations.find(({ name }) => name === 'neighbours swapped');
    const kept = new Set(['delete', 'tasks']);
    expect(swapped?.perturb('delete tasks please', chanceOf(1), kept)).toMatch(/^delete tasks p(?!lease)/);
  });
});
