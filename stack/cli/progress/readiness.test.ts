import { expect, test } from 'vitest';
import { howFar, type RollingDeployment } from './readiness.ts';

const api = (status: RollingDeployment['status'], generation = 2): RollingDeployment => ({
  metadata: { name: 'todo-api', generation },
  spec: { replicas: 2 },
  status: { observedGeneration: 2, ...status },
});

test.each([
  ['not begun', api({ replicas: 2, updatedReplicas: 2, availableReplicas: 2 }, 3), 'api 0 of 2'],
  [
    'one starts beside two old ones',
    api({ replicas: 3, updatedReplicas: 1, availableReplicas: 2 }),
    'api 0 of 2',
  ],
  [
    'one is ready beside two old ones',
    api({ replicas: 3, updatedReplicas: 1, availableReplicas: 3 }),
    'api 1 of 2',
  ],
  ['all are new', api({ replicas: 2, updatedReplicas: 2, availableReplicas: 2 }), 'api 2 of 2'],
  ['nothing yet', api({}), 'api 0 of 2'],
])('%s', (_name, deployment, sentence) => {
  expect(howFar([deployment])).toBe(`new pods ready: ${sentence}`);
});

test('says nothing of nothing', () => expect(howFar([])).toBe(''));
