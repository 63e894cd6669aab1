import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Comparison, explain } from './explain.ts';
import { apiRolls, calm, cluster, deployed, next, objectsOf, pods, record, say } from './explain-fixture.ts';

describe('what is found in the cluster', () => {
  const older = next({ api: { image: 'todo-api:a0' } });
  const starts = ['api: starts 2 pods.', 'web: starts 2 pods.'];
  const { secrets: _, ...withoutSecret } = cluster();
  const table: [string, Partial<Comparison>, string[]][] = [
    [
      'another cluster',
      { next: { ...deployed, cluster: 'c2' }, running: { objects: {} } },
      ['This is another cluster than the one last deployed to: everything is made again.', ...starts],
    ],
    [
      'no release any more',
      { running: { objects: {}, secrets: deployed.sources.secrets.s1 ?? {} } },
      ['The release is gone, and not by this stack: it is installed again.', ...starts],
    ],
    [
      'a rollback by hand, of which the sources are known',
      { running: cluster({ release: record(older, { revision: 4, description: 'Rollback to 2' }) }) },
      [
        'Revision 4 is a rollback to 2: an update goes forward again.',
        `${apiRolls} 2 files: main.ts, old.ts (new).`,
        calm,
      ],
    ],
    [
      'a rollback to just what the sources say now',
      {
        next: older,
        running: cluster({ release: record(older, { revision: 4, description: 'Rollback to 2' }) }),
      },
      ['Revision 4 is a rollback to 2: an update goes forward again.', 'api: nothing rolls.', calm],
    ],
    [
      'an update that failed, and left no outputs',
      {
        last: undefined,
        next: next({ api: { image: 'todo-api:a2' } }, { 'todo-api:a2': { 'main.ts': '2', 'old.ts': '1' } }),
        running: cluster({
          failed: 3,
          release: record(deployed, { revision: 4, description: 'Rollback to 2' }),
        }),
      },
      [
        'The last update (revision 3) failed and went back by itself: what runs is what ran before it.',
        `${apiRolls} file main.ts.`,
        calm,
      ],
    ],
    [
      'an update that was cut off',
      {
        running: cluster({
          latest: { revision: 3, status: 'pending-upgrade' },
          objects: { ...objectsOf(deployed), ...pods('api', { image: 'todo-api:a0' }) },
        }),
      },
      [
        'Revision 3 was cut off (pending-upgrade), unless an update is under way: npm run up clears it away first.',
        `${apiRolls} 2 files: main.ts, old.ts (new).`,
        calm,
      ],
    ],
    [
      'an image that was edited by hand',
      { running: cluster({ objects: { ...objectsOf(deployed), ...pods('api', { image: 'todo-api:a0' }) } }) },
      [
        'Deployment/todo-api was edited by hand and is put right: spec.template.spec.containers.api.image todo-api:a0 → todo-api:a1.',
        `${apiRolls} 2 files: main.ts, old.ts (new).`,
        calm,
      ],
    ],
    [
      'pods that were scaled by hand',
      { running: cluster({ objects: objectsOf(next({ api: { replicas: 5 } })) }) },
      [
        'Deployment/todo-api was edited by hand and is put right: spec.replicas 5 → 2.',
        'api: scales from 5 to 2, nothing rolls.',
        calm,
      ],
    ],
    [
      'an environment that was edited by hand, which is not shown',
      {
        running: cluster({
          objects: {
            ...objectsOf(deployed),
            ...pods('api', { env: [{ name: 'JWT_SECRET', value: 'by-hand' }] }),
          },
        }),
      },
      [
        'Deployment/todo-api was edited by hand and is put right: spec.template.spec.containers.api.env.JWT_SECRET.value.',
        `${apiRolls} env.JWT_SECRET.value.`,
        calm,
      ],
    ],
    [
      'a Deployment that was deleted',
      { running: cluster({ objects: { ...objectsOf(deployed), 'Deployment/todo-api': undefined } }) },
      ['Deployment/todo-api was deleted by hand: it is made again.', 'api: starts 2 pods.', calm],
    ],
    [
      'a Secret that was edited',
      { running: cluster({ secrets: { DATABASE_URL: '1', JWT_SECRET: '9' } }) },
      [
        'The Secret with the keys was edited by hand (JWT_SECRET): it is put right. Pods read it when they start.',
        'api: nothing rolls.',
        calm,
      ],
    ],
    [
      'a Secret that was deleted',
      { running: withoutSecret },
      ['The Secret with the keys was deleted: it is made again.', 'api: nothing rolls.', calm],
    ],
  ];
  test.each(table)('%s', (_, changes, lines) => {
    expect(say(changes)).toEqual(lines);
  });
});

test('never says that nothing rolls when the pods would differ', () => {
  const value = fc.stringMatching(/^[a-z0-9]{1,3}$/);
  const container = fc.record({
    image: value,
    workingDir: value,
    args: fc.array(value, { maxLength: 2 }),
    resources: fc.record({ limits: fc.dictionary(fc.constantFrom('cpu', 'memory'), value) }),
    env: fc.uniqueArray(fc.record({ name: value, value }), { selector: ({ name }) => name, maxLength: 2 }),
  });
  fc.assert(
    fc.property(container, container, container, (made, live, wanted) => {
      const release = { ...record(deployed), objects: pods('api', made) };
      const running = cluster({ release, objects: { ...objectsOf(deployed), ...pods('api', live) } });
      const rendered = { ...objectsOf(deployed), ...pods('api', wanted) };
      const facts = { last: deployed, next: deployed, running, rendered, chart: undefined, missing: [] };
      const [api] = explain(facts).services;
      // Whatever the chart says now, and whatever it said before and does not say any more, is in the pods afterwards.
      const keeps = isDeepStrictEqual(merged(live, made, wanted), live);
      expect(api?.rolls).toBe(keeps ? 'no' : 'yes');
    }),
    { numRuns: 300 },
  );
});

interface Container {
  image: string;
  workingDir: string;
  args: string[];
  resources: { limits: Record<string, string> };
  env: { name: string; value: string }[];
}

/** What Helm makes of pods: a merge of three, here written out for the fields above. */
function merged(live: Container, made: Container, wanted: Container): Container {
  const ours = new Set(made.env.map(({ name }) => name));
  const limits = Object.entries(live.resources.limits).filter(([key]) => !(key in made.resources.limits));
  const kept = live.env.filter(
    ({ name }) => !ours.has(name) || wanted.env.some((entry) => entry.name === name),
  );
  const env = kept.map((entry) => wanted.env.find(({ name }) => name === entry.name) ?? entry);
  const fresh = wanted.env.filter(({ name }) => !kept.some((entry) => entry.name === name));
  const order = wanted.env.map(({ name }) => name).join();
  const known = env.filter(({ name }) => wanted.env.some((entry) => entry.name === name));
  const inOrder = known.map(({ name }) => name).join() === order;
  return {
    image: wanted.image,
    workingDir: wanted.workingDir,
    args: wanted.args.length === 0 && made.args.length === 0 ? live.args : wanted.args,
    resources: { limits: { ...Object.fromEntries(limits), ...wanted.resources.limits } },
    env:
      fresh.length === 0 && inOrder ? env : [...wanted.env, ...env.filter((entry) => !known.includes(entry))],
  };
}
