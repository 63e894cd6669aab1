import { describe, expect, test } from 'vitest';
import { findEdits, mendingMark } from './drift.ts';
import { cluster, deployed, next, objectsOf, record } from './explain-fixture.ts';

const plain = 'api=a1 web=w1 chart=c1';
const scaled = cluster({ objects: objectsOf(next({ api: { replicas: 5 } })) });

describe('what was edited by hand', () => {
  test('is told by object and field', () => {
    expect(findEdits(cluster())).toEqual([]);
    expect(findEdits(scaled)).toEqual([
      {
        object: 'Deployment/todo-api',
        deleted: false,
        fields: [{ path: 'spec.replicas', from: '5', to: '2' }],
      },
    ]);
    const gone = cluster({ objects: { ...objectsOf(deployed), 'ConfigMap/todo-web': undefined } });
    expect(findEdits(gone)).toEqual([{ object: 'ConfigMap/todo-web', deleted: true, fields: [] }]);
  });

  test('is nothing where nobody can ask, or nothing is deployed', () => {
    expect(findEdits(undefined)).toEqual([]);
    expect(findEdits({ objects: {} })).toEqual([]);
  });

  test('is not what was not looked at, such as objects of an operator', () => {
    const monitor = { kind: 'PodMonitor', metadata: { name: 'todo-chatbot' } };
    const release = {
      ...record(deployed),
      objects: { ...objectsOf(deployed), 'PodMonitor/todo-chatbot': monitor },
    };
    expect(findEdits(cluster({ release }))).toEqual([]);
  });

  test('never shows what is in a Secret', () => {
    const secret = (text: string) => ({ kind: 'Secret', metadata: { name: 's' }, data: { KEY: text } });
    const release = { ...record(deployed), objects: { 'Secret/s': secret('a') } };
    expect(findEdits(cluster({ release, objects: { 'Secret/s': secret('b') } }))).toEqual([]);
  });
});

describe('the mark that makes an update happen', () => {
  test('is there when something is to be mended, the same for a preview and its update', () => {
    const mark = mendingMark(scaled, plain, findEdits(scaled));
    expect(mark).toMatch(/^ mends=[0-9a-f]{8}$/);
    expect(mendingMark(scaled, plain, findEdits(scaled))).toBe(mark);
  });

  test('stays until the next change, so that nothing is updated to take it away', () => {
    const mark = mendingMark(scaled, plain, findEdits(scaled));
    const mended = cluster({ release: record(deployed, { description: plain + mark }) });
    expect(mendingMark(mended, plain, [])).toBe(mark);
    expect(mendingMark(mended, 'api=a2 web=w1 chart=c1', [])).toBe('');
    expect(mendingMark(cluster(), plain, [])).toBe('');
  });

  test('is another one when the same is edited again', () => {
    const again = { ...scaled, release: record(deployed, { revision: 3 }) };
    expect(mendingMark(again, plain, findEdits(again))).not.toBe(
      mendingMark(scaled, plain, findEdits(scaled)),
    );
  });
});
