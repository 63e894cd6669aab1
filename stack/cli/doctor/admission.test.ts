import { expect, test } from 'vitest';
import { withPulumi } from '../mending/mending.ts';
import { explainRefusal, refusalOf } from './admission.ts';
import type { Event, Workload } from './snapshot.ts';

const inWords = (said: string) =>
  explainRefusal('todo-web', said, withPulumi({ stack: 'local' }), 'try again with this');

test.each([
  [
    'a policy that refuses',
    `pods "todo-web-7fc6ff9bc6-8nfcj" is forbidden: ValidatingAdmissionPolicy 'labels' with binding 'labels' denied request: every pod needs the label team`,
    'todo-web: the admission policy labels refuses a pod of it: every pod needs the label team',
    /give the pods what it asks for, or ask whoever made that policy .*, then try again with this$/,
  ],
  [
    'a webhook that refuses',
    'admission webhook "guard.example.org" denied the request: every pod needs the label team',
    'todo-web: the admission webhook guard.example.org refuses a pod of it: every pod needs the label team',
    /give the pods what it asks for, or ask whoever installed that webhook .*, then try again with this$/,
  ],
  [
    'a webhook that refuses without a word',
    'admission webhook "guard.example.org" denied the request without explanation',
    'todo-web: the admission webhook guard.example.org refuses a pod of it: it does not say why',
    /ask whoever installed that webhook/,
  ],
  [
    'a webhook that does not answer',
    'Internal error occurred: failed calling webhook "guard.example.org": failed to call webhook: Post "https://192.0.2.1:443/?timeout=3s": context deadline exceeded',
    'todo-web: the admission webhook guard.example.org stands in the way of a pod of it: failed to call webhook: Post "https://192.0.2.1:443/?timeout=3s": context deadline exceeded',
    /ask whoever installed that webhook .*; once it lets pods be made: try again with this$/,
  ],
])('%s is told as what it is', (_name, said, sentence, next) => {
  expect(inWords(said)).toMatchObject({
    fault: 'webhook-refused',
    sentence,
    next: expect.stringMatching(next),
  });
});

test('what holds now is told, and not what the first ReplicaSet met with', () => {
  const failing = { type: 'ReplicaFailure', status: 'True', message: 'what was said first' };
  const workload = {
    ...{ kind: 'Deployment', metadata: { name: 'todo-web' } },
    ...{ spec: { replicas: 2, template: { spec: { containers: [] } } }, status: { conditions: [failing] } },
  } as Workload;
  const failed = (name: string, message: string): Event => ({
    ...{ type: 'Warning', reason: 'FailedCreate', message },
    involvedObject: { kind: 'ReplicaSet', name },
  });
  expect(refusalOf(workload, [])).toBe('what was said first');
  const events = [
    failed('todo-web-7fc6ff9bc6', 'Error creating: what was said first'),
    failed('todo-web-76cf5bd967', '(combined from similar events): Error creating: what holds now'),
    failed('todo-api-76cf5bd967', 'Error creating: what is said of another'),
  ];
  expect(refusalOf(workload, events)).toBe('what holds now');
  expect(refusalOf({ ...workload, status: {} }, events)).toBeUndefined();
});
