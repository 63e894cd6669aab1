/**
 * The cluster: how Pulumi talks to it, which one it is, and the namespace in it.
 *
 * @module
 */
import * as kubernetes from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import { namespaceName } from './names.ts';

/** Pulumi's way into the cluster. */
export function connectCluster(kubeContext: string): kubernetes.Provider {
  return new kubernetes.Provider('cluster', {
    context: kubeContext,
    namespace: namespaceName,
    // Minikube's address changes with every start under some drivers. By default that would look like another cluster
    // and replace everything; what was really lost is found by the refresh that Pulumi.yaml asks for.
    clusterIdentifier: kubeContext,
    // A rotated secret is changed in place, under the name that earlier revisions of the release also use.
    enableSecretMutable: true,
    // What somebody edited by hand is put right. Else a preview fails over it, since the field then counts as theirs.
    enablePatchForce: true,
  });
}

/**
 * What tells one cluster from the next of the same name: the uid of the namespace kube-system. Read before anything is
 * made, so a cluster that does not answer ends the update with nothing changed.
 */
export function identifyCluster(provider: kubernetes.Provider): pulumi.Output<string> {
  return kubernetes.core.v1.Namespace.get('kube-system', 'kube-system', { provider }).metadata.uid;
}

/** The namespace. Kubernetes itself refuses pods in it that would run as root or with more rights than they need. */
export function makeNamespace(provider: kubernetes.Provider): kubernetes.core.v1.Namespace {
  return new kubernetes.core.v1.Namespace(
    'namespace',
    {
      metadata: {
        name: namespaceName,
        labels: {
          'app.kubernetes.io/part-of': 'todo-chatbot',
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/warn': 'restricted',
        },
      },
    },
    { provider },
  );
}
