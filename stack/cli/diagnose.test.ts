import { expect, test } from 'vitest';
import { diagnose, isHopeless, isReady, type Pod } from './diagnose.ts';

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
          message: '0/1 nodes: Insufficient memory. no new claims to deallocate',
        },
      ]),
      warnings: [],
      log: [],
    },
    /: Insufficient memory$/,
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
    'a wrong setting',
    'crash',
    {
      pod: pod({ restartCount: 1, lastState: { terminated: { exitCode: 1 } } }),
      warnings: [],
      log: ['todo-api: PORT must be a number from 0 to 65535.'],
    },
    /^it ended with exit code 1, 2 times: PORT must be a number from 0 to 65535$/,
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
  ['nothing known', 'slow', { pod: pod(), warnings: [], log: [] }, /does not get ready/],
];

test.each(cases)('%s', (_name, cause, evidence, sentence) => {
  const diagnosis = diagnose(evidence);
  expect(diagnosis.cause).toBe(cause);
  expect(diagnosis.sentence).toMatch(sentence);
  expect(diagnosis.next).not.toBe('');
});

test.each([
  ['Insufficient cpu', 'cpu 25m'],
  ['Insufficient memory', 'memory 96Mi'],
])('where there is %s, less of that very thing is asked for', (message, less) => {
  const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }];
  expect(diagnose({ pod: pod({}, conditions), warnings: [], log: [] }).next).toMatch(
    `ask for less: npm run pulumi -- config set --path chart.api.resources.requests.${less}, then npm run up;`,
  );
});

test('a pod without containers yet is not ready', () => {
  expect(isReady({ metadata: { name: 'new' }, status: {} })).toBe(false);
  expect(isReady(pod({ ready: true }))).toBe(true);
});

test('only what time cannot mend is hopeless', () => {
  const facts = (status: Partial<Status>) => ({ pod: pod(status), warnings: [], log: [] });
  const missing = facts({ state: { waiting: { reason: 'ErrImageNeverPull' } } });
  expect(isHopeless(missing, 59)).toBe(false);
  expect(isHopeless(missing, 60)).toBe(true);
  const ended = { lastState: { terminated: { exitCode: 1 } } };
  expect(isHopeless(facts({ ...ended, restartCount: 2 }), 600)).toBe(false);
  expect(isHopeless(facts({ ...ended, restartCount: 3 }), 0)).toBe(true);
  const refused = { ...facts({ ...ended, restartCount: 9 }), log: ['connect ECONNREFUSED 10.0.0.1:5432'] };
  expect(isHopeless(refused, 600)).toBe(false);
  const password = 'todo-api: DATABASE_URL must have the right user and password: the database refused them';
  expect(isHopeless({ ...facts({ ...ended, restartCount: 2 }), log: [password] }, 600)).toBe(false);
  expect(isHopeless({ ...facts({ ...ended, restartCount: 3 }), log: [password] }, 0)).toBe(true);
  expect(isHopeless(facts({}), 600)).toBe(false);
});
