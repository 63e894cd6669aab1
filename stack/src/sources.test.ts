import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSources, packSources, parseSources, type Sources } from './sources.ts';

const now = (image: string, files: Record<string, string>): Sources => ({
  images: { [image]: files },
  secrets: { s: { JWT_SECRET: '1' } },
});

test('the newest come first, and ten of each kind are kept', () => {
  const known = Array.from({ length: 12 }, (_, n) => now(`todo-api:${n}`, { a: `${n}` })).reduce(
    (all, one) => addSources(all, one),
    now('todo-web:1', {}),
  );
  expect(Object.keys(known.images)).toEqual([
    ...[11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((n) => `todo-api:${n}`),
    'todo-web:1',
  ]);
});

test('what is known already changes nothing, so that nothing is updated for it', () => {
  const known = addSources(now('todo-api:1', { a: '1' }), now('todo-api:2', { a: '2' }));
  expect(packSources(addSources(known, now('todo-api:1', { a: '1' })))).toBe(packSources(known));
});

test('an older image is written as what differs', () => {
  const files = Object.fromEntries(
    Array.from({ length: 100 }, (_, n) => [`src/file-${n}.ts`, '0123456789ab']),
  );
  const one = packSources(now('todo-api:1', files));
  const two = packSources(addSources(now('todo-api:1', { ...files, new: '1' }), now('todo-api:2', files)));
  expect(two.length).toBeLessThan(one.length + 100);
});

test('all that is written is read again', () => {
  const files = fc.dictionary(fc.string(), fc.stringMatching(/^[0-9a-f]{3}$/));
  const images = fc.dictionary(fc.stringMatching(/^todo-(api|web):[a-f0-9]{1,3}$/), files);
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  fc.assert(
    fc.property(images, (given) => {
      const sources = { images: given, secrets: {} };
      expect(plain(parseSources(packSources(sources)))).toEqual(plain(sources));
    }),
  );
  expect(parseSources('{')).toBeUndefined();
});
