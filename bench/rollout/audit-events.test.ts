import { expect, test } from 'vitest';
import { auditEvents, type EventRecord } from './audit-events.ts';
import type { AcknowledgedTask } from './ledger.ts';

const event = (id: number, at = id * 10): EventRecord => ({ id, type: 'task.created', taskId: id, at });
const task = (id: number, at = id * 10): AcknowledgedTask => ({
  userId: 'ada',
  id,
  title: `busy ${id}`,
  state: 'pending',
  at,
});

test('each event once, from the first that was seen, is well', () => {
  expect(auditEvents('ada', [event(3), event(4, 95), event(5)], [task(1), task(4), task(5)])).toEqual({
    lost: [],
    doubled: [],
    slowestMilliseconds: 55,
  });
});

test('a gap is a loss, and a number that comes again is doubled', () => {
  const { lost, doubled } = auditEvents('ada', [event(3), event(5), event(5)], []);
  expect(lost).toEqual(['event 4 of ada never came']);
  expect(doubled).toEqual(['event 5 of ada came twice']);
});

test('a task whose event is still missing after the last one is lost too', () => {
  const { lost } = auditEvents('ada', [event(3)], [task(3), task(4), { ...task(9), userId: 'grace' }]);
  expect(lost).toEqual(['no event of ada told that task 4 was made']);
});
