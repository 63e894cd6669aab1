import * as pulumi from '@pulumi/pulumi';
import { describe, expect, test, vi } from 'vitest';
import { find, releaseType, run, secrets, value } from './program-fixture.ts';

describe('the release', () => {
  test('is told exactly this', async () => {
    const declared = await run();
    const { inputs } = find(declared, releaseType);
    const images = declared.outputs.images;
    const resources = { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '1', memory: '384Mi' } };
    const service = (name: 'api' | 'web') => ({
      image: { repository: `todo-${name}`, tag: images[name].split(':')[1], pullPolicy: 'Never' },
      replicas: 2,
      resources,
    });
    expect(inputs).toMatchObject({
      name: 'todo-chatbot',
      namespace: 'todo-chatbot',
      chart: './chart',
      atomic: true,
      cleanupOnFail: true,
      maxHistory: 10,
    });
    expect(inputs.values).toEqual({
      publicUrl: 'http://localhost:3000',
      existingSecret: 'todo-chatbot-secrets',
      secretChecksum: expect.any(String),
      api: service('api'),
      web: service('web'),
      networkPolicy: { databasePort: 6543, modelPorts: [] },
    });
    expect(inputs.description).toMatch(/^api=[0-9a-f]{12} web=[0-9a-f]{12} chart=[0-9a-f]{12}$/);
  });

  test('opens the port of the server behind a pooler as well', async () => {
    const databaseDirectUrl = 'postgresql://todo:pa55word@db.example/todo';
    const { inputs } = find(await run({ secrets: { ...secrets, databaseDirectUrl } }), releaseType);
    expect(inputs.values).toMatchObject({ networkPolicy: { databasePort: 6543, databaseDirectPort: 5432 } });
  });

  test('is told every setting that is set', async () => {
    const config = {
      replicas: '3',
      ingress: 'true',
      ingressHost: 'todo.local',
      webNodePort: '30080',
      aiModel: 'qwen3:8b',
      aiFallback: 'assistant',
      openaiBaseUrl: 'http://host.minikube.internal:11434/v1',
    };
    expect(find(await run({ config }), releaseType).inputs.values).toMatchObject({
      publicUrl: 'http://todo.local',
      ai: {
        model: 'qwen3:8b',
        fallback: 'assistant',
        openaiBaseUrl: 'http://host.minikube.internal:11434/v1',
      },
      api: { replicas: 3 },
      web: { replicas: 3, service: { nodePort: 30080 } },
      networkPolicy: { modelPorts: [11434] },
      ingress: { enabled: true, host: 'todo.local', className: 'nginx' },
    });
  });
});

describe('pods reach a model', () => {
  test.each([
    ['only when there is one', {}, {}, []],
    ['at 443 where it is hosted', { openaiApiKey: 'sk-o' }, {}, [443]],
    [
      'where their own server listens',
      { openaiApiKey: 'sk-o' },
      { openaiBaseUrl: 'http://ollama:11434/v1' },
      [11434],
    ],
    ['at both', { anthropicApiKey: 'sk-a' }, { openaiBaseUrl: 'http://ollama/v1' }, [443, 80]],
  ])('%s', async (_, keys, config, modelPorts) => {
    const { inputs } = find(await run({ secrets: { ...secrets, ...keys }, config }), releaseType);
    expect(inputs.values).toMatchObject({ networkPolicy: { modelPorts } });
  });

  test('that nobody else answers for, unless it is said', async () => {
    await expect(run({ config: { aiFallback: 'gpt' } })).rejects.toThrow(
      'aiFallback is "none" or "assistant", not "gpt"',
    );
  });
});

