import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import type { Finished } from '../shell.ts';
import { examine } from './examine.ts';
import { readRecording } from './recordings.ts';
import { itemsOf, replay } from './replay.ts';

const healthy = readRecording('healthy');
const patient = { target: healthy.target, now: new Date(healthy.now) };
const kubectl = 'kubectl --context trial --namespace todo-faults --request-timeout=10s';

/** The healthy deployment, but for commands that begin like this. */
function except(sick: Record<string, Partial<Finished>>) {
  const well = replay(healthy, healthy);
  const ill = new FakeShell(sick);
  const ran: string[] = [];
  const shell = {
    ...well,
    run: async (program: string, args: string[]) => {
      const line = [program, ...args].join(' ');
      ran.push(line);
      return Object.keys(sick).some((start) => line.startsWith(start))
        ? ill.run(program, args)
        : well.run(program, args);
    },
  };
  return { shell, ran };
}

const look = (sick: Record<string, Partial<Finished>>) => examine({ ...patient, shell: except(sick).shell });

test.each([
  [
    `${kubectl} get pods,`,
    ['secret', 'images', 'admission', 'storage', 'pods', 'services', 'network', 'drift'],
  ],
  [`${kubectl} get nodes`, ['nodes', 'images']],
  [`${kubectl} get secret`, ['secret']],
  [`${kubectl} exec`, ['database']],
  [`${kubectl} logs`, ['logs']],
  ['helm --kube-context', ['release', 'drift']],
])('what cannot be looked at is said, and is not called well: %s', async (command, names) => {
  const { severity, checks } = await look({ [command]: { code: 1, stderr: 'forbidden' } });
  for (const name of names) {
    expect(checks.find((check) => check.name === name)?.findings[0]?.severity).toBe('unknown');
  }
  expect(severity).not.toBe('fine');
});

test('the cluster is asked each thing once, and no value of a Secret', async () => {
  const { shell, ran } = except({});
  await examine({ ...patient, shell });
  expect(new Set(ran).size).toBe(ran.length);
  expect(ran.length).toBeLessThan(20);
  const asked = ran.filter((line) => /\bsecrets?\b/.test(line.replace(/--eval.*/s, '')));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('--output=go-template={{range $key, $value := .data}}{{if $value}}{{$key}}');
});

test('nothing is changed: only questions are asked', async () => {
  const { shell, ran } = except({});
  await examine({ ...patient, shell });
  const asked = ran.filter((line) => !/^\w+ version /.test(line));
  const verbs = asked.map((line) => / (get|logs|exec|history|delete|apply|patch|scale) /.exec(line)?.[1]);
  expect([...new Set(verbs)].sort()).toEqual(['exec', 'get', 'history', 'logs']);
});

const usage = (memory: string) => {
  const key = Object.keys(healthy.answers).find((line) => line.includes('get pods,')) ?? '';
  const pods = itemsOf(healthy.answers[key]).filter(({ kind }) => kind === 'Pod');
  const name = pods.map(({ metadata }) => metadata.name).find((one) => one.startsWith('todo-api'));
  const containers = [{ name: 'api', usage: { memory, cpu: '5m' } }];
  return {
    [`${kubectl} get --raw=/apis/metrics.k8s.io`]: {
      stdout: JSON.stringify({ items: [{ metadata: { name }, containers }] }),
    },
  };
};

test('a pod close to its limit of memory is warned of, where there is a metrics-server', async () => {
  const near = (await look(usage('360Mi'))).checks.find(({ name }) => name === 'resources')?.findings;
  expect(near).toMatchObject([{ fault: 'memory-near-limit', severity: 'warning' }]);
  expect(near?.[0]?.sentence).toMatch(/uses 360 MiB of the 384 MiB of memory/);
  const far = (await look(usage('120000Ki'))).checks.find(({ name }) => name === 'resources')?.findings;
  expect(far).toEqual([{ severity: 'fine', sentence: 'no pod is near its limit (117 MiB at most)' }]);
});

const failure = { level: 'error', msg: 'model failed', err: { message: 'Incorrect API key provided' } };

test.each([
  [failure, 'model-failing', /2 errors.*model failed: Incorrect API key provided/],
  [{ level: 50, msg: 'request failed' }, 'errors-in-log', /2 errors.*request failed/],
])('errors in the log of a pod that is ready are told: %o', async (entry, fault, sentence) => {
  const line = JSON.stringify(entry);
  const log = ['{"level":"info","msg":"request"}', line, line].join('\n');
  const { checks } = await look({ [`${kubectl} logs`]: { stdout: log } });
  const [found] = checks.find(({ name }) => name === 'logs')?.findings ?? [];
  expect(found).toMatchObject({ fault, severity: 'warning' });
  expect(found?.sentence).toMatch(sentence);
});

const answers = (view: object) => ({ [`${kubectl} exec`]: { stdout: JSON.stringify(view) } });
const place = { names: 'ok', host: 'ep-calm-pooler.neon.tech', port: 5432, isPooled: true };
const neon = (words: string) => ({
  reached: 'encryption',
  stoppedBy: `the server answers with the error XX000: ${words}`,
});
const away = { ready: { checks: { database: 'unreachable', migrations: 'ok' } } };

test.each([
  [
    'database-full',
    { reached: 'port', stoppedBy: 'the server answers with the error 53300' },
    /no more connections/,
  ],
  [
    'database-not-ready',
    { reached: 'port', stoppedBy: 'the server answers with the error 57P03' },
    /does not serve/,
  ],
  ['database-not-ready', neon('The endpoint has been disabled. Enable it using Neon API'), /does not serve/],
  ['database-tls', neon('Endpoint ID is not specified. Either upgrade …'), /no encrypted connection/],
  ['database-timeout', { reached: 'name', stoppedBy: 'ETIMEDOUT' }, /\(its pooled address\)/],
  ['database-tls', { reached: 'port', stoppedBy: 'self-signed certificate' }, /no encrypted connection/],
  ['database-password', { reached: 'server' }, /most likely its password was changed/],
  [
    'cluster-dns-down',
    { ...place, names: 'EAI_AGAIN', ready: { checks: { database: 'ok', migrations: 'ok' } } },
    /own names/,
  ],
])('what a pod sees of its database: %s', async (fault, view, sentence) => {
  const { checks } = await look(answers({ ...place, ...away, ...view }));
  const found = checks.find(({ name }) => name === 'database')?.findings.find((one) => one.fault);
  expect(found).toMatchObject({ fault, severity: 'broken' });
  expect(found?.sentence).toMatch(sentence);
});

test('a pod that was just made is starting, and is not called broken', async () => {
  const recording = readRecording('not-ready');
  const recorded = replay(recording, healthy);
  const now = new Date(recording.now);
  const shell = {
    ...recorded,
    run: async (program: string, args: string[]) => {
      const finished = await recorded.run(program, args);
      if (!args.some((one) => one.startsWith('pods,'))) return finished;
      const { items } = JSON.parse(finished.stdout) as { items: { metadata: object }[] };
      const creationTimestamp = new Date(now.getTime() - 9_000).toISOString();
      for (const { metadata } of items) Object.assign(metadata, { creationTimestamp });
      return { ...finished, stdout: JSON.stringify({ items }) };
    },
  };
  const { checks } = await examine({ shell, target: recording.target, now });
  expect(checks.find(({ name }) => name === 'pods')?.findings).toMatchObject([
    {
      severity: 'warning',
      fault: 'not-ready',
      sentence: expect.stringMatching(/is 9 seconds old and still starting$/),
    },
  ]);
});
