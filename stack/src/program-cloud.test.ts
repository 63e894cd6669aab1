import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { thisMachine } from './machine.ts';
import { type Declaration, type MockOptions, runUnderMocks } from './under-mocks.ts';

const file = join(dirname(thisMachine.chart), '../Pulumi.cloud.yaml');
const settings: Record<string, string> = Object.fromEntries(
  Object.entries(parse(await readFile(file, 'utf8')).config).map(([key, value]) => [
    key.replace('todo-chatbot:', ''),
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]),
);
const secrets = {
  databaseUrl: 'postgresql://todo:pa55word@ep-cool-1-pooler.eu.aws.neon.tech/todo?sslmode=require',
  jwtSecret: 'a-jwt-secret-that-is-long-enough-to-be-one',
  pullPassword: 'the-puller-s-password',
};
const nothing = { code: null, stdout: '', stderr: '' };

function run(options: Partial<MockOptions> = {}): Promise<Declaration> {
  const machine = { run: async () => nothing, ...options.machine };
  return runUnderMocks({ stack: 'cloud', config: settings, secrets, ...options, machine });
}
function find({ resources }: Declaration, type: string, name?: string) {
  const found = resources.find((made) => made.type === type && (name === undefined || made.name === name));
  if (!found) throw new Error(`no ${type} ${name} among ${resources.map((made) => made.name).join(', ')}`);
  return found.inputs;
}
const releaseType = 'kubernetes:helm.sh/v3:Release';
const value = <T>(output: pulumi.Output<T>) =>
  new Promise<T>((resolve) => output.apply((known) => resolve(known as T)));

describe('Pulumi.cloud.yaml', () => {
  test('deploys to a cluster that is no Minikube, and asks Minikube nothing', async () => {
    const asked: string[] = [];
    const machine = {
      run: async (program: string) => {
        asked.push(program);
        return nothing;
      },
    };
    const declared = await run({ machine });
    expect(asked).not.toContain('minikube');
    expect(find(declared, 'pulumi:providers:kubernetes')).toMatchObject({ context: 'production' });
  });

  test('pushes images and pins what the cluster pulls by digest', async () => {
    const declared = await run();
    const tag = declared.outputs.images.api.split(':')[1];
    expect(declared.outputs.images.api).toBe(`registry.example/team/todo-api:${tag}`);
    expect(find(declared, 'docker:index/image:Image', 'api')).toMatchObject({
      imageName: `registry.example/team/todo-api:${tag}`,
      skipPush: false,
      build: { platform: 'linux/amd64' },
    });
    expect(find(declared, 'pulumi:providers:docker')).toEqual({});
    expect(find(declared, releaseType).values).toMatchObject({
      imagePullSecrets: [{ name: 'todo-chatbot-registry' }],
      api: {
        image: {
          repository: 'registry.example/team/todo-api',
          tag,
          digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          pullPolicy: 'IfNotPresent',
        },
      },
    });
  });

  test('gives the cluster a login that pulls, as a secret', async () => {
    const declared = await run();
    const secret = declared.resources.find(({ name }) => name === 'registry-login');
    expect(secret?.secretInputs).toEqual(['stringData']);
    expect(secret?.inputs.type).toBe('kubernetes.io/dockerconfigjson');
    const data = secret?.inputs.stringData as Record<string, string> | undefined;
    const { password } = JSON.parse(data?.['.dockerconfigjson'] ?? '').auths['registry.example'];
    expect(password).toBe(secrets.pullPassword);
  });

  test('scales, spreads over zones, and is reached by TLS through the controller alone', async () => {
    const declared = await run();
    const scaling = {
      autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 12, targetMemoryPercent: 150 },
    };
    expect(find(declared, releaseType)).toMatchObject({
      timeout: 360,
      values: {
        publicUrl: 'https://todo.example',
        spreadOver: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'],
        api: { ...scaling, resources: { requests: { cpu: '250m' } } },
        web: { ...scaling, service: { type: 'ClusterIP' } },
        limits: { chatTurnsPerMinute: 60 },
        ingress: {
          enabled: true,
          tlsSecret: 'todo-chatbot-tls',
          annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
        },
        networkPolicy: {
          databasePort: 5432,
          webFrom: [
            { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } },
          ],
        },
      },
    });
  });

  test('has no secret in it', async () => {
    const text = await readFile(file, 'utf8');
    expect(text).not.toMatch(/secure:|encryptionsalt|:\/\/[^\s/]*:[^\s/]*@/);
  });

  test('with a login for pushing pushes with it, and shows it to nobody', async () => {
    const own = { ...secrets, pushPassword: 'the-pusher-s-password' };
    const declared = await run({ config: { ...settings, pushUsername: 'pusher' }, secrets: own });
    expect(find(declared, 'docker:index/image:Image', 'web')).toMatchObject({
      registry: { server: 'registry.example', username: 'pusher', password: own.pushPassword },
    });
    const clear = declared.resources.map(({ inputs, secretInputs }) =>
      JSON.stringify(Object.entries(inputs).filter(([key]) => !secretInputs.includes(key))),
    );
    for (const text of Object.values(own)) expect(clear.join('\n')).not.toContain(text);
  });
});

