import { describe, expect, test } from 'vitest';
import { compareRecords } from './changes.ts';
import { type Comparison, explain } from './explain.ts';
import { apiRolls, calm, cluster, deployed, next, objectsOf, pods, say } from './explain-fixture.ts';

describe('what changes about the sources and settings', () => {
  const table: [string, Partial<Comparison>, string[]][] = [
    ['nothing', {}, ['api: nothing rolls.', calm]],
    [
      'a file changed, one came, one went',
      { next: next({ api: { image: 'todo-api:a2' } }, { 'todo-api:a2': { 'main.ts': '2', 'new.ts': '1' } }) },
      [`${apiRolls} 3 files: main.ts, new.ts (new), old.ts (removed).`, calm],
    ],
    [
      'many files changed',
      {
        next: next(
          { web: { image: 'todo-web:w2' } },
          { 'todo-web:w2': Object.fromEntries(Array.from('abcdef', (name) => [name, '1'])) },
        ),
      },
      [
        'api: nothing rolls.',
        `${apiRolls.replace('api', 'web')} 7 files: a (new), b (new), c (new), d (new) and 3 more.`,
      ],
    ],
    [
      'a secret was rotated',
      { next: next({ api: { secretChecksum: 's2' } }, {}, { s2: { DATABASE_URL: '1', JWT_SECRET: '2' } }) },
      [`${apiRolls} secret JWT_SECRET.`, calm],
    ],
    [
      'a secret was given that there was none of',
      {
        next: next(
          { api: { secretChecksum: 's2' } },
          {},
          { s2: { DATABASE_URL: '1', JWT_SECRET: '1', DATABASE_DIRECT_URL: '1' } },
        ),
      },
      [`${apiRolls} secret DATABASE_DIRECT_URL (new).`, calm],
    ],
    [
      'a setting of both',
      { next: next({ api: { config: { PUBLIC_URL: 'x' } }, web: { config: { PUBLIC_URL: 'x' } } }) },
      [`${apiRolls} setting PUBLIC_URL.`, `${apiRolls.replace('api', 'web')} setting PUBLIC_URL.`],
    ],
    [
      'more pods, and nothing else',
      { next: next({ api: { replicas: 3 } }) },
      ['api: scales from 2 to 3, nothing rolls.', calm],
    ],
    [
      'fewer pods, of other sources',
      { next: next({ api: { replicas: 1, image: 'todo-api:a2' } }, { 'todo-api:a2': { 'main.ts': '2' } }) },
      [
        'api: rolls 1 pod, the new one first: 2 files: main.ts, old.ts (removed). It also scales from 2 to 1.',
        calm,
      ],
    ],
    [
      'the platform alone',
      { next: next({ api: { image: 'todo-api:a2' } }, { 'todo-api:a2': { 'main.ts': '1', 'old.ts': '1' } }) },
      [`${apiRolls} image todo-api:a1 → todo-api:a2.`, calm],
    ],
    [
      'the image was pruned',
      { missing: ['api'] },
      ['api: nothing rolls. Its image was lost and is built again.', calm],
    ],
    [
      'a new image is missing, as every new one',
      {
        missing: ['api'],
        next: next({ api: { image: 'todo-api:a2' } }, { 'todo-api:a2': { 'main.ts': '1' } }),
      },
      [`${apiRolls} file old.ts (removed).`, calm],
    ],
  ];
  test.each(table)('%s', (_, changes, lines) => {
    expect(say(changes)).toEqual(lines);
  });
});

describe('what changes about the chart', () => {
  const chart = { added: [], changed: ['templates/NOTES.txt', 'templates/api/deployment.yaml'], removed: [] };
  const limits = { limits: { memory: '512Mi' } };

  test('is told field by field, with the template it comes from', () => {
    const rendered = { ...objectsOf(deployed), ...pods('api', { resources: limits }) };
    expect(say({ chart, rendered })).toEqual([
      `${apiRolls} chart file templates/api/deployment.yaml; resources.limits.memory 384Mi → 512Mi.`,
      calm,
    ]);
  });
  test('rolls nothing when the pods stay what they are', () => {
    expect(say({ chart })).toEqual(['api: nothing rolls.', calm]);
  });
  test('may roll pods when nobody can render it', () => {
    expect(say({ chart, rendered: undefined })).toEqual([
      'api: may roll 2 pods, one at a time, each new one before an old one goes: chart file templates/api/deployment.yaml.',
      calm,
    ]);
  });
});

describe('where something cannot be asked', () => {
  test('the last update is believed', () => {
    const changes = next({ api: { image: 'todo-api:a2' } }, { 'todo-api:a2': { 'main.ts': '2' } });
    const unseen = { running: undefined, rendered: undefined };
    const unasked = 'kubectl cannot ask the cluster what runs: this goes by the last update.';
    expect(say({ ...unseen, next: changes })).toEqual([
      unasked,
      `${apiRolls} 2 files: main.ts, old.ts (removed).`,
      calm,
    ]);
    expect(say({ ...unseen, next: next({ web: { config: { PUBLIC_URL: 'x' } } }) })).toEqual([
      unasked,
      'api: nothing rolls.',
      `${apiRolls.replace('api', 'web')} setting PUBLIC_URL.`,
    ]);
    const chart = compareRecords({ 'values.yaml': '1' }, { 'values.yaml': '2' });
    expect(say({ ...unseen, chart })[1]).toContain('may roll 2 pods');
  });
  test('and before the first update everything starts', () => {
    const nothing = { last: undefined, running: undefined, rendered: undefined };
    expect(say(nothing)).toEqual(['api: starts 2 pods.', 'web: starts 2 pods.']);
  });
});

test('is also there as facts', () => {
  const changes = next({ api: { image: 'todo-api:a2' } }, { 'todo-api:a2': { 'main.ts': '2' } });
  const explanation = explain({
    ...{ last: deployed, next: changes, running: cluster(), missing: [], chart: undefined },
    rendered: objectsOf(changes),
  });
  const nothing = { added: [], changed: [], removed: [] };
  expect(explanation.found).toEqual([]);
  expect(explanation.services[0]).toEqual({
    service: 'api',
    rolls: 'yes',
    pods: { before: 2, after: 2 },
    image: { from: 'todo-api:a1', to: 'todo-api:a2' },
    files: { added: [], changed: ['main.ts'], removed: ['old.ts'] },
    config: nothing,
    secrets: nothing,
    fields: [],
    chart: nothing,
    imageLost: false,
  });
});
