import { describe, expect, test } from 'vitest';
import { findRunning, parseDeployments } from './running.ts';

function deployment(name: string, image: string, annotations = {}) {
  return {
    metadata: { name },
    spec: { replicas: 2, template: { metadata: { annotations }, spec: { containers: [{ image }] } } },
  };
}

describe('what runs', () => {
  test('is read from a list, and from a single Deployment', () => {
    const api = deployment('todo-api', 'todo-api:1', { 'checksum/secret': 'abc' });
    const read = { image: 'todo-api:1', secretChecksum: 'abc', replicas: 2 };
    expect(parseDeployments(JSON.stringify(api))).toEqual({ api: read });
    expect(parseDeployments(JSON.stringify({ items: [api, deployment('todo-web', 'todo-web:2')] }))).toEqual({
      api: read,
      web: { image: 'todo-web:2', secretChecksum: '', replicas: 2 },
    });
  });

  test('is nothing when kubectl finds nothing', () => {
    expect(parseDeployments('\n')).toEqual({});
  });

  test('is unknown when kubectl is missing, fails or says something else', async () => {
    const answer = (code: number | null, stdout: string) => async () => ({ code, stdout, stderr: '' });
    expect(await findRunning(answer(null, ''), 'minikube')).toBeUndefined();
    expect(await findRunning(answer(1, ''), 'minikube')).toBeUndefined();
    expect(await findRunning(answer(0, 'hello'), 'minikube')).toBeUndefined();
  });
});
