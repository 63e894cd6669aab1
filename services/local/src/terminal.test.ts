import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTerminal, seconds } from './terminal.ts';

function written(stream: PassThrough): string {
  return String(stream.read() ?? '');
}

test('times are exact where short and calm where long', () => {
  expect([0, 440, 9949, 12_400].map(seconds)).toEqual(['0.0 s', '0.4 s', '9.9 s', '12 s']);
});

test('without a terminal there are plain lines and no control characters', () => {
  const output = new PassThrough();
  const errors = new PassThrough();
  const terminal = createTerminal(output, errors);
  const step = terminal.step('Building');
  terminal.warn('api: slow');
  step.end('Built');
  terminal.step('Starting').end();
  terminal.say('ready');
  expect(written(output)).toMatch(/^Building …\n✓ Built \(0\.\d s\)\nStarting …\nready\n$/);
  expect(written(errors)).toBe('api: slow\n');
});

describe('on a terminal', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('one line counts the seconds, and gives way to other lines', () => {
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 40 });
    const terminal = createTerminal(output, output);
    const step = terminal.step('Building');
    expect(written(output)).toContain('… Building (0 s)');
    vi.advanceTimersByTime(2000);
    expect(written(output)).toContain('\r\u001b[2K… Building (2 s)');
    terminal.warn('api: slow');
    expect(written(output)).toBe('\r\u001b[2Kapi: slow\n\r\u001b[2K… Building (2 s)');
    step.end('Built');
    expect(written(output)).toBe('\r\u001b[2K✓ Built (2.0 s)\n');
    vi.advanceTimersByTime(5000);
    expect(written(output)).toBe('');
  });
});
