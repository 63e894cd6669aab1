/**
 * What a deployment was made from, kept (encrypted) in the stack's outputs, so that the next preview can say what
 * differs.
 *
 * @module
 */
import { pinned } from './image-name.ts';
import type { PlannedImages } from './images.ts';
import { type ServiceName, services } from './names.ts';
import { addSources, type Sources } from './sources.ts';

/** What one service's pods are made from. */
export interface ServiceManifest {
  image: string;
  /** Settings that the pods read; not secret. */
  config: Record<string, string>;
  /** The annotation that makes a rotated secret roll the pods; empty where they read none. */
  secretChecksum: string;
  /** With `scales`, the fewest. */
  replicas: number;
  /** The load decides how many pods there are. */
  scales?: boolean;
}

/** What a deployment is made from. */
export interface Manifest {
  /** Which cluster it was deployed to. */
  cluster: string;
  /** Each file of the chart, with its hash. */
  chart: Record<string, string>;
  services: Record<ServiceName, ServiceManifest>;
  /** What its images and secrets are made from, and those before. */
  sources: Sources;
}

/** What {@link makeManifest} puts together. */
export interface ManifestParts {
  cluster: string;
  chart: Record<string, string>;
  images: PlannedImages;
  /** Of images that were pushed. */
  digests: Partial<Record<ServiceName, string>>;
  config: Record<ServiceName, Record<string, string>>;
  /** A digest per secret; api alone reads secrets. */
  secrets: Record<string, string>;
  secretChecksum: string;
  replicas: number;
  scales: boolean;
  /** Of earlier deployments. */
  sources: Sources | undefined;
}

/** Describes a deployment. */
export function makeManifest(parts: ManifestParts): Manifest {
  const service = (name: ServiceName): ServiceManifest => ({
    image: pinned(parts.images[name].name, parts.digests[name]),
    config: parts.config[name],
    secretChecksum: name === 'api' ? parts.secretChecksum : '',
    replicas: parts.replicas,
    ...(parts.scales && { scales: true }),
  });
  return {
    cluster: parts.cluster,
    chart: parts.chart,
    services: { api: service('api'), web: service('web') },
    sources: addSources(parts.sources, {
      images: Object.fromEntries(services.map((name) => [parts.images[name].name, parts.images[name].files])),
      secrets: { [parts.secretChecksum]: parts.secrets },
    }),
  };
}

/** Reads a manifest from a stack output; undefined when there is none, or one of another shape. */
export function parseManifest(output: unknown): Manifest | undefined {
  if (typeof output !== 'string') return undefined;
  try {
    const manifest = JSON.parse(output) as Partial<Manifest>;
    const complete =
      manifest.chart && manifest.sources && services.every((name) => manifest.services?.[name]?.image);
    return complete ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
