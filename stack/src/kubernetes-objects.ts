/**
 * Kubernetes objects as plain data, by kind and name.
 *
 * @module
 */
import { parseAllDocuments } from 'yaml';
import type { ServiceName } from './names.ts';

/** What is looked at: all that the chart makes of Kubernetes' own kinds, and the Secrets beside it. */
export const lookedAt: Record<string, string> = {
  ...{ Deployment: 'deployments', Service: 'services', ConfigMap: 'configmaps', Secret: 'secrets' },
  ...{ ServiceAccount: 'serviceaccounts', NetworkPolicy: 'networkpolicies', Ingress: 'ingresses' },
  ...{ PodDisruptionBudget: 'poddisruptionbudgets', HorizontalPodAutoscaler: 'horizontalpodautoscalers' },
};

/** An object of the cluster, of a rendered chart, or of Helm's records: what of it this program looks at. */
export interface KubernetesObject {
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  spec?: Record<string, unknown>;
  data?: Record<string, string>;
}

/** Objects under names like `Deployment/todo-api`. */
export type Objects = Partial<Record<string, KubernetesObject>>;

/** The part of a Deployment that makes its pods what they are. */
export interface PodTemplate {
  metadata?: { annotations?: Record<string, string> };
  spec: { containers: { name: string; image: string }[] };
}

/** Reads what Helm renders: YAML as Kubernetes reads it, in which `yes` is true. */
export function parseManifests(text: string): Objects {
  const documents = parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as unknown);
  return byName(documents.filter(isObject));
}

/** Puts objects under their kind and name. */
export function byName(objects: KubernetesObject[]): Objects {
  return Object.fromEntries(objects.map((object) => [`${object.kind}/${object.metadata.name}`, object]));
}

/** The Deployment of a service. */
export function deploymentOf(objects: Objects, service: ServiceName): KubernetesObject | undefined {
  return objects[`Deployment/todo-${service}`];
}

/** What the pods of a Deployment are made from. */
export function podTemplateOf(deployment: KubernetesObject | undefined): PodTemplate | undefined {
  return deployment?.spec?.template as PodTemplate | undefined;
}

function isObject(value: unknown): value is KubernetesObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'metadata' in value;
}
