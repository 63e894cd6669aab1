import { describe, expect, test } from 'vitest';
import { type Comparison, explain } from './explain.ts';
import type { Manifest, ServiceManifest } from './manifest.ts';
import { sentences } from './sentences.ts';

const api: ServiceManifest = {
  image: 'todo-api:a1',
  files: { 'src/main.ts': '1', 'src/old.ts': '1' },
  config: { PUBLIC_URL: 'http://localhost:3000' },
  secrets: { DATABASE_URL: '1', JWT_SECRET: '1' },
  secretChecksum: 's1',
  replicas: 2,
};
const web: ServiceManifest = { ...api, image: 'todo-web:w1', secrets: {}, secretChecksum: '', replicas: 2 };
const chart = { 'values.yaml': '1', 'templates/api/deployment.yaml': '1', 'templates/NOTES.txt': '1' };
const deployed: Manifest = { cluster: 'c1', chart, services: { api, web } };

function say(changes: Partial<Comparison>): string[] {
  return sentences(explain({ last: deployed, next: deployed, running: undefined, missing: [], ...changes }));
}
function next(changes: { api?: Partial<ServiceManifest>; web?: Partial<ServiceManifest> }): Manifest {
  return { ...deployed, services: { api: { ...api, ...changes.api }, web: { ...web, ...changes.web } } };
}
const calm = 'web: nothing rolls.';

describe('what a preview says', () => {
  const table: [string, Partial<Comparison>, string[]][] = [
    ['nothing changed', {}, ['api: nothing rolls.', calm]],
    ['nothing is deployed', { last: undefined }, ['api: starts 2 pods.', 'web: starts 2 pods.']],
    [
      'a file changed, one came, one went',
      { next: next({ api: { image: 'todo-api:a2', files: { 'src/main.ts': '2', 'src/new.ts': '1' } } }) },
      [
        'api: rolls 2 pods, one after the other: 3 files: src/main.ts, src/new.ts (new), src/old.ts (removed).',
        calm,
      ],
    ],
    [
      'many files changed',
      {
        next: next({
          web: {
            image: 'todo-web:w2',
            files: Object.fromEntries(Array.from('abcdef', (name) => [name, '1'])),
          },
        }),
      },
      [
        'api: nothing rolls.',
        'web: rolls 2 pods, one after the other: 8 files: a (new), b (new), c (new), d (new) and 4 more.',
      ],
    ],
    [
      'a secret was rotated',
      { next: next({ api: { secretChecksum: 's2', secrets: { DATABASE_URL: '1', JWT_SECRET: '2' } } }) },
      ['api: rolls 2 pods, one after the other: secret JWT_SECRET.', calm],
    ],
    [
      'a setting changed for both',
      { next: next({ api: { config: { PUBLIC_URL: 'x' } }, web: { config: { PUBLIC_URL: 'x' } } }) },
      [
        'api: rolls 2 pods, one after the other: setting PUBLIC_URL.',
        'web: rolls 2 pods, one after the other: setting PUBLIC_URL.',
      ],
    ],
    [
      'more pods are wanted',
      { next: next({ api: { replicas: 3 } }) },
      ['api: nothing rolls. Scales from 2 to 3 pods.', calm],
    ],
    [
      'the other platform',
      { next: next({ api: { image: 'todo-api:a2' } }) },
      ['api: rolls 2 pods, one after the other: the image was made from something else.', calm],
    ],
    [
      "a template of api's changed",
      { next: { ...deployed, chart: { ...chart, 'templates/api/deployment.yaml': '2' } } },
      ['api: may roll 2 pods, one after the other: chart file templates/api/deployment.yaml.', calm],
    ],
    [
      'a template that no pod reads changed',
      { next: { ...deployed, chart: { ...chart, 'templates/NOTES.txt': '2' } } },
      ['api: nothing rolls.', calm],
    ],
    [
      'the cluster is a new one',
      { next: { ...deployed, cluster: 'c2' }, running: {} },
      [
        'This is another cluster than the one last deployed to: everything is made again.',
        'api: starts 2 pods.',
        'web: starts 2 pods.',
      ],
    ],
    [
      'an image was pruned',
      { missing: ['api'] },
      ['api: nothing rolls. Its image is gone from the cluster and is built again.', calm],
    ],
    [
      'a new image is missing, as every new one',
      {
        missing: ['api'],
        next: next({ api: { image: 'todo-api:a2', files: { ...api.files, 'src/old.ts': '2' } } }),
      },
      ['api: rolls 2 pods, one after the other: file src/old.ts.', calm],
    ],
    ['somebody uninstalled the release', { running: {} }, ['api: starts 2 pods.', 'web: starts 2 pods.']],
    [
      'somebody rolled back',
      { running: { api: { image: 'todo-api:a0', secretChecksum: 's1', replicas: 2 }, web } },
      [
        'api: rolls 2 pods, one after the other: todo-api:a0 runs, which is not what was last deployed.',
        calm,
      ],
    ],
    [
      'somebody rolled back to just what the sources say now',
      {
        running: { api: { image: 'todo-api:a0', secretChecksum: 's1', replicas: 2 }, web },
        next: next({ api: { image: 'todo-api:a0' } }),
      },
      ['api: nothing rolls.', calm],
    ],
    [
      'somebody scaled by hand',
      { running: { api: { ...api, replicas: 5 }, web } },
      ['api: nothing rolls. Scales from 5 to 2 pods.', calm],
    ],
  ];
  test.each(table)('%s', (_, changes, lines) => {
    expect(say(changes)).toEqual(lines);
  });

  test('is also there as facts', () => {
    const explanation = explain({
      last: deployed,
      next: next({ api: { image: 'todo-api:a2', files: { 'src/main.ts': '2' } } }),
      running: undefined,
      missing: [],
    });
    expect(explanation.moved).toBe(false);
    expect(explanation.services[0]).toEqual({
      service: 'api',
      rolls: 'yes',
      pods: { before: 2, after: 2 },
      files: { added: [], changed: ['src/main.ts'], removed: ['src/old.ts'] },
      config: { added: [], changed: [], removed: [] },
      secrets: { added: [], changed: [], removed: [] },
      chart: { added: [], changed: [], removed: [] },
      imageLost: false,
    });
  });
});
