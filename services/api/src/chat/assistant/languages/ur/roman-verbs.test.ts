import { expect, it } from 'vitest';
import { withVerbsWritten } from './roman-verbs.ts';

it('writes verbs so that the rules see their endings, and keeps how they were typed', () => {
  const typed = new Map<string, string>();
  const text = withVerbsWritten('gari ki service karwani hai', (urdu, latin) => typed.set(urdu, latin));
  const verb = text.split(' ')[3] ?? '';
  expect(text).toMatch(/^gari ki service \p{Script=Arabic}+نی hai$/u);
  expect(typed.get(verb)).toBe('karwani');
  expect(typed.get(`${verb.slice(0, -1)}ا`)).toBe('karwana');
});

it('leaves other words alone', () => {
  expect(withVerbsWritten('call nana about the phone bill', () => undefined)).toBe(
    'call nana about the phone bill',
  );
});
