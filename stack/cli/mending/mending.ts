/**
 * What mends a deployment, in the commands of what it was deployed with.
 *
 * @module
 */
import { type ServiceName, services } from '../../src/names.ts';
import { type Target, typedHelm, typedKubectl } from '../target.ts';

/** What a deployment was made with. */
export type Manner = 'pulumi' | 'helm' | 'kubectl';

/** A setting, as each of the three has it. */
export interface Setting {
  /** Of the stack, such as `replicas 1`; absent where the stack hands the chart's own value on. */
  config?: string;
  /** Of the chart, such as `api.replicas=1`. */
  chart: string;
  /** What kubectl does instead: commands, one after the other. */
  kubectl: string | string[];
}

/** One pod of each service. */
export const onePod: Setting = {
  config: 'replicas 1',
  chart: 'api.replicas=1,web.replicas=1',
  kubectl: 'scale deployment/todo-api deployment/todo-web --replicas=1',
};

/** So many pods of one service; the stack has one number for both. */
export function podCount(service: ServiceName, count: number): Setting {
  return {
    config: `replicas ${count}`,
    chart: `${service}.replicas=${count}`,
    kubectl: `scale deployment/todo-${service} --replicas=${count}`,
  };
}

/** More memory for the service of a pod. */
export function memoryLimit(pod: string): Setting {
  const service = serviceIn(pod);
  return {
    chart: `${service}.resources.limits.memory=512Mi`,
    kubectl: `set resources deployment/todo-${service} --limits=memory=512Mi`,
  };
}

/** The service whose pod, Deployment or budget has this name. */
export function serviceIn(name: string): ServiceName {
  return services.find((service) => name.startsWith(`todo-${service}`)) ?? 'api';
}

/** The commands that mend it. */
export interface Mending {
  manner: Manner;
  /** Deploys again: what is gone comes back, and what was edited is as it was. An object like `Service/todo-api` may be enough. */
  putBack(object?: string): string;
  /** Changes a setting and deploys it. */
  set(setting: Setting): string;
  /** Gives the Secret a value under this key of the stack and of the Secret. */
  setSecret(config: string, key: string): string;
  /** Makes the Secret again. */
  makeSecret: string;
  /** Puts an image where the cluster finds it. */
  build(image: string): string;
  /** Goes back to what ran before; absent where nothing did. */
  goBack?: string | undefined;
  /** Clears what was cut off on its way. */
  clear: string;
}

/** What there is to go back to. */
export interface Past {
  /** The revision of the release that was good last. */
  revision?: number | undefined;
  /** The Deployments that kubectl can undo. */
  undoable?: string[];
}

/** The commands for a deployment that was made in this manner. */
export function mendingOf(manner: Manner, target: Target, past: Past = {}): Mending {
  return { pulumi: withPulumi, helm: withHelm, kubectl: withKubectl }[manner](target, past);
}

/** A command of this project in words, for a person to type, and for the stack that is looked at. */
function typedRun(target: Pick<Target, 'stack'>, command: string): string {
  const [name = '', rest] = command.split(' -- ');
  const options = [...(target.stack === 'local' ? [] : [`--stack ${target.stack}`]), ...(rest ? [rest] : [])];
  return `npm run ${name}${options.length > 0 ? ` -- ${options.join(' ')}` : ''}`;
}

/** For what Pulumi deployed, or will deploy. */
export function withPulumi(target: Pick<Target, 'stack'>, { revision }: Past = {}): Mending {
  const up = typedRun(target, 'up');
  // Pulumi itself takes the stack after its own command.
  const place = target.stack === 'local' ? '' : ` --stack ${target.stack}`;
  const set = (what: string) => `npm run pulumi -- config set${place} ${what}, then ${up}`;
  return {
    manner: 'pulumi',
    putBack: () => up,
    set: ({ config, chart }) => set(config ?? `--path chart.${chart.replace('=', ' ')}`),
    setSecret: (config) => set(`--secret ${config}`),
    makeSecret: up,
    build: () => up,
    goBack: revision ? typedRun(target, `rollback -- ${revision}`) : undefined,
    clear: up,
  };
}

