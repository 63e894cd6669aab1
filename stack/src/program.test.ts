import * as pulumi from '@pulumi/pulumi';
import { describe, expect, test, vi } from 'vitest';
import { digests } from './secret.ts';
import { type Declaration, type MockOptions, runUnderMocks } from './under-mocks.ts';

const secrets = {
  databaseUrl: 'postgresql://todo:pa55word@db.example:6543/todo',
  jwtSecret: 'a-jwt-secret-that-is-long-enough-to-be-one',
};
const everySecret = {
  ...secrets,
  jwtSecretPrevious: 'the-jwt-secret-before-it-is-just-as-long-1',
  openaiApiKey: 'sk-openai-key',
  anthropicApiKey: 'sk-ant-key',
};

function run(options: Partial<MockOptions> = {}): Promise<Declaration> {
  return runUnderMocks({ config: {}, secrets, ...options });
}
function find({ resources }: Declaration, type: string, name?: string) {
  const found = resources.find((made) => made.type === type && (name === undefined || made.name === name));
  if (!found) throw new Error(`no ${type} among ${resources.map((made) => made.type).join(', ')}`);
  return found;
}
const releaseType = 'kubernetes:helm.sh/v3:Release';
const value = <T>(output: pulumi.Output<T>) =>
  new Promise<T>((resolve) => output.apply((known) => resolve(known as T)));

describe('secrets', () => {
  test('are marked in the Secret, under the names that api reads', async () => {
    const secret = find(await run({ secrets: everySecret }), 'kubernetes:core/v1:Secret');
    expect(secret.secretInputs).toEqual(['stringData']);
    expect(secret.inputs).toMatchObject({
      metadata: { name: 'todo-chatbot-secrets' },
      stringData: {
        DATABASE_URL: everySecret.databaseUrl,
        JWT_SECRET: everySecret.jwtSecret,
        JWT_SECRET_PREVIOUS: everySecret.jwtSecretPrevious,
        OPENAI_API_KEY: everySecret.openaiApiKey,
        ANTHROPIC_API_KEY: everySecret.anthropicApiKey,
      },
    });
  });

  test('are in no input that is not marked, of any resource', async () => {
    for (const config of [{}, { database: 'local' }]) {
      const own = { ...everySecret, databasePassword: 'a-database-password' };
      const { resources } = await run({ config, secrets: own });
      const clear = resources.map(({ inputs, secretInputs }) =>
        JSON.stringify(Object.entries(inputs).filter(([key]) => !secretInputs.includes(key))),
      );
      for (const text of [...Object.values(own), 'pa55word']) expect(clear.join('\n')).not.toContain(text);
    }
  });

  test('are in no output that is not marked', async () => {
    const { outputs } = await run({ secrets: everySecret });
    expect(await pulumi.isSecret(outputs.manifest)).toBe(true);
    const manifest = JSON.parse(await value(outputs.manifest));
    expect(manifest.services.api.secrets).toEqual(
      digests({
        DATABASE_URL: everySecret.databaseUrl,
        JWT_SECRET: everySecret.jwtSecret,
        JWT_SECRET_PREVIOUS: everySecret.jwtSecretPrevious,
        OPENAI_API_KEY: everySecret.openaiApiKey,
        ANTHROPIC_API_KEY: everySecret.anthropicApiKey,
      }),
    );
    expect(manifest.services.web.secrets).toEqual({});
  });

  test('that are rotated change the checksum in the values, and nothing else there', async () => {
    const before = find(await run(), releaseType);
    const after = find(
      await run({ secrets: { ...secrets, jwtSecret: `${secrets.jwtSecret}2` } }),
      releaseType,
    );
    expect(before.secretInputs).toEqual([]);
    const [one, other] = [before.inputs.values, after.inputs.values] as { secretChecksum: string }[];
    expect(one?.secretChecksum).toMatch(/^[0-9a-f]{12}$/);
    expect(other?.secretChecksum).not.toBe(one?.secretChecksum);
    expect({ ...other, secretChecksum: '' }).toEqual({ ...one, secretChecksum: '' });
  });
});

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
      networkPolicy: { databasePort: 6543, modelPorts: [443] },
    });
    expect(inputs.description).toMatch(/^api=[0-9a-f]{12} web=[0-9a-f]{12} chart=[0-9a-f]{12}$/);
  });

  test('is told every setting that is set', async () => {
    const config = {
      replicas: '3',
      ingress: 'true',
      ingressHost: 'todo.local',
      webNodePort: '30080',
      aiModel: 'qwen3:8b',
      openaiBaseUrl: 'http://host.minikube.internal:11434/v1',
    };
    expect(find(await run({ config }), releaseType).inputs.values).toMatchObject({
      publicUrl: 'http://todo.local',
      ai: { model: 'qwen3:8b', openaiBaseUrl: 'http://host.minikube.internal:11434/v1' },
      api: { replicas: 3 },
      web: { replicas: 3, service: { nodePort: 30080 } },
      networkPolicy: { modelPorts: [443, 11434] },
      ingress: { enabled: true, host: 'todo.local', className: 'nginx' },
    });
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
  const { outputs } = await run();
  const manifest = await value(outputs.manifest);
  expect(info).not.toHaveBeenCalled();

  await run({ preview: true, lastOutputs: { manifest } });
  expect(info.mock.calls.map(([line]) => line)).toEqual(['api: nothing rolls.', 'web: nothing rolls.']);

  info.mockClear();
  await run({
    preview: true,
    lastOutputs: { manifest },
    secrets: { ...secrets, openaiApiKey: 'sk-new' },
    config: { replicas: '3' },
  });
  expect(info.mock.calls.map(([line]) => line)).toEqual([
    'api: rolls 3 pods, one after the other: secret OPENAI_API_KEY (new). Scales from 2 to 3 pods.',
    'web: nothing rolls. Scales from 2 to 3 pods.',
  ]);
});

