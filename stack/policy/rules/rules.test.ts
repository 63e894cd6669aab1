import { describe, expect, test } from 'vitest';
import { clearSecrets } from './clear-secrets.ts';
import { imageTags } from './image-tags.ts';
import { limits } from './limits.ts';
import { pullPolicies } from './pull-policies.ts';
import { replicas } from './replicas.ts';
import type { Declared } from './rule.ts';

const resources = { requests: { cpu: '50m' }, limits: { cpu: '1', memory: '384Mi' } };
const api = {
  image: { repository: 'todo-api', tag: '3edd2706d51a', pullPolicy: 'Never' },
  replicas: 2,
  resources,
};
const good = {
  publicUrl: 'http://localhost:3000',
  existingSecret: 'todo-chatbot-secrets',
  secretChecksum: 'a3a1258711a0',
  api,
  web: { ...api, image: { ...api.image, repository: 'todo-web' }, service: { type: 'LoadBalancer' } },
};
function release(values: object, stack = 'cloud'): Declared {
  return { type: 'kubernetes:helm.sh/v3:Release', props: { chart: './chart', values }, stack };
}
function withApi(changes: object, stack?: string): Declared {
  return release({ ...good, api: { ...api, ...changes } }, stack);
}
function workload(container: object): Declared {
  const template = { spec: { containers: [{ name: 'app', image: 'postgres:17', resources, ...container }] } };
  return {
    type: 'kubernetes:apps/v1:StatefulSet',
    props: { spec: { replicas: 1, template } },
    stack: 'cloud',
  };
}

test('a good release breaks no rule', () => {
  for (const rule of [clearSecrets, imageTags, pullPolicies, replicas, limits]) {
    expect(rule.check(release(good))).toEqual([]);
    expect(rule.check(workload({}))).toEqual([]);
  }
});

describe('no clear secrets', () => {
  test('reads no digest: that of an image which is about to be pushed is not known in a preview', () => {
    const image = new Proxy(
      { ...api.image, digest: '' },
      {
        get: (target, key) => {
          if (key === 'digest') throw new Error('not known during preview');
          return Reflect.get(target, key);
        },
      },
    );
    expect(clearSecrets.check(withApi({ image }))).toEqual([]);
  });

  test.each([
    ['an address with a password', { ai: { url: 'postgresql://todo:pa55@db/todo' } }, 'values.ai.url'],
    ['a password', { database: { password: 'pa55' } }, 'values.database.password'],
    [
      'the secrets that the chart would make',
      { secrets: { create: true, jwtSecret: 'x' } },
      'values.secrets.jwtSecret',
    ],
    ['a key by its look', { extra: [{ value: 'sk-proj-0123456789abcdef' }] }, 'values.extra[0].value'],
    [
      'a key where its name belongs',
      { kagent: { tokenSecret: 'sk-proj-0123456789abcdef' } },
      'values.kagent.tokenSecret',
    ],
    ['a private key', { tls: { pem: '-----BEGIN EC PRIVATE KEY-----\nMHc' } }, 'values.tls.pem'],
  ])('%s in the values of a release', (_, more, place) => {
    const found = clearSecrets.check(release({ ...good, ...more }));
    expect(found).toEqual([
      `${place} looks like a secret: keep it in a Secret and name that (existingSecret).`,
    ]);
    expect(found.join()).not.toContain('pa55');
  });

  test('the names of Secrets and of keys in them are none', () => {
    const model = { apiKeySecret: 'openai-key', apiKeySecretKey: 'apiKey' };
    const kagent = { tokenSecret: 'todo-mcp-token', tokenKey: 'authorization', model };
    const named = { ...good, kagent, ingress: { tlsSecret: 'todo-chatbot-tls' } };
    expect(clearSecrets.check(release(named))).toEqual([]);
  });

  test('in a ConfigMap, and in the environment of a container', () => {
    const data = { DATABASE_URL: 'postgresql://a:b@c/d', PUBLIC_URL: 'http://localhost' };
    const configMap: Declared = { type: 'kubernetes:core/v1:ConfigMap', props: { data }, stack: 'local' };
    expect(clearSecrets.check(configMap)).toHaveLength(1);
    expect(clearSecrets.check(workload({ env: [{ name: 'JWT_SECRET', value: 'abc' }] }))).toHaveLength(1);
    const fromSecret = {
      env: [{ name: 'JWT_SECRET', valueFrom: { secretKeyRef: { name: 's', key: 'JWT_SECRET' } } }],
    };
    expect(clearSecrets.check(workload(fromSecret))).toEqual([]);
  });

  test('but a Secret may hold them', () => {
    const props = { stringData: { JWT_SECRET: 'abc' } };
    expect(clearSecrets.check({ type: 'kubernetes:core/v1:Secret', props, stack: 'local' })).toEqual([]);
  });
});

describe('no tag latest', () => {
  test.each([
    [{ repository: 'todo-api', tag: 'latest', pullPolicy: 'Never' }, 1],
    [{ repository: 'todo-api', pullPolicy: 'Never' }, 1],
    [{ repository: 'localhost:5000/todo-api', tag: 'abc', pullPolicy: 'Always' }, 0],
  ])('in a release: %j', (image, violations) => {
    expect(imageTags.check(withApi({ image }))).toHaveLength(violations);
  });
  test.each([
    ['todo-api:latest', 1],
    ['todo-api', 1],
    ['localhost:5000/todo-api', 1],
    ['todo-api:3edd2706d51a', 0],
    ['postgres@sha256:abcdef', 0],
  ])('for what is built and run: %s', (name, violations) => {
    const built: Declared = { type: 'docker:index/image:Image', props: { imageName: name }, stack: 'local' };
    expect(imageTags.check(built)).toHaveLength(violations);
    expect(imageTags.check(workload({ image: name }))).toHaveLength(violations);
  });
});

describe('local images are never pulled', () => {
  test.each([
    [{ repository: 'todo-api', tag: 'a', pullPolicy: 'Always' }, 1],
    [{ repository: 'todo-api', tag: 'a' }, 1],
    [{ repository: 'me/todo-api', tag: 'a', pullPolicy: 'IfNotPresent' }, 1],
    [{ repository: 'registry.example/todo-api', tag: 'a', pullPolicy: 'IfNotPresent' }, 0],
    [{ repository: 'localhost:5000/todo-api', tag: 'a', pullPolicy: 'IfNotPresent' }, 0],
  ])('%j', (image, violations) => {
    expect(pullPolicies.check(withApi({ image }))).toHaveLength(violations);
  });
});

describe('two replicas', () => {
  test.each([
    [{ replicas: 1 }, 'cloud', 1],
    [{ replicas: 1 }, 'local', 0],
    [{ replicas: undefined }, 'cloud', 1],
    [{ replicas: 1, autoscaling: { enabled: true, minReplicas: 2 } }, 'cloud', 0],
    [{ replicas: 3, autoscaling: { enabled: true, minReplicas: 1 } }, 'cloud', 1],
  ])('%j in the stack %s', (changes, stack, violations) => {
    expect(replicas.check(withApi(changes, stack))).toHaveLength(violations);
  });
});

test('limits are there for processor and memory', () => {
  expect(limits.check(withApi({ resources: undefined }))).toHaveLength(2);
  expect(limits.check(withApi({ resources: { limits: { cpu: '1' } } }))).toEqual([
    'values.api has no limit for memory (resources.limits.memory).',
  ]);
  expect(limits.check(workload({ resources: { requests: { cpu: '1' } } }))).toHaveLength(2);
});
