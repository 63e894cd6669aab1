import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseInSlices } from './parse-json.ts';

const outcome = async (parse: () => unknown) => {
  try {
    return { value: await parse() };
  } catch (error) {
    return { is: (error as Error).name };
  }
};

it('is JSON.parse, whatever the text and however small the slices', async () => {
  const spaced = fc
    .tuple(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'))
    .map(([text, space]) => JSON.stringify(JSON.parse(text), undefined, space));
  // Something put in somewhere, or left out: most of these are no JSON.
  const damaged = fc
    .tuple(
      spaced,
      fc.nat(),
      fc.constantFrom('', ',', ']', '}', '[', '{', '"', '\\', ':', '1', ' '),
      fc.nat(2),
    )
    .map(([text, place, put, left]) => {
      const where = place % (text.length + 1);
      return text.slice(0, where) + put + text.slice(where + left);
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(spaced, damaged), fc.integer({ min: 0, max: 12 }), async (text, atOnce) => {
      const pause = async () => {};
      expect(await outcome(() => parseInSlices(text, pause, atOnce))).toEqual(
        await outcome(() => JSON.parse(text)),
      );
    }),
    { numRuns: 2000 },
  );
});

it.each([
  '{"__proto__":{"admin":true},"a":[1,2,3,4,5,6,7,8]}',
  '{"a":[1,2,3],"b":"\\\\","a":[4,5,6,"\\"]\\\\"]}',
  `${'['.repeat(40)}1,2,3,4,5,6${']'.repeat(40)}`,
])('keeps %j as it is', async (text) => {
  const parsed = await parseInSlices(text, async () => {}, 4);
  expect(JSON.stringify(parsed)).toBe(JSON.stringify(JSON.parse(text)));
  expect((parsed as { admin?: boolean }).admin).toBeUndefined();
});

it('pauses all along', async () => {
  const text = JSON.stringify(Array.from({ length: 1000 }, (_, n) => ({ n })));
  let pauses = 0;
  await parseInSlices(text, async () => void pauses++, 100);
  expect(pauses).toBeGreaterThan(text.length / 200);
});
