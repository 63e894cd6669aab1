/**
 * What a command works on: a stack, and the cluster and release that it is deployed to.
 *
 * @module
 */
import { namespaceName, releaseName } from '../src/names.ts';
import type { Finished, Looking } from './shell.ts';
import { readStackFile } from './stack-file.ts';
import type { ToolName } from './tools.ts';

/** A stack and its cluster. */
export interface Target {
  stack: string;
  /** The kubeconfig context, which for Minikube is also the profile. */
  context: string;
  /** Whether the context is one that was allowed by name, and no Minikube. */
  isAllowed: boolean;
  /** Where the release is, when it is not where Pulumi puts it. */
  namespace?: string;
}

/** The namespace that the release is in. */
export function namespaceOf({ namespace }: Target): string {
  return namespace ?? namespaceName;
}

/** The target of a stack: the context that the command line names, else that of the stack's settings. */
export async function findTarget(stack: string, context: string | undefined): Promise<Target> {
  const { settings } = await readStackFile(stack);
  const chosen = context ?? settings.kubeContext ?? 'minikube';
  return { stack, context: chosen, isAllowed: settings.allowContext === chosen };
}

/** The programs that a cluster is worked on with: one that is no Minikube needs none. */
export function toolsFor({ isAllowed }: Target): ToolName[] {
  return isAllowed ? ['kubectl', 'helm'] : ['minikube', 'kubectl', 'helm'];
}

/** Where a kubectl command goes. */
export function kubectlArgs(target: Target, ...args: string[]): string[] {
  return ['--context', target.context, '--namespace', namespaceOf(target), ...args];
}

/** Where a Helm command goes; the release's name follows the command's. */
export function helmArgs(target: Target, command: string[], ...args: string[]): string[] {
  const place = ['--kube-context', target.context, '--namespace', namespaceOf(target)];
  return [...place, ...command, releaseName, ...args];
}

/** A kubectl command in words, for a person to type. */
export function typedKubectl(target: Target, command: string): string {
  return `kubectl --context ${target.context} --namespace ${namespaceOf(target)} ${command}`;
}

/** A Helm command in words, for a person to type. */
export function typedHelm(target: Target, command: string): string {
  return `helm --kube-context ${target.context} --namespace ${namespaceOf(target)} ${command}`;
}

/** Runs kubectl in the namespace of the product. */
export function kubectl(shell: Looking, target: Target, ...args: string[]): Promise<Finished> {
  return shell.run('kubectl', kubectlArgs(target, '--request-timeout=10s', ...args), { timeoutSeconds: 20 });
}

/** Runs kubectl and reads its JSON; undefined when it fails or answers something else. */
export async function kubectlJson<T>(
  shell: Looking,
  target: Target,
  ...args: string[]
): Promise<T | undefined> {
  const finished = await kubectl(shell, target, ...args, '--output=json');
  return finished.code === 0 ? readJson<T>(finished.stdout) : undefined;
}

/** Reads JSON; undefined when it is none. */
export function readJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