describe('images', () => {
  test("are built in Minikube's Docker daemon, and no key material enters the state", async () => {
    const declared = await run();
    expect(find(declared, 'pulumi:providers:docker').inputs).toEqual({
      host: 'tcp://192.168.49.2:2376',
      certPath: '/home/me/.minikube/certs',
    });
    expect(find(declared, 'docker:index/image:Image', 'api').inputs).toMatchObject({
      imageName: declared.outputs.images.api,
      skipPush: true,
      build: {
        context: '..',
        dockerfile: '../services/api/Dockerfile',
        platform: expect.stringMatching(/^linux\//),
      },
    });
  });

  test('that the daemon does not have are built again', async () => {
    const requests = async (present: boolean) => {
      const declared = await run({ machine: { hasImage: async () => present } });
      const { build } = find(declared, 'docker:index/image:Image', 'web').inputs as {
        build: { args: object };
      };
      return build.args;
    };
    expect(await requests(true)).toEqual({ BUILD_REQUEST: 'sources' });
    expect(await requests(false)).toEqual({ BUILD_REQUEST: expect.stringMatching(/^\d{4}-/) });
  });

  test("are built by this machine's own Docker for a context that is allowed by name", async () => {
    const machine = { run: async () => ({ code: null, stdout: '', stderr: '' }) };
    const config = { kubeContext: 'docker-desktop', allowContext: 'docker-desktop' };
    const declared = await run({ config, machine });
    expect(find(declared, 'pulumi:providers:docker').inputs).toEqual({});
    expect(find(declared, 'pulumi:providers:kubernetes').inputs).toMatchObject({ context: 'docker-desktop' });
  });
});

test('the namespace refuses pods that are not restricted', async () => {
  const namespace = find(await run(), 'kubernetes:core/v1:Namespace', 'namespace');
  expect(namespace.inputs).toMatchObject({
    metadata: { name: 'todo-chatbot', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
});

test('a database inside the cluster has a secret password and an address made from it', async () => {
  const declared = await run({
    config: { database: 'local' },
    secrets: { jwtSecret: secrets.jwtSecret, databasePassword: 'p@ss/word' },
  });
  expect(find(declared, 'kubernetes:core/v1:Secret', 'database-password').secretInputs).toEqual([
    'stringData',
  ]);
  expect(find(declared, 'kubernetes:core/v1:Secret', 'secret').inputs).toMatchObject({
    stringData: { DATABASE_URL: 'postgresql://todo:p%40ss%2Fword@todo-postgres:5432/todo' },
  });
  expect(find(declared, 'kubernetes:apps/v1:StatefulSet').inputs).toMatchObject({
    spec: {
      template: {
        spec: { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
      },
    },
  });
});

test('the outputs are those that were promised', async () => {
  const { outputs } = await run();
  expect(Object.keys(outputs).sort()).toEqual(
    ['apiUrl', 'cluster', 'images', 'manifest', 'openCommand', 'release', 'revision', 'webUrl'].sort(),
  );
  expect(outputs).toMatchObject({
    webUrl: 'http://localhost:3000',
    apiUrl: 'http://todo-api.todo-chatbot.svc:8000',
    openCommand: 'kubectl --context minikube --namespace todo-chatbot port-forward service/todo-web 3000:80',
  });
  expect(await value(outputs.revision)).toBe(1);
  expect(await value(outputs.cluster)).toBe('cluster-1');
});

test('a preview says what rolls, compared with the last update', async () => {
  const info = vi.spyOn(pulumi.log, 'info').mockImplementation(async () => undefined);
  const said = () => info.mock.calls.map(([line]) => line);
  const { outputs } = await run();
  const manifest = await value(outputs.manifest);
  expect(info).not.toHaveBeenCalled();

  const unasked = 'kubectl cannot ask the cluster what runs: this goes by the last update.';
  await run({ preview: true, lastOutputs: { manifest } });
  expect(said()).toEqual([unasked, 'api: nothing rolls.', 'web: nothing rolls.']);

  info.mockClear();
  const changed = { ...secrets, openaiApiKey: 'sk-new' };
  await run({ preview: true, lastOutputs: { manifest }, secrets: changed, config: { replicas: '3' } });
  expect(said()).toEqual([
    unasked,
    'api: rolls 3 pods, one at a time, each new one before an old one goes: secret OPENAI_API_KEY (new). It also scales from 2 to 3.',
    'web: scales from 2 to 3, nothing rolls.',
  ]);
});
