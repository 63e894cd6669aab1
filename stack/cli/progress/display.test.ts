import { expect, test } from 'vitest';
import { createDisplay, seconds } from './display.ts';
import type { Step } from './steps.ts';

function screen(live: boolean) {
  const written: string[] = [];
  return { written, live, colors: false, columns: 60, write: (text: string) => void written.push(text) };
}
const step = (title: string, extra: Partial<Step> = {}): Step => ({
  title,
  doing: 'building',
  detail: '',
  said: [],
  startedAt: 0,
  ...extra,
});
const built = { word: 'built', failed: false, at: 31_000 };

test('on a terminal what moves is drawn over, and what ended stays', () => {
  const where = screen(true);
  const display = createDisplay(where);
  const api = step('image api', {
    detail: '[builder 3/8] RUN a command that is far too long for this terminal',
  });
  display.draw([api], 12_000);
  expect(where.written.join('')).toMatch(/^ {2}⠋ image api +building +12 s {2}\[builder 3\/8\].*…\n$/);
  expect((where.written.join('').split('\n')[0] ?? '').length).toBeLessThan(60);
  api.end = built;
  display.draw([api], 31_000);
  expect(where.written.slice(1)).toEqual([
    '\r\u001b[1A\u001b[J',
    '  ✓ image api            built        31 s\n',
  ]);
  display.draw([api], 32_000);
  expect(where.written).toHaveLength(3);
});

test('elsewhere there is a plain line at the end, and one every half minute before it', () => {
  const where = screen(false);
  const display = createDisplay(where);
  const web = step('image web');
  for (const now of [1000, 29_000, 30_000, 31_000, 60_000]) display.draw([web], now);
  web.end = { ...built, word: 'failed', failed: true, at: 61_000 };
  display.draw([web], 61_000);
  expect(where.written.join('')).toBe(
    [
      '  … image web            building     30 s',
      '  … image web            building     60 s',
      '  ✗ image web            failed       61 s\n',
    ].join('\n'),
  );
  expect(where.written.join('')).not.toContain('\u001b');
});

test.each([
  [80, '0.1 s'],
  [9_940, '9.9 s'],
  [9_960, '10 s'],
  [119_000, '119 s'],
  [142_000, '2 min 22 s'],
])('%i ms read as %s', (milliseconds, text) => expect(seconds(milliseconds)).toBe(text));
