import { expect, test } from 'vitest';
import type { KubernetesObject } from '../../src/kubernetes-objects.ts';
import type { Pod } from '../diagnose.ts';
import type { Finished, Looking } from '../shell.ts';
import { examine } from './examine.ts';
import { readRecording } from './recordings.ts';
import { replay } from './replay.ts';

const healthy = readRecording('healthy');
const now = new Date(healthy.now);

interface Change {
  /** The recording that is changed; the healthy one when it says no other. */
  recording?: string;
  objects?: (items: KubernetesObject[]) => KubernetesObject[];
  /** Answers in place of the recorded ones, by a part of the command line. */
  answers?: Record<string, Partial<Finished>>;
}

/** What the doctor finds where a recorded cluster was a little different. */
async function look({ recording = 'healthy', objects = (items) => items, answers = {} }: Change) {
  const recorded = readRecording(recording);
  const before = replay(recorded, healthy);
  const shell: Looking = {
    ...before,
    run: async (program, args) => {
      const line = [program, ...args].join(' ');
      const other = Object.keys(answers).find((part) => line.includes(part));
      if (other) return { code: 0, stdout: '', stderr: '', ...answers[other] };
      const finished = await before.run(program, args);
      if (!args.some((one) => one.startsWith('pods,'))) return finished;
      const { items } = JSON.parse(finished.stdout) as { items: KubernetesObject[] };
      return { ...finished, stdout: JSON.stringify({ items: objects(items) }) };
    },
  };
  const { checks } = await examine({ shell, target: recorded.target, now: new Date(recorded.now) });
  return { checks, of: (name: string) => checks.find((check) => check.name === name)?.findings ?? [] };
}

const isPodOf = (service: string) => (object: KubernetesObject) =>
  object.kind === 'Pod' && object.metadata.name.startsWith(`todo-${service}-`);

test('a key that somebody added to a ConfigMap is told: pods read it, and no update takes it away', async () => {
  const { of } = await look({
    objects: (items) =>
      items.map((one) =>
        one.kind === 'ConfigMap' && one.metadata.name === 'todo-api'
          ? { ...one, data: { ...one.data, CHAT_TURNS_PER_MINUTE: '1', LOG_LEVEL: 'silent' } }
          : one,
      ),
  });
  const sentences = of('drift').map(({ sentence }) => sentence);
  expect(sentences.join('\n')).toMatch(/ConfigMap\/todo-api was changed by hand: .*LOG_LEVEL/);
  expect(of('drift').at(-1)?.next).toMatch(/delete configmap todo-api, then helm/);
});

test('within a check the worst stands first', async () => {
  const gone = ['PodDisruptionBudget/todo-api', 'Service/todo-web'];
  const { of } = await look({
    objects: (items) => items.filter(({ kind, metadata }) => !gone.includes(`${kind}/${metadata.name}`)),
  });
  expect(of('drift')).toMatchObject([
    { severity: 'broken', sentence: 'Service/todo-web was deleted by hand' },
    { severity: 'warning', sentence: 'PodDisruptionBudget/todo-api was deleted by hand' },
  ]);
});

test('right after it was scaled to 0, pods that are still ending do not count', async () => {
  const { of } = await look({
    objects: (items) =>
      items.map((one) => {
        if (isPodOf('web')(one)) {
          return { ...one, metadata: { ...one.metadata, deletionTimestamp: healthy.now } };
        }
        const isWeb = one.kind === 'Deployment' && one.metadata.name === 'todo-web';
        return isWeb ? { ...one, spec: { ...one.spec, replicas: 0 } } : one;
      }),
  });
  expect(of('pods')).toMatchObject([
    {
      fault: 'no-pods',
      sentence: 'todo-web has no pod: somebody scaled it to 0',
      next: expect.stringMatching(/scale deployment\/todo-web --replicas=/),
    },
  ]);
});

test('a pod is never younger than now, whatever the clocks say', async () => {
  const { of } = await look({
    recording: 'not-ready',
    objects: (items) =>
      items.map((one) => {
        const { now: recordedNow } = readRecording('not-ready');
        const creationTimestamp = new Date(Date.parse(recordedNow) + 1400).toISOString();
        return one.kind === 'Pod' ? { ...one, metadata: { ...one.metadata, creationTimestamp } } : one;
      }),
  });
  expect(of('pods')[0]?.sentence).toMatch(/ is 0 seconds old and still starting$/);
});

/** A node that tells of no image of the product. */
const silentNode = {
  stdout: JSON.stringify({
    items: [
      {
        metadata: { name: 'trial' },
        status: { conditions: [{ type: 'Ready', status: 'True' }], images: [{ names: ['pause:1'] }] },
      },
    ],
  }),
};