function withHelm(target: Target, { revision }: Past): Mending {
  const goBack = revision
    ? typedHelm(target, `rollback todo-chatbot ${revision} --wait --timeout 3m`)
    : undefined;
  const upgrade = typedHelm(
    target,
    'upgrade todo-chatbot stack/chart --reset-then-reuse-values --atomic --timeout 3m',
  );
  return {
    manner: 'helm',
    putBack: (object) => withPods(target, object, upgrade),
    set: ({ chart }) => `${upgrade} --set ${chart}`,
    ...secretByHand(target),
    build: (image) => byHand(target, image),
    goBack,
    clear: goBack ?? typedHelm(target, 'uninstall todo-chatbot'),
  };
}

function withKubectl(target: Target, { undoable = [] }: Past): Mending {
  const deployments = undoable.map((name) => `deployment/${name}`).join(' ');
  return {
    manner: 'kubectl',
    putBack: (object) => withPods(target, object, apply(target, object)),
    set: ({ kubectl }) =>
      [kubectl]
        .flat()
        .map((command) => typedKubectl(target, command))
        .join(', then '),
    ...secretByHand(target),
    build: (image) => byHand(target, image),
    goBack: deployments ? typedKubectl(target, `rollout undo ${deployments}`) : undefined,
    clear: apply(target),
  };
}

/** Pods that could not be made for want of an account come too late for an update that waits, were they not begun anew. */
function withPods(target: Target, object: string | undefined, command: string): string {
  if (!object?.startsWith('ServiceAccount/')) return command;
  return `${typedKubectl(target, `rollout restart deployment/${object.split('/')[1]}`)}, then ${command}`;
}

function secretByHand(target: Target): Pick<Mending, 'setSecret' | 'makeSecret'> {
  const again = typedKubectl(target, 'rollout restart deployment/todo-api');
  const patch = (key: string) =>
    `patch secret todo-chatbot-secrets --type merge --patch '{"stringData":{"${key}":"…"}}'`;
  const keys = ['DATABASE_URL', 'JWT_SECRET'].map((key) => `--from-literal=${key}="$${key}"`).join(' ');
  return {
    setSecret: (_config, key) => `${typedKubectl(target, patch(key))}, then ${again}`,
    makeSecret: typedKubectl(target, `create secret generic todo-chatbot-secrets ${keys}`),
  };
}

function byHand({ context, isAllowed }: Target, image: string): string {
  const service = /\btodo-(api|web)(?=:|$)/.exec(image)?.[1];
  if (!service) return `bring ${image} to where the cluster finds it (docs/deploy/helm.md#images)`;
  const build = `docker build --file services/${service}/Dockerfile --tag ${image} .`;
  return isAllowed
    ? `${build}, then bring it into the cluster (docs/deploy/helm.md#images)`
    : `eval $(minikube docker-env --profile ${context}), then ${build}`;
}

/** The files of the manifests that need no tag of yours. */
const files: Record<string, string> = {
  ConfigMap: '1-configmap',
  ServiceAccount: '1-serviceaccount',
  NetworkPolicy: '2-networkpolicy',
  'Service/todo-api': '3-todo-api-service',
  'Service/todo-web': '4-todo-web-service',
  'PodDisruptionBudget/todo-api': '3-todo-api-poddisruptionbudget',
  'PodDisruptionBudget/todo-web': '4-todo-web-poddisruptionbudget',
};

function apply(target: Target, object = ''): string {
  const file = files[object] ?? files[object.split('/')[0] ?? ''];
  const manifests = `stack/manifests/${file ?? '[1-4]-*'}.yaml`;
  const edits = [
    ...(target.namespace ? [`s/namespace: todo-chatbot$/namespace: ${target.namespace}/`] : []),
    ...(file ? [] : ['s/(image: "todo-(api|web)):[^"]+/\\1:<your tag>/']),
  ];
  const kubectl = typedKubectl(target, 'apply --filename');
  if (edits.length === 0) return `${kubectl} ${manifests}`;
  return `cat ${manifests} | sed --regexp-extended '${edits.join('; ')}' | ${kubectl} -`;
}
