import { expect, test } from 'vitest';
import { diagnose, isReady, type Pod } from './diagnose.ts';

type Status = NonNullable<Pod['status']['containerStatuses']>[number];

function pod(status: Partial<Status> = {}, conditions: Pod['status']['conditions'] = []): Pod {
  return {
    metadata: { name: 'todo-api-1' },
    spec: { containers: [{ image: 'todo-api:abc' }] },
    status: { conditions, containerStatuses: [{ ready: false, restartCount: 0, ...status }] },
  };
}

const cases: [string, ReturnType<typeof diagnose>['cause'], Parameters<typeof diagnose>[0], RegExp][] = [
  [
    'no room',
    'unschedulable',
    {
      pod: pod({}, [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: '0/1 nodes: Insufficient memory',
        },
      ]),
      warnings: [],
      log: [],
    },
    /Insufficient memory/,
  ],
  [
    'no image',
    'image',
    { pod: pod({ state: { waiting: { reason: 'ErrImageNeverPull' } } }), warnings: [], log: [] },
    /todo-api:abc/,
  ],
  [
    'no secret',
    'settings',
    {
      pod: pod({
        state: {
          waiting: { reason: 'CreateContainerConfigError', message: 'secret "todo-chatbot" not found' },
        },
      }),
      warnings: [],
      log: [],
    },
    /secret "todo-chatbot" not found/,
  ],
  [
    'out of memory, also when it waits to be started again',
    'memory',
    {
      pod: pod({
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
      }),
      warnings: [],
      log: [],
    },
    /more memory/,
  ],
  [
    'database refused',
    'database',
    {
      pod: pod({ lastState: { terminated: { exitCode: 1 } } }),
      warnings: [],
      log: ['starting', 'password authentication failed for user "todo"'],
    },
    /password authentication failed/,
  ],
  [
    'crash',
    'crash',
    {
      pod: pod({ restartCount: 2, lastState: { terminated: { exitCode: 3 } } }),
      warnings: [],
      log: ['boom'],
    },
    /exit code 3, 3 times/,
  ],
  [
    'probe',
    'probe',
    {
      pod: pod({ state: {} }),
      warnings: ['Startup probe failed: HTTP probe failed with statuscode: 503'],
      log: [],
    },
    /statuscode: 503/,
  ],
  ['nothing known', 'slow', { pod: pod(), warnings: [], log: [] }, /not ready in time/],
];

test.each(cases)('%s', (_name, cause, evidence, sentence) => {
  const diagnosis = diagnose(evidence);
  expect(diagnosis.cause).toBe(cause);
  expect(diagnosis.sentence).toMatch(sentence);
  expect(diagnosis.next).not.toBe('');
});

test('a pod without containers yet is not ready', () => {
  expect(isReady({ metadata: { name: 'new' }, status: {} })).toBe(false);
  expect(isReady(pod({ ready: true }))).toBe(true);
});
