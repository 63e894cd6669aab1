import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

const container = (fields: object) => ({ spec: { containers: [{ name: 'api', ...fields }] } });

describe('what must change about an object', () => {
  const table: [string, live: unknown, wanted: unknown, before: unknown, unknown[]][] = [
    ['nothing', container({ image: 'a' }), container({ image: 'a' }), container({ image: 'a' }), []],
    [
      'what the cluster fills in, nothing',
      container({ image: 'a', terminationMessagePath: '/dev/termination-log' }),
      container({ image: 'a' }),
      container({ image: 'a' }),
      [],
    ],
    [
      'a field of a container',
      container({ image: 'a' }),
      container({ image: 'b' }),
      container({ image: 'a' }),
      [{ path: 'spec.containers.api.image', from: 'a', to: 'b' }],
    ],
    [
      'a field that the chart no longer sets',
      container({ workingDir: '/app' }),
      container({}),
      container({ workingDir: '/app' }),
      [{ path: 'spec.containers.api.workingDir', from: '/app' }],
    ],
    [
      'a container that came',
      container({}),
      { spec: { containers: [{ name: 'api' }, { name: 'proxy' }] } },
      container({}),
      [{ path: 'spec.containers.proxy.name', to: 'proxy' }],
    ],
    [
      'the same amounts in other words, nothing',
      container({ resources: { limits: { cpu: '1', memory: '1Gi' } } }),
      container({ resources: { limits: { cpu: '1000m', memory: '1024Mi' } } }),
      container({}),
      [],
    ],
    [
      'other amounts',
      container({ resources: { limits: { cpu: '1' } } }),
      container({ resources: { limits: { cpu: '500m' } } }),
      container({}),
      [{ path: 'spec.containers.api.resources.limits.cpu', from: '1', to: '500m' }],
    ],
    [
      'what the API leaves out, nothing',
      container({}),
      container({ stdin: false, command: [], env: null }),
      container({ stdin: false, command: [], env: null }),
      [],
    ],
    ['a list', { args: ['a'] }, { args: ['a', 'b'] }, {}, [{ path: 'args', from: '["a"]', to: '["a","b"]' }]],
    [
      'the order alone',
      [{ name: 'a' }, { name: 'b' }],
      [{ name: 'b' }, { name: 'a' }],
      [{ name: 'a' }, { name: 'b' }],
      [{ path: '', from: 'a, b', to: 'b, a' }],
    ],
    [
      'an environment, without its value',
      container({ env: [{ name: 'KEY', value: 'clear' }] }),
      container({ env: [{ name: 'KEY', value: 'other' }] }),
      container({}),
      [{ path: 'spec.containers.api.env.KEY.value' }],
    ],
    [
      'one more variable, in one word',
      container({ env: [] }),
      container({ env: [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'KEY' } } }] }),
      container({ env: [] }),
      [{ path: 'spec.containers.api.env.KEY' }],
    ],
  ];
  test.each(table)('%s', (_, live, wanted, before, found) => {
    expect(differences(live, wanted, before)).toEqual(found);
  });
});

/** Texts and numbers that are no amounts, in objects and lists as a pod template has them. */
const leaf = fc.oneof(fc.stringMatching(/^[a-z]{1,4}$/), fc.integer({ min: 1, max: 9 }), fc.constant(true));
const items = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z]$/), image: leaf }), {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 4,
});
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    items,
    fc.array(leaf, { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z]$/), tie('node'), { minKeys: 1, maxKeys: 4 }),
  ),
})).node;

test('an object never changes without a word', () => {
  fc.assert(
    fc.property(tree, tree, (before, wanted) => {
      const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(wanted));
      // What is in the cluster is what was put there: nothing is different exactly when nothing changes.
      expect(differences(before, wanted, before).length === 0).toBe(same);
    }),
    { numRuns: 500 },
  );
});

/** Kubernetes does not know an order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, sorted(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