describe('settings of the api', () => {
  test('reach the chart: mail, traces, kagent', async () => {
    const more = {
      mailFrom: 'Todo <todo@todo.example>',
      otelEndpoint: 'http://collector.observability:4318',
      otelSampler: 'parentbased_traceidratio',
      otelSamplerArg: '0.1',
      requestsPerMinute: '0',
      chart: '{"kagent":{"enabled":true,"modelConfig":"default-model-config"}}',
    };
    const own = { ...secrets, smtpUrl: 'smtp://user:word@mail.example:2525' };
    const declared = await run({ config: { ...settings, ...more }, secrets: own });
    expect(find(declared, 'kubernetes:core/v1:Secret', 'secret')).toMatchObject({
      stringData: { SMTP_URL: own.smtpUrl },
    });
    expect(find(declared, releaseType).values).toMatchObject({
      mail: { from: more.mailFrom },
      otel: { endpoint: more.otelEndpoint, sampler: more.otelSampler, samplerArg: '0.1' },
      limits: { chatTurnsPerMinute: 60, requestsPerMinute: 0 },
      kagent: { enabled: true, modelConfig: 'default-model-config' },
      networkPolicy: { mailPorts: [2525] },
    });
  });
});

describe('a preview', () => {
  const said = async (options: Partial<MockOptions>) => {
    const info = vi.spyOn(pulumi.log, 'info').mockImplementation(async () => undefined);
    const declared = await run({ preview: true, ...options });
    const lines = info.mock.calls.map(([line]) => line).slice(1);
    info.mockRestore();
    return { lines, declared };
  };

  test('says that nothing rolls where the digests are as they were', async () => {
    const { outputs } = await run();
    const manifest = await value(outputs.manifest);
    expect(manifest).toMatch(/todo-api:[0-9a-f]{12}@sha256:/);
    const { lines } = await said({ lastOutputs: { manifest } });
    expect(lines).toEqual(['api: nothing rolls.', 'web: nothing rolls.']);
  });

  test('of an image that the registry lost says that it is built again, with a digest that is not known yet', async () => {
    const { outputs } = await run();
    const manifest = await value(outputs.manifest);
    const { lines, declared } = await said({
      lastOutputs: { manifest },
      machine: { isPushed: async (image) => !image.includes('todo-web') },
      unbuilt: ['web'],
    });
    expect(lines[0]).toBe('api: nothing rolls.');
    expect(lines[1]).toMatch(
      /^web: rolls 3 pods, .*: its image is pushed anew\. Its image was lost and is built again\.$/,
    );
    const { api, web } = find(declared, releaseType).values as Record<string, { image: { tag: string } }>;
    expect(api?.image).toHaveProperty('digest', expect.stringMatching(/^sha256:/));
    expect(web?.image.tag).toMatch(/^[0-9a-f]{12}$/);
  });

  test('does not speak of scaling where the load decides', async () => {
    const { outputs } = await run();
    const manifest = await value(outputs.manifest);
    const config = { ...settings, replicas: '5' };
    const { lines } = await said({ lastOutputs: { manifest }, config });
    expect(lines).toEqual(['api: nothing rolls.', 'web: nothing rolls.']);
  });
});

describe('one line ends it before anything is made', () => {
  const table: [string, Record<string, string>, Record<string, string>, string][] = [
    [
      'a registry without a host',
      { registry: 'team' },
      {},
      'registry is the address of a registry in small letters, like registry.example/team or docker.io/you',
    ],
    [
      'a password without a name',
      {},
      { pushPassword: 'x' },
      'pushUsername is missing, for pushPassword: npm run pulumi -- config set pushUsername NAME --stack cloud',
    ],
    [
      'a name without a password',
      { pushUsername: 'me' },
      {},
      'pushPassword is missing: npm run pulumi -- config set --secret pushPassword --stack cloud asks for it',
    ],
    [
      'fewer pods at most than at least',
      { maxReplicas: '2' },
      {},
      'maxReplicas (2) is less than replicas (3): npm run pulumi -- config set maxReplicas 3 --stack cloud',
    ],
    [
      'a sender without a server',
      { mailFrom: 'a@b.example' },
      {},
      'smtpUrl is missing, for mailFrom: npm run pulumi -- config set --secret smtpUrl --stack cloud asks for it',
    ],
    [
      'a server that speaks no SMTP',
      { mailFrom: 'a@b.example' },
      { smtpUrl: 'https://mail.example' },
      'smtpUrl must be like smtps://user:password@host:465 or smtp://host:587',
    ],
    [
      'a sampler without a collector',
      { otelSampler: 'always_on' },
      {},
      'otelEndpoint is missing, for otelSampler: npm run pulumi -- config set otelEndpoint http://collector.observability:4318 --stack cloud',
    ],
    [
      'a platform there is not',
      { platform: 'linux/riscv64' },
      {},
      'platform is "linux/amd64" or "linux/arm64", not "linux/riscv64"',
    ],
    [
      'a password in clear text',
      { pullPassword: 'x' },
      {},
      'pullPassword is stored in clear text; encrypt it: npm run pulumi -- config set --secret pullPassword --stack cloud',
    ],
  ];
  test.each(table)('%s', async (_, config, more, line) => {
    const { pullPassword, ...others } = secrets;
    const own = 'pullPassword' in config ? others : { ...others, pullPassword };
    const error = await run({ config: { ...settings, ...config }, secrets: { ...own, ...more } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(pulumi.RunError);
    expect((error as Error).message).toBe(line);
  });
});