test('an image that a pod has just started from is there, before the node tells of it', async () => {
  const created = (seconds: number) => (items: KubernetesObject[]) =>
    items.map((one) => {
      const creationTimestamp = new Date(now.getTime() - seconds * 1000).toISOString();
      const container = one as unknown as Pod;
      if (one.kind !== 'Pod') return one;
      const containerStatuses = container.status.containerStatuses?.map((status) => ({
        ...status,
        state: { running: {} },
      }));
      return {
        ...one,
        metadata: { ...one.metadata, creationTimestamp },
        status: { ...container.status, containerStatuses },
      };
    });
  const answers = { 'get nodes': silentNode };
  expect((await look({ answers, objects: created(60) })).of('images')).toMatchObject([{ severity: 'fine' }]);
  const pruned = (await look({ answers, objects: created(3600) })).of('images');
  expect(pruned).toMatchObject([{ fault: 'image-pruned' }, { fault: 'image-pruned' }]);
});

test('the database is not called well while newer pods are led elsewhere', async () => {
  const { of } = await look({
    objects: (items) => {
      const old = items.find(isPodOf('api'));
      if (!old) throw new Error('the recording has no pod of api');
      const { status } = old as unknown as Pod;
      const terminated = { reason: 'Error', exitCode: 1 };
      const containerStatuses = [{ ready: false, restartCount: 0, state: { terminated } }];
      const newer = {
        ...old,
        metadata: { ...old.metadata, name: 'todo-api-5d5f-newer' },
        status: { ...status, containerStatuses },
      };
      return [...items, newer];
    },
    answers: { 'logs todo-api-5d5f-newer': { stdout: 'Error: getaddrinfo ENOTFOUND db.invalid\n' } },
  });
  expect(of('database')).toMatchObject([
    {
      severity: 'broken',
      fault: 'database-host-unknown',
      sentence: expect.stringMatching(/^todo-api-\S+ reaches it, but newer pods do not: .*ENOTFOUND/),
    },
  ]);
});

test('a namespace that is not there is said, and where the todo chat is instead', async () => {
  const { of } = await look({
    recording: 'not-deployed',
    answers: {
      'get namespace ': { code: 1, stderr: 'Error from server (NotFound): namespaces "x" not found' },
      '--all-namespaces': { stdout: '{"items":[{"metadata":{"namespace":"staging"}}]}' },
    },
  });
  expect(of('release')).toMatchObject([
    {
      fault: 'not-deployed',
      sentence: expect.stringMatching(/^there is no namespace todo-faults-db, .*, but it is in staging$/),
      next: 'look there: --namespace staging',
    },
  ]);
});

test('every key that is missing has its command', async () => {
  const { of } = await look({ answers: { 'get secret todo-chatbot-secrets': { stdout: 'SMTP_URL\n' } } });
  const [found] = of('secret');
  expect(found?.sentence).toMatch(/^DATABASE_URL and JWT_SECRET are missing/);
  for (const key of ['DATABASE_URL', 'JWT_SECRET']) expect(found?.next).toContain(`{"${key}":"…"}`);
});

const noRelease = { ' history ': { code: 1, stderr: 'Error: release: not found' } };

/** As `kubectl apply` leaves it. */
function applied(object: KubernetesObject): KubernetesObject {
  const { kind, metadata, spec, data } = object;
  const noted = JSON.stringify({ kind, metadata: { name: metadata.name }, spec, data });
  const annotations = { ...metadata.annotations, 'kubectl.kubernetes.io/last-applied-configuration': noted };
  return { ...object, metadata: { ...metadata, annotations } };
}

test('what kubectl alone deployed is well without a release', async () => {
  const { checks, of } = await look({ objects: (items) => items.map(applied), answers: noRelease });
  expect(of('release')[0]?.sentence).toMatch(/^none: todo-faults holds what kubectl alone deployed/);
  expect(of('drift')).toEqual([{ severity: 'fine', sentence: 'what is in the cluster is what was applied' }]);
  expect(checks.flatMap(({ findings }) => findings).filter(({ fault }) => fault)).toEqual([]);
});

test('there, what was changed since is told and no fault, and what is gone comes back with kubectl', async () => {
  const { of } = await look({
    objects: (items) =>
      items
        .map(applied)
        .filter(({ kind, metadata }) => `${kind}/${metadata.name}` !== 'Service/todo-api')
        .map((one) =>
          one.kind === 'Deployment' && one.metadata.name === 'todo-api'
            ? { ...one, spec: { ...one.spec, replicas: 3 } }
            : one.kind === 'ConfigMap'
              ? { ...one, data: { ...one.data, LOG_LEVEL: 'silent' } }
              : one,
        ),
    answers: noRelease,
  });
  expect(of('drift')).toMatchObject([
    {
      severity: 'fine',
      sentence: expect.stringMatching(
        /Deployment\/todo-api \(spec.replicas is 3.*ConfigMap\/todo-api \(LOG_LEVEL added\)/,
      ),
    },
  ]);
  expect(of('services')).toMatchObject([
    { fault: 'service-missing', next: expect.stringMatching(/3-todo-api-service\.yaml \| sed .*kubectl/) },
  ]);
});

test('a limit that a LimitRange refuses is mended with the one that it lets through', async () => {
  const [finding] = (await look({ recording: 'limits-refused' })).of('admission');
  expect(finding?.next).toContain('limits.cpu=500m');
});