describe('one line ends it before anything is made', () => {
  const minikube = async () => ({ code: 7, stdout: '{"Host":"Stopped"}', stderr: '' });
  const table: [string, Partial<MockOptions>, string][] = [
    [
      'no database',
      { secrets: { jwtSecret: secrets.jwtSecret } },
      'databaseUrl is missing: npx pulumi config set --secret databaseUrl --stack local asks for it; for a database inside the cluster: npx pulumi config set database local --stack local',
    ],
    [
      'no JWT secret',
      { secrets: { databaseUrl: secrets.databaseUrl } },
      'jwtSecret is missing (npm run up makes one): npx pulumi config set --secret jwtSecret "$(openssl rand -base64 32)" --stack local',
    ],
    [
      'a short JWT secret',
      { secrets: { ...secrets, jwtSecret: 'short' } },
      'jwtSecret must have at least 32 bytes',
    ],
    [
      'no Postgres address',
      { secrets: { ...secrets, databaseUrl: 'mysql://a:b@c/d' } },
      'databaseUrl must be a Postgres address like postgresql://user:password@host/database?sslmode=require',
    ],
    [
      'no password',
      { config: { database: 'local' } },
      'databasePassword is missing (npm run up makes one): npx pulumi config set --secret databasePassword "$(openssl rand -hex 24)" --stack local',
    ],
    [
      'a secret in clear text',
      { config: { openaiApiKey: 'sk-clear' } },
      'openaiApiKey is stored in clear text; encrypt it: npx pulumi config set --secret openaiApiKey --stack local',
    ],
    [
      'no such database',
      { config: { database: 'mysql' } },
      'database is "external" or "local", not "mysql": npx pulumi config set database local --stack local',
    ],
    ['half a pod', { config: { replicas: '1.5' } }, 'replicas is a whole number from 1 to 50, not "1.5"'],
    [
      'no web address',
      { config: { publicUrl: 'localhost:3000' } },
      'publicUrl must be an http or https address, not "localhost:3000"',
    ],
    [
      'a way in without a name',
      { config: { ingress: 'true' } },
      'ingressHost is missing: npx pulumi config set ingressHost todo.example --stack local',
    ],
    [
      'Minikube is stopped',
      { machine: { run: minikube } },
      'Minikube does not run: minikube start --profile minikube',
    ],
    [
      'a cluster in the cloud',
      {
        config: { kubeContext: 'production' },
        machine: { run: async () => ({ code: 85, stdout: '{}', stderr: '' }) },
      },
      'There is no Minikube named production, and only Minikube is deployed to: minikube start --profile production, or npx pulumi config set kubeContext minikube',
    ],
    [
      'a processor without images',
      { machine: { architecture: 'mips' } },
      'There are no images for processors of the kind mips',
    ],
  ];
  test.each(table)('%s', async (_, options, line) => {
    const error = await run(options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(pulumi.RunError);
    expect((error as Error).message).toBe(line);
  });
});
