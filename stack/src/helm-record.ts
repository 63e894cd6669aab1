/**
 * What Helm itself wrote down about a release: for each revision the chart, its values and the objects made from them.
 *
 * @module
 */
import { gunzipSync } from 'node:zlib';
import { hashContent } from './content-hash.ts';
import { type KubernetesObject, type Objects, parseManifests } from './kubernetes-objects.ts';

/** One revision of the release. */
export interface HelmRecord {
  revision: number;
  /** `deployed`, `failed`, `pending-upgrade` and so on. */
  status: string;
  description: string;
  values: Record<string, unknown>;
  objects: Objects;
  /** The chart's templates with their hashes, and what its other files said. */
  chart: { templates: Record<string, string>; values: unknown; appVersion?: string };
}

interface StoredRelease {
  version: number;
  info: { status: string; description?: string };
  config?: Record<string, unknown>;
  manifest: string;
  chart: {
    metadata?: { appVersion?: string };
    templates?: { name: string; data: string }[];
    values?: unknown;
  };
}

/** What is in `data.release` of a Secret of Helm's, as JSON: it packs its records twice. */
export function unpack(release: string): string {
  return gunzipSync(Buffer.from(Buffer.from(release, 'base64').toString(), 'base64')).toString();
}

/** Reads one of the Secrets that Helm keeps its records in; undefined when it is none. */
export function readRecord(secret: KubernetesObject): HelmRecord | undefined {
  const text = secret.data?.release;
  if (!text) return undefined;
  try {
    const { version, info, config, manifest, chart } = JSON.parse(unpack(text)) as StoredRelease;
    const templates = (chart.templates ?? []).map(({ name, data }): [string, string] => [
      name,
      hashContent(Buffer.from(data, 'base64')),
    ]);
    return {
      revision: version,
      status: info.status,
      description: info.description ?? '',
      values: config ?? {},
      objects: parseManifests(manifest),
      chart: {
        templates: Object.fromEntries(templates),
        values: chart.values,
        ...(chart.metadata?.appVersion && { appVersion: chart.metadata.appVersion }),
      },
    };
  } catch {
    return undefined;
  }
}
