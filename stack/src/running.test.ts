import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findRunning, readState } from './running.ts';
import { digests } from './secret.ts';
import { packSources } from './sources.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const list = (...items: object[]) => JSON.stringify({ kind: 'List', items });
const secret = (name: string, data: Record<string, string>) => ({ kind: 'Secret', metadata: { name }, data });
const manifest = `---
# Source: todo-chatbot-chart/templates/api/deployment.yaml
kind: Deployment
metadata: {name: todo-api}
spec: {replicas: 2, paused: no}
---
kind: Service
metadata: {name: todo-api}
`;
function helmRecord(version: number, status: string, description = '') {
  const chart = {
    metadata: { appVersion: '1' },
    values: { a: 1 },
    templates: [{ name: 'templates/a.yaml', data: base64('a') }],
  };
  const release = { version, info: { status, description }, config: { publicUrl: 'x' }, manifest, chart };
  const packed = gzipSync(JSON.stringify(release)).toString('base64');
  return secret(`sh.helm.release.v1.todo-chatbot.v${version}`, { release: base64(packed) });
}

describe('what is in the cluster', () => {
  test("is read from its objects and Helm's records", () => {
    const sources = { images: { 'todo-api:1': { a: '1' } }, secrets: {} };
    const api = { kind: 'Deployment', metadata: { name: 'todo-api' }, spec: { replicas: 3 } };
    const objects = list(
      api,
      secret('todo-chatbot-secrets', { JWT_SECRET: base64('key') }),
      secret('todo-chatbot-sources', { sources: base64(packSources(sources)) }),
    );
    const records = list(helmRecord(3, 'deployed', 'Rollback to 1'), helmRecord(2, 'failed'));
    expect(readState(objects, records)).toMatchObject({
      objects: { 'Deployment/todo-api': api },
      latest: { revision: 3, status: 'deployed' },
      failed: 2,
      secrets: digests({ JWT_SECRET: 'key' }),
      sources,
      release: {
        revision: 3,
        description: 'Rollback to 1',
        values: { publicUrl: 'x' },
        // Helm's YAML is that of Kubernetes, in which no is false.
        objects: { 'Deployment/todo-api': { spec: { replicas: 2, paused: false } }, 'Service/todo-api': {} },
        chart: {
          appVersion: '1',
          values: { a: 1 },
          templates: { 'templates/a.yaml': expect.stringMatching(/^[0-9a-f]{12}$/) },
        },
      },
    });
  });

  test('may be an update that was cut off', () => {
    const state = readState(list(), list(helmRecord(1, 'deployed'), helmRecord(2, 'pending-upgrade')));
    expect(state?.latest).toEqual({ revision: 2, status: 'pending-upgrade' });
    expect(state?.release?.revision).toBe(1);
  });

  test('may be nothing', () => {
    expect(readState(list(), list())).toEqual({ objects: {} });
  });

  test('is unknown when kubectl is missing, fails or says something else', async () => {
    const answer = (code: number | null, stdout: string) => async () => ({ code, stdout, stderr: '' });
    expect(await findRunning(answer(null, ''), 'minikube')).toBeUndefined();
    expect(await findRunning(answer(1, ''), 'minikube')).toBeUndefined();
    expect(await findRunning(answer(0, 'hello'), 'minikube')).toBeUndefined();
  });
});
