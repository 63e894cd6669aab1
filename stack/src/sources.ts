/**
 * What the images and the Secret of past deployments were made from, so that a preview can name the files and secrets
 * that differ, whichever of them runs: also after an update that failed, which takes the stack's outputs with it, and
 * after a rollback. It lies in a Secret of its own beside what runs.
 *
 * @module
 */
import * as kubernetes from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { compareRecords } from './changes.ts';
import { repositoryOf } from './image-name.ts';

/** The Secret that keeps them. */
export const sourcesName = 'todo-chatbot-sources';

/** Newest first. */
export interface Sources {
  /** Of each image its files with their hashes. */
  images: Record<string, Record<string, string>>;
  /** Of each checksum of the Secret, as pods carry it, a digest of each entry. */
  secrets: Record<string, Record<string, string>>;
}

/** As many as Helm keeps revisions. */
const kept = 10;

/** What was known, and what is deployed now. Nothing changes when that is known. */
export function addSources(known: Sources | undefined, now: Sources): Sources {
  return {
    images: keep(known?.images ?? {}, now.images, repositoryOf),
    secrets: keep(known?.secrets ?? {}, now.secrets, () => ''),
  };
}

function keep<T>(known: Record<string, T>, now: Record<string, T>, kind: (name: string) => string) {
  const fresh = Object.entries(now).filter(([name]) => !(name in known));
  const counts = new Map<string, number>();
  return Object.fromEntries(
    [...fresh, ...Object.entries(known)].filter(([name]) => {
      const count = (counts.get(kind(name)) ?? 0) + 1;
      counts.set(kind(name), count);
      return count <= kept;
    }),
  );
}

/** Older images differ little from the newest, and only that is kept: `null` is a file that they lack. */
interface Packed {
  images: Record<string, { like?: string; files: Record<string, string | null> }>;
  secrets: Sources['secrets'];
}

/** Writes them as short text. */
export function packSources({ images, secrets }: Sources): string {
  const newest: Record<string, string> = {};
  const packed: Packed['images'] = {};
  for (const [image, files] of Object.entries(images)) {
    const repository = repositoryOf(image);
    const like = newest[repository];
    newest[repository] ??= image;
    packed[image] = like ? { like, files: unlike(images[like] ?? {}, files) } : { files };
  }
  return JSON.stringify({ images: packed, secrets } satisfies Packed);
}

function unlike(base: Record<string, string>, files: Record<string, string>): Record<string, string | null> {
  const { added, changed, removed } = compareRecords(base, files);
  const own = [...added, ...changed].map((name): [string, string | null] => [name, files[name] ?? null]);
  return Object.fromEntries([...own, ...removed.map((name): [string, null] => [name, null])]);
}

/** Reads what {@link packSources} wrote. */
export function parseSources(text: string): Sources | undefined {
  try {
    const { images, secrets } = JSON.parse(text) as Packed;
    const unpacked = Object.entries(images).map(([image, { like, files }]) => {
      const all = { ...(like ? images[like]?.files : {}), ...files };
      return [image, Object.fromEntries(Object.entries(all).filter(([, hash]) => hash !== null))];
    });
    return { images: Object.fromEntries(unpacked) as Sources['images'], secrets };
  } catch {
    return undefined;
  }
}

/** Reads them from the data of the Secret that {@link makeSources} makes. */
export function unpackSources(data: Record<string, string> | undefined): Sources | undefined {
  const text = data?.sources;
  return text ? parseSources(Buffer.from(text, 'base64').toString()) : undefined;
}

/** Makes the Secret that keeps them. */
export function makeSources(
  sources: pulumi.Output<Sources>,
  options: pulumi.CustomResourceOptions,
): kubernetes.core.v1.Secret {
  return new kubernetes.core.v1.Secret(
    'sources',
    {
      metadata: { name: sourcesName, labels: { 'app.kubernetes.io/part-of': 'todo-chatbot' } },
      type: 'Opaque',
      stringData: pulumi.secret({ sources: sources.apply(packSources) }),
    },
    { ...options, additionalSecretOutputs: ['stringData', 'data'] },
  );
}
