import { expect, test } from 'vitest';
import type { KubernetesObject } from '../../src/kubernetes-objects.ts';
import { examine } from './examine.ts';
import { readRecording } from './recordings.ts';
import { replay } from './replay.ts';

const healthy = readRecording('healthy');

/** A cluster whose api does not find its database, and that has these objects besides. */
async function look(besides: object[]) {
  const recorded = readRecording('database-host-unknown');
  const before = replay(recorded, healthy);
  const shell = {
    ...before,
    run: async (program: string, args: string[]) => {
      const finished = await before.run(program, args);
      if (!args.some((one) => one.startsWith('pods,'))) return finished;
      const { items } = JSON.parse(finished.stdout) as { items: KubernetesObject[] };
      return { ...finished, stdout: JSON.stringify({ items: [...items, ...besides] }) };
    },
  };
  const { checks } = await examine({ shell, target: recorded.target, now: new Date(recorded.now) });
  return checks.flatMap(({ findings }) => findings);
}

const server = {
  kind: 'StatefulSet',
  metadata: { name: 'todo-postgres' },
  spec: { replicas: 0, template: { spec: { containers: [] } } },
};

test('a Postgres inside the cluster that was scaled to 0 is told first, and nobody is sent to mend its address', async () => {
  const findings = await look([server]);
  const pods = findings.filter(({ sentence }) => /todo-postgres has no pod|cannot use/.test(sentence));
  expect(pods[0]).toMatchObject({
    fault: 'no-pods',
    sentence: 'todo-postgres has no pod: somebody scaled it to 0',
    next: expect.stringContaining('scale statefulset/todo-postgres --replicas=1'),
  });
  const why = 'cannot use it, since no pod of the Postgres inside the cluster is ready';
  expect(pods.at(-1)).toMatchObject({ fault: 'database-refused', sentence: expect.stringContaining(why) });
  expect(findings.map(({ next }) => next).join('\n')).not.toMatch(/mend the host|databaseUrl|DATABASE_URL/);
});

test('with one that serves, or none, the address is what is wrong', async () => {
  const pod = {
    kind: 'Pod',
    metadata: { name: 'todo-postgres-0' },
    status: { phase: 'Running', containerStatuses: [{ ready: true, restartCount: 0 }] },
  };
  for (const besides of [[], [{ ...server, spec: { ...server.spec, replicas: 1 } }, pod]]) {
    const faults = (await look(besides)).flatMap(({ fault }) => fault ?? []);
    expect(faults).toContain('database-host-unknown');
    expect(faults).not.toContain('database-refused');
  }
});
