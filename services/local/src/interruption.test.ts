import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { listenForInterruption } from './interruption.ts';

test('the first signal asks, the same press passed on by npm changes nothing, a later one forces', () => {
  let now = 0;
  const source = new EventEmitter();
  const { asked, forced } = listenForInterruption(source, () => now);
  expect(asked.aborted).toBe(false);
  source.emit('SIGINT');
  expect(asked.aborted).toBe(true);
  now = 50;
  source.emit('SIGINT');
  expect(forced.aborted).toBe(false);
  now = 2000;
  source.emit('SIGTERM');
  expect(forced.aborted).toBe(true);
});

test('afterwards nothing is listened for', () => {
  const source = new EventEmitter();
  listenForInterruption(source).end();
  expect(source.eventNames()).toEqual([]);
});
