import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import type { Finished } from '../shell.ts';
import { findMending } from './manner.ts';
import { memoryLimit, mendingOf, onePod } from './mending.ts';

const target = { stack: 'local', context: 'kind', isAllowed: true };
const elsewhere = { ...target, namespace: 'staging' };
const history = (...descriptions: string[]): Record<string, Partial<Finished>> => ({
  'helm --kube-context kind': {
    stdout: JSON.stringify(
      descriptions.map((description, at) => ({ revision: at + 1, status: 'deployed', description })),
    ),
  },
});
const none = { 'helm --kube-context kind': { code: 1, stderr: 'Error: release: not found' } };
const deployments = {
  'kubectl --context kind': {
    stdout: JSON.stringify({ items: [{ kind: 'Deployment', metadata: { name: 'todo-api' } }] }),
  },
};

test.each([
  ['pulumi', history('api=a web=b chart=c', 'Upgrade complete'), target],
  ['pulumi', history('Initial install underway'), target],
  ['helm', history('Install complete'), target],
  ['helm', history('Initial install underway'), elsewhere],
  ['kubectl', { ...none, ...deployments }, target],
  ['pulumi', none, target],
  ['helm', none, elsewhere],
])('knows what was deployed with %s by what it left behind', async (manner, answers, place) => {
  expect((await findMending(new FakeShell(answers), place)).manner).toBe(manner);
});

const upgrade =
  'helm --kube-context kind --namespace staging upgrade todo-chatbot stack/chart --reset-then-reuse-values --atomic --timeout 3m';

test('Pulumi', () => {
  const { putBack, set, setSecret } = mendingOf('pulumi', { ...target, stack: 'other' });
  expect(putBack('Service/todo-api')).toBe('npm run up -- --stack other');
  expect(set(onePod)).toBe(
    'npm run pulumi -- config set --stack other replicas 1, then npm run up -- --stack other',
  );
  const usual = mendingOf('pulumi', target);
  expect(usual.set(memoryLimit('todo-web-1'))).toBe(
    'npm run pulumi -- config set --path chart.web.resources.limits.memory 512Mi, then npm run up',
  );
  expect(usual.setSecret('databaseUrl', 'DATABASE_URL')).toBe(
    'npm run pulumi -- config set --secret databaseUrl, then npm run up',
  );
  expect(setSecret('jwtSecret', 'JWT_SECRET')).toContain('--stack other --secret jwtSecret');
});

test('Helm', () => {
  const mending = mendingOf('helm', elsewhere);
  expect(mending.putBack()).toBe(upgrade);
  expect(mending.set(memoryLimit('todo-api-1'))).toBe(`${upgrade} --set api.resources.limits.memory=512Mi`);
  expect(mending.setSecret('databaseUrl', 'DATABASE_URL')).toBe(
    `kubectl --context kind --namespace staging patch secret todo-chatbot-secrets --type merge --patch '{"stringData":{"DATABASE_URL":"…"}}', then kubectl --context kind --namespace staging rollout restart deployment/todo-api`,
  );
});

const state = (revision: number, status: string, description = 'Upgrade complete') => ({
  revision,
  status,
  description,
});
const saidByHelm = (...revisions: object[]) => ({
  'helm --kube-context kind': { stdout: JSON.stringify(revisions) },
});

test.each([
  ['an only revision', [state(1, 'deployed')], undefined],
  ['a first one that failed', [state(1, 'failed')], undefined],
  ['a second one', [state(1, 'superseded'), state(2, 'deployed')], 1],
  ['a second one that failed', [state(1, 'deployed'), state(2, 'failed')], 1],
  [
    'a third one after one that failed',
    [1, 2, 3].map((n) => state(n, ['superseded', 'failed', 'deployed'][n - 1] ?? '')),
    1,
  ],
  ['one that was cut off', [state(1, 'superseded'), state(2, 'deployed'), state(3, 'pending-upgrade')], 2],
  ['a rollback', [state(1, 'superseded'), state(2, 'superseded'), state(3, 'deployed', 'Rollback to 1')], 2],
])('%s is gone back from with its number, where there is one', async (_what, revisions, to) => {
  const { goBack, clear } = await findMending(new FakeShell(saidByHelm(...revisions)), elsewhere);
  const helm = 'helm --kube-context kind --namespace staging';
  const command = to && `${helm} rollback todo-chatbot ${to} --wait --timeout 3m`;
  expect(goBack).toBe(command);
  expect(clear).toBe(command ?? `${helm} uninstall todo-chatbot`);
});

test('the stack goes back to a revision by its number, too', () => {
  expect(mendingOf('pulumi', { ...target, stack: 'other' }, { revision: 4 }).goBack).toBe(
    'npm run rollback -- --stack other 4',
  );
  expect(mendingOf('pulumi', target).goBack).toBeUndefined();
});

test('kubectl undoes what was changed since it was made, and nothing else', async () => {
  const deployment = (name: string, revision: string) => ({
    kind: 'Deployment',
    metadata: { name, annotations: { 'deployment.kubernetes.io/revision': revision } },
  });
  const goBackFrom = async (...items: object[]) =>
    (
      await findMending(
        new FakeShell({ ...none, 'kubectl --context kind': { stdout: JSON.stringify({ items }) } }),
        target,
      )
    ).goBack;
  expect(await goBackFrom(deployment('todo-api', '2'), deployment('todo-web', '1'))).toBe(
    'kubectl --context kind --namespace todo-chatbot rollout undo deployment/todo-api',
  );
  expect(await goBackFrom(deployment('todo-api', '1'))).toBeUndefined();
});

test('kubectl: an object of its own file, else all of them with the tag that is one’s own', () => {
  const { putBack, set } = mendingOf('kubectl', target);
  expect(putBack('Service/todo-web')).toBe(
    'kubectl --context kind --namespace todo-chatbot apply --filename stack/manifests/4-todo-web-service.yaml',
  );
  expect(putBack('NetworkPolicy/todo-api')).toContain('--filename stack/manifests/2-networkpolicy.yaml');
  expect(putBack('Deployment/todo-api')).toContain('<your tag>');
  expect(set(onePod)).toBe(
    'kubectl --context kind --namespace todo-chatbot scale deployment/todo-api deployment/todo-web --replicas=1',
  );
  expect(mendingOf('kubectl', elsewhere).putBack('ConfigMap/todo-api')).toBe(
    "cat stack/manifests/1-configmap.yaml | sed --regexp-extended 's/namespace: todo-chatbot$/namespace: staging/' | kubectl --context kind --namespace staging apply --filename -",
  );
});

test('kubectl: every one of several commands goes to the place that is looked at', () => {
  const kubectl = ['patch configmap todo-api', 'rollout restart deployment/todo-api'];
  expect(mendingOf('kubectl', elsewhere).set({ chart: 'ai.fallback=assistant', kubectl })).toBe(
    'kubectl --context kind --namespace staging patch configmap todo-api, then kubectl --context kind --namespace staging rollout restart deployment/todo-api',
  );
});

test('an image is built where the cluster finds it', () => {
  const minikube = { stack: 'local', context: 'dev', isAllowed: false };
  expect(mendingOf('helm', minikube).build('todo-web:one')).toBe(
    'eval $(minikube docker-env --profile dev), then docker build --file services/web/Dockerfile --tag todo-web:one .',
  );
  expect(mendingOf('kubectl', target).build('todo-api:one')).toMatch(/docker build .* bring it into/);
  expect(mendingOf('kubectl', target).build('postgres:17')).toMatch(/^bring postgres:17 to where/);
});
