/**
 * Runs the program without Pulumi's engine, a cluster or Minikube, and gives what it would declare.
 *
 * @module
 */
import * as pulumi from '@pulumi/pulumi';
import { todoChatbot } from '../index.ts';
import { repositoryOf } from './image-name.ts';
import { type Machine, thisMachine } from './machine.ts';
import type { Finished } from './run-program.ts';

/** A resource as the program declared it; `secretInputs` names the inputs that are marked secret. */
interface Declared {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  secretInputs: string[];
}

/** What a run gave. */
export interface Declaration {
  resources: Declared[];
  outputs: Awaited<ReturnType<typeof todoChatbot>>;
}

/** How to run the program. */
export interface MockOptions {
  config: Record<string, string>;
  /** Settings that are encrypted. */
  secrets: Record<string, string>;
  stack?: string;
  machine?: Partial<Machine>;
  /** Whether it is a preview, which explains itself. */
  preview?: boolean;
  /** The outputs of the update before. */
  lastOutputs?: Record<string, unknown>;
  /** Images that are about to be built, so that a preview does not know their digests. */
  unbuilt?: string[];
}

const minikube: Record<string, string> = {
  status: '{"Name":"minikube","Host":"Running","Kubelet":"Running","APIServer":"Running"}',
  'docker-env':
    'DOCKER_TLS_VERIFY=1\nDOCKER_HOST=tcp://192.168.49.2:2376\nDOCKER_CERT_PATH=/home/me/.minikube/certs\n',
  ip: '192.168.49.2\n',
};

/** A machine with a Minikube that runs and has every image, and with nothing else. */
const machineWithMinikube: Machine = {
  ...thisMachine,
  run: async (program, [command = '']): Promise<Finished> => ({
    code: program === 'minikube' ? 0 : null,
    stdout: minikube[command] ?? '',
    stderr: '',
  }),
  hasImage: async () => true,
  isPushed: async () => true,
};

/** Runs the program once. */
export async function runUnderMocks(options: MockOptions): Promise<Declaration> {
  const resources: Declared[] = [];
  const qualified = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`todo-chatbot:${key}`, value]));
  await pulumi.runtime.setMocks(
    {
      call: ({ inputs }) => inputs,
      newResource: ({ type, name, inputs, id }) => {
        resources.push({ type, name, ...unwrap(inputs) });
        return {
          id: id || `${name}-id`,
          state: {
            ...inputs,
            ...computed(type, inputs, options.lastOutputs),
            ...pushed(type, name, inputs, options),
          },
        };
      },
    },
    'todo-chatbot',
    options.stack ?? 'local',
    options.preview ?? false,
    'organization',
  );
  pulumi.runtime.setAllConfig(
    qualified({ ...options.config, ...options.secrets }),
    Object.keys(options.secrets).map((key) => `todo-chatbot:${key}`),
  );
  const outputs = await todoChatbot({ ...machineWithMinikube, ...options.machine });
  await pulumi.runtime.disconnect();
  return { resources, outputs };
}

/** Inputs as they are declared, apart from which of them are secret. */
function unwrap(inputs: Record<string, unknown>): {
  inputs: Record<string, unknown>;
  secretInputs: string[];
} {
  const { isRpcSecret, unwrapRpcSecret } = pulumi.runtime;
  return {
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([key, value]) => [
        key,
        isRpcSecret(value) ? unwrapRpcSecret(value) : value,
      ]),
    ),
    secretInputs: Object.keys(inputs).filter((key) => isRpcSecret(inputs[key])),
  };
}

/** What a registry would answer. */
function pushed(
  type: string,
  name: string,
  inputs: { imageName?: string; skipPush?: boolean },
  { unbuilt = [] }: MockOptions,
): Record<string, unknown> {
  if (type !== 'docker:index/image:Image' || inputs.skipPush || unbuilt.includes(name)) return {};
  const repository = repositoryOf(inputs.imageName ?? '');
  return { repoDigest: `${repository}@sha256:${name.charCodeAt(0).toString(16).repeat(32)}` };
}

/** What a cluster, or an earlier update, would add to a resource's inputs. */
function computed(
  type: string,
  inputs: { name?: string },
  lastOutputs: Record<string, unknown> = {},
): Record<string, unknown> {
  if (type === 'kubernetes:helm.sh/v3:Release') return { status: { name: inputs.name, revision: 1 } };
  if (type === 'kubernetes:core/v1:Namespace' && !('metadata' in inputs)) {
    return { metadata: { name: 'kube-system', uid: 'cluster-1' } };
  }
  if (type === 'pulumi:pulumi:StackReference')
    return { outputs: lastOutputs, secretOutputNames: ['manifest'] };
  return {};
}
