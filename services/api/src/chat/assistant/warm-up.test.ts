import { expect, it } from 'vitest';
import { languages } from './languages/languages.ts';
import { understand } from './understanding/understand.ts';
import { warmUp } from './warm-up.ts';

it('tries every rule of every language, and lets other work go first', async () => {
  let others = 0;
  const other = setInterval(() => {
    others += 1;
  });
  const tried = await warmUp();
  clearInterval(other);
  expect(tried).toBeGreaterThan(languages.reduce((sum, { rules }) => sum + rules.length, 0));
  expect(others).toBeGreaterThan(0);
});

it('leaves everything as it was', async () => {
  const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
  for (const language of languages) {
    const before = understand(language.example, language, now);
    await warmUp([language]);
    expect(understand(language.example, language, now)).toEqual(before);
    expect(before[0]).toMatchObject({ kind: 'add' });
  }
});
