import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { holdInterrupts } from './interrupt.ts';

function hold(terminal: boolean) {
  const source = new EventEmitter();
  let said = 0;
  const interruption = holdInterrupts(source, terminal, () => {
    said += 1;
  });
  return { source, interruption, said: () => said };
}

test('Ctrl-C at a terminal reaches Pulumi by itself: it is not told twice', () => {
  const { source, interruption, said } = hold(true);
  source.emit('SIGINT');
  source.emit('SIGINT');
  expect(interruption.asked).toBe(true);
  expect(interruption.signal.aborted).toBe(false);
  expect(said()).toBe(1);
});

test.each(['SIGINT', 'SIGTERM'])('%s from elsewhere is passed on', (name) => {
  const { source, interruption } = hold(false);
  source.emit(name);
  expect(interruption.signal.aborted).toBe(true);
});

test('afterwards the signals are as they were', () => {
  const { source, interruption } = hold(true);
  interruption.release();
  expect(source.listenerCount('SIGINT') + source.listenerCount('SIGTERM')).toBe(0);
  expect(interruption.asked).toBe(false);
});
