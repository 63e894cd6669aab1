import { expect, test } from 'vitest';
import { createPodLog, endingPods, type Pod, startOf } from './pods.ts';

function pod(name: string, ready?: string, deletionTimestamp?: string): Pod {
  return {
    metadata: { name, uid: `uid of ${name}`, ...(deletionTimestamp && { deletionTimestamp }) },
    status: {
      conditions: [
        { type: 'Initialized', status: 'True', lastTransitionTime: '2026-01-01T10:00:00Z' },
        {
          type: 'Ready',
          status: ready ? 'True' : 'False',
          lastTransitionTime: ready ?? '2026-01-01T10:00:00Z',
        },
      ],
      containerStatuses: [{ restartCount: 0, state: { running: { startedAt: '2026-01-01T10:00:01Z' } } }],
    },
  };
}

test('a start is the time from the container’s start to Ready', () => {
  expect(startOf(pod('a', '2026-01-01T10:00:04Z'))).toEqual({ name: 'a', seconds: 3, restarts: 0 });
  expect(startOf(pod('a'))).toBeUndefined();
  expect(startOf({ metadata: { name: 'b', uid: 'b' }, status: {} })).toBeUndefined();
});

test('each new pod is noted once, as soon as it is ready', () => {
  const log = createPodLog();
  const old = pod('old', '2026-01-01T09:00:00Z');
  const made = pod('new', '2026-01-01T10:00:02Z');
  log.known({ items: [old] });
  expect(log.note({ items: [old, pod('new')] })).toEqual([]);
  expect(log.note({ items: [old, made] })).toEqual([{ name: 'new', seconds: 1, restarts: 0 }]);
  expect(log.note({ items: [made] })).toEqual([]);
});

test('pods that have been told to end are known by name', () => {
  expect(endingPods({ items: [pod('stays'), pod('goes', undefined, '2026-01-01T10:00:00Z')] })).toEqual([
    'goes',
  ]);
});
