/**
 * Patterns are compiled when they are first tried, and again when they are tried once more: hundreds of them would make
 * the first message of a process wait. They are tried beforehand, a few at a time, while nothing else is to be done.
 *
 * @module
 */
import { setImmediate as otherWorkFirst } from 'node:timers/promises';
import type { Language } from './language.ts';
import { type Languages, languages } from './languages/languages.ts';
import { understand } from './understanding/understand.ts';

/** Every pattern that a language brings as data. */
function patternsOf({ rules, continuations, words, asides }: Language): RegExp[] {
  const data = [...Object.values(words), ...Object.values(asides ?? {})].flat();
  const held = data.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'pattern' in one ? one.pattern : one,
  );
  return [...held, ...[...rules, ...continuations].map(({ pattern }) => pattern)].filter(
    (one) => one instanceof RegExp,
  );
}

/** Tries the patterns of all languages; resolves with how many there were. */
export async function warmUp(spoken: Languages = languages): Promise<number> {
  let tried = 0;
  for (const language of spoken) {
    for (const pattern of patternsOf(language)) {
      for (let round = 0; round < 2; round += 1) {
        pattern.lastIndex = 0;
        pattern.exec(language.example);
        pattern.lastIndex = 0;
        await otherWorkFirst();
      }
      tried += 1;
    }
    for (let round = 0; round < 2; round += 1) {
      understand(language.example, language, { instant: new Date(0), timeZone: 'UTC' });
      await otherWorkFirst();
    }
  }
  return tried;
}
