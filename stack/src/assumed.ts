/**
 * What an explanation goes by where nobody can ask the cluster or render the chart: what the last update said.
 *
 * @module
 */
import type { HelmRecord } from './helm-record.ts';
import type { KubernetesObject, Objects, PodTemplate } from './kubernetes-objects.ts';
import type { Manifest, ServiceManifest } from './manifest.ts';
import { type ServiceName, services } from './names.ts';
import type { Sources } from './sources.ts';

/** What is in the cluster, or is taken to be. */
export interface Assumed {
  objects: Objects;
  release?: Pick<HelmRecord, 'objects'>;
  sources?: Sources;
}

/** The last update, as though the cluster had been asked. */
export function assumeRecord(last: Manifest | undefined): Assumed | undefined {
  if (!last) return undefined;
  const objects = Object.fromEntries(
    services.map((service): [string, KubernetesObject] => {
      const template = withChanges(undefined, service, last.services[service]);
      const name = `todo-${service}`;
      const spec = { replicas: last.services[service].replicas, template };
      return [`Deployment/${name}`, { kind: 'Deployment', metadata: { name }, spec }];
    }),
  );
  return { objects, release: { objects }, sources: last.sources };
}

/** The pods with the image and the Secret that they will have. */
export function withChanges(
  template: PodTemplate | undefined,
  service: ServiceName,
  next: ServiceManifest,
): PodTemplate {
  const { metadata, spec } = template ?? { spec: { containers: [{ name: service, image: '' }] } };
  return {
    ...template,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata?.annotations,
        ...(next.secretChecksum && { 'checksum/secret': next.secretChecksum }),
      },
    },
    spec: {
      ...spec,
      containers: spec.containers.map((container) =>
        container.name === service ? { ...container, image: next.image } : container,
      ),
    },
  };
}
