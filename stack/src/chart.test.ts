import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { manifestsFolder, renderManifests } from '../manifests/render.ts';
import { thisMachine } from './machine.ts';
import { runProgram } from './run-program.ts';
import { runUnderMocks } from './under-mocks.ts';

// Everything here needs helm. Where CI is set a missing tool is a failure; on a person's machine the tests are skipped.
const helmIsThere = (await runProgram('helm', ['version', '--short'])).code === 0;
const kubeconformIsThere = (await runProgram('kubeconform', ['-v'])).code === 0;
const inCi = Boolean(process.env.CI);
const withHelm = describe.skipIf(!helmIsThere && !inCi);
const why = (there: boolean, tool: string) => (there || inCi ? '' : ` (skipped: ${tool} is not installed)`);

const chart = thisMachine.chart;
let folder = '';
let computed = '';
let computedCloud = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-chart-'));
  computed = join(folder, 'computed.yaml');
  computedCloud = join(folder, 'computed-cloud.yaml');
  await writeFile(computed, stringify(await valuesFor({ replicas: '2' })));
  const elsewhere = {
    ...{ kubeContext: 'cloud', allowContext: 'cloud', registry: 'registry.example:5000/team', zones: 'true' },
    ...{ maxReplicas: '9', webService: 'ClusterIP', ingress: 'true', ingressHost: 'todo.example' },
    ...{ ingressIssuer: 'letsencrypt', ingressNamespace: 'ingress-nginx', chatTurnsPerMinute: '60' },
    otelEndpoint: 'http://collector.observability:4318',
  };
  await writeFile(computedCloud, stringify(await valuesFor(elsewhere)));
});

/** What the program gives to the chart with such settings. */
async function valuesFor(config: Record<string, string>): Promise<unknown> {
  const { resources } = await runUnderMocks({
    config,
    secrets: {
      databaseUrl: 'postgresql://todo:todo@db.example:5432/todo',
      jwtSecret: 'a-jwt-secret-that-is-long-enough-to-be-one',
    },
  });
  return resources.find(({ type }) => type === 'kubernetes:helm.sh/v3:Release')?.inputs.values;
}

afterAll(() => rm(folder, { recursive: true }));

const everySwitch = [
  ...['secrets.create=true', 'secrets.databaseUrl=postgresql://a:b@c/d'],
  ...[
    'secrets.jwtSecret=0123456789abcdef0123456789abcdef',
    'namespace.create=true',
    'namespace.name=elsewhere',
  ],
  ...['ingress.enabled=true', 'ingress.tlsSecret=tls', 'api.autoscaling.enabled=true'],
  ...['web.autoscaling.enabled=true', 'web.service.type=NodePort', 'web.service.nodePort=30080'],
];
const variants: [string, () => string[]][] = [
  ['with its defaults', () => []],
  ['with values-local.yaml', () => ['--values', join(chart, 'values-local.yaml')]],
  ['with the values that the program computes', () => ['--values', computed]],
  ['with the values that the program computes for a cloud', () => ['--values', computedCloud]],
  ['with every switch on', () => ['--set', everySwitch.join(',')]],
];

async function helm(...args: string[]): Promise<string> {
  const finished = await runProgram('helm', args);
  expect(finished, `helm ${args.join(' ')}`).toMatchObject({ code: 0 });
  return finished.stdout;
}

withHelm(`the chart${why(helmIsThere, 'helm')}`, () => {
  test.each(variants)('is clean under helm lint --strict %s', async (_, values) => {
    expect(await helm('lint', '--strict', chart, ...values())).toContain('0 chart(s) failed');
  });

  test('gives pods the very images that the program built', async () => {
    const documents = parseAllDocuments(await helm('template', 'todo-chatbot', chart, '--values', computed));
    const images = documents
      .map((document) => document.toJS())
      .filter((object) => object?.kind === 'Deployment')
      .map((object) => object.spec.template.spec.containers[0].image);
    expect(images).toEqual([
      expect.stringMatching(/^todo-api:[0-9a-f]{12}$/),
      expect.stringMatching(/^todo-web:[0-9a-f]{12}$/),
    ]);
  });

  test('pins images of a registry to their digests', async () => {
    const text = await helm('template', 'todo-chatbot', chart, '--values', computedCloud);
    expect(text).toMatch(/image: "registry\.example:5000\/team\/todo-api:[0-9a-f]{12}@sha256:[0-9a-f]{64}"/);
  });

  test('passes its own unit tests', { timeout: 60_000 }, async () => {
    const summary = await helm('unittest', '--strict', chart);
    expect(summary).toMatch(/Tests: +\d+ passed, \d+ total/);
    process.stdout.write(`${summary.split('\n').find((line) => line.startsWith('Tests:'))}\n`);
  });

  test('is what the manifests were rendered from: npm run manifests -w @todo-chatbot/stack', async () => {
    const rendered = await renderManifests(runProgram);
    const names = (await readdir(manifestsFolder)).filter((name) => name.endsWith('.yaml'));
    const there = await Promise.all(
      names.map(async (name) => [name, await readFile(join(manifestsFolder, name), 'utf8')]),
    );
    expect(Object.fromEntries(there)).toEqual(rendered);
  });
});

describe.skipIf(!(helmIsThere && kubeconformIsThere) && !inCi)(
  `what it renders${why(helmIsThere && kubeconformIsThere, 'helm or kubeconform')}`,
  () => {
    test('is what Kubernetes understands, in every variant', { timeout: 60_000 }, async () => {
      const files = await Promise.all(
        variants.map(async ([name, values]) => {
          const file = join(folder, `${name}.yaml`);
          await writeFile(file, await helm('template', 'todo-chatbot', chart, ...values()));
          return file;
        }),
      );
      const schemas = process.env.KUBECONFORM_SCHEMAS;
      const from = schemas ? ['-schema-location', schemas] : [];
      const finished = await runProgram('kubeconform', ['-strict', '-summary', ...from, ...files]);
      expect(finished).toMatchObject({ code: 0 });
      expect(finished.stdout).toMatch(/Invalid: 0, Errors: 0, Skipped: 0/);
    });
  },
);
