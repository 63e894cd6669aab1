/**
 * What a deployment was made from, kept (encrypted) in the stack's outputs, so that the next preview can say what
 * differs.
 *
 * @module
 */
import type { PlannedImages } from './images.ts';
import { type ServiceName, services } from './names.ts';

/** What one service's pods are made from. */
export interface ServiceManifest {
  image: string;
  /** Each file that the image is built from, with its hash. */
  files: Record<string, string>;
  /** Settings that the pods read; not secret. */
  config: Record<string, string>;
  /** A digest per secret that the pods read. */
  secrets: Record<string, string>;
  /** The annotation that makes a rotated secret roll the pods; empty where they read none. */
  secretChecksum: string;
  replicas: number;
}

/** What a deployment is made from. */
export interface Manifest {
  /** Which cluster it was deployed to. */
  cluster: string;
  /** Each file of the chart, with its hash. */
  chart: Record<string, string>;
  services: Record<ServiceName, ServiceManifest>;
}

/** What {@link makeManifest} puts together. */
export interface ManifestParts {
  cluster: string;
  chart: Record<string, string>;
  images: PlannedImages;
  config: Record<ServiceName, Record<string, string>>;
  /** api alone reads secrets. */
  secrets: Record<string, string>;
  secretChecksum: string;
  replicas: number;
}

/** Describes a deployment. */
export function makeManifest(parts: ManifestParts): Manifest {
  const service = (name: ServiceName): ServiceManifest => ({
    image: parts.images[name].name,
    files: parts.images[name].files,
    config: parts.config[name],
    secrets: name === 'api' ? parts.secrets : {},
    secretChecksum: name === 'api' ? parts.secretChecksum : '',
    replicas: parts.replicas,
  });
  return {
    cluster: parts.cluster,
    chart: parts.chart,
    services: { api: service('api'), web: service('web') },
  };
}

/** Reads a manifest from a stack output; undefined when there is none, or one of another shape. */
export function parseManifest(output: unknown): Manifest | undefined {
  if (typeof output !== 'string') return undefined;
  try {
    const manifest = JSON.parse(output) as Partial<Manifest>;
    const complete = manifest.chart && services.every((name) => manifest.services?.[name]?.files);
    return complete ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
