import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

it('runs one after the other, also after a failure, and sends away what is too much', async () => {
  const queue = oneAtATime(2);
  const gate = Promise.withResolvers<void>();
  const log: string[] = [];
  const work = async (name: string, ends: Promise<unknown> = Promise.resolve()) => {
    const place = queue.join(name);
    try {
      return await place.run(async () => {
        log.push(`${name} begins`);
        await ends;
        log.push(`${name} ends`);
        return name;
      });
    } finally {
      place.leave();
    }
  };
  const first = work(
    'a',
    gate.promise.then(() => Promise.reject(new Error('broken'))),
  );
  const others = [work('b'), work('c')];
  await expect(work('d')).rejects.toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  await expect(work('a')).rejects.toMatchObject({ status: 503, detail: expect.stringContaining('yours') });
  expect(log).toEqual(['a begins']);
  gate.resolve();
  await expect(first).rejects.toThrow('broken');
  expect(await Promise.all(others)).toEqual(['b', 'c']);
  expect(log).toEqual(['a begins', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(await work('a')).toBe('a');
});
