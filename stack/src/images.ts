/**
 * Builds both images straight into the cluster's Docker daemon, tagged by what they are made from.
 *
 * @module
 */
import * as docker from '@pulumi/docker';
import * as pulumi from '@pulumi/pulumi';
import { type ContentHash, hashBuild } from './content-hash.ts';
import type { HasImage } from './docker-daemon.ts';
import type { DockerDaemon } from './minikube.ts';
import { type ServiceName, services } from './names.ts';

/** An image as it will be, known before it is built. */
interface PlannedImage extends ContentHash {
  repository: string;
  tag: string;
  /** `repository:tag` */
  name: string;
}

/** An image per service. */
export type PlannedImages = Record<ServiceName, PlannedImage>;

/** The repository's root as seen from the program, in which Pulumi runs: relative, so that state is the same everywhere. */
const context = '..';
const dockerfileOf = (service: ServiceName) => `services/${service}/Dockerfile`;

/** Names both images by the content of their sources: plain text, so a preview shows exactly what will roll. */
export async function planImages(root: string, platform: string): Promise<PlannedImages> {
  const planned = await Promise.all(
    services.map(async (service): Promise<[ServiceName, PlannedImage]> => {
      const content = await hashBuild({ context: root, dockerfile: dockerfileOf(service), platform });
      const repository = `todo-${service}`;
      return [service, { ...content, repository, tag: content.hash, name: `${repository}:${content.hash}` }];
    }),
  );
  return Object.fromEntries(planned) as PlannedImages;
}

/** The images that the daemon does not have, be they new or pruned from it: only a build brings them there. */
export async function findMissingImages(
  daemon: DockerDaemon | undefined,
  images: PlannedImages,
  hasImage: HasImage,
): Promise<ServiceName[]> {
  if (!daemon) return [];
  const present = await Promise.all(services.map((service) => hasImage(daemon, images[service].name)));
  return services.filter((_, index) => present[index] === false);
}

/** What `buildImages` needs to know. */
export interface BuildOptions {
  /** Absent: the Docker daemon that this machine's own `docker` uses. */
  daemon: DockerDaemon | undefined;
  platform: string;
  /** Images to build even if nothing about them changed. */
  missing: ServiceName[];
}

/** Builds what changed. Layers and package caches stay in the daemon, so a small change takes seconds. */
export function buildImages(images: PlannedImages, options: BuildOptions): Record<ServiceName, docker.Image> {
  // An address and a folder are all that enters the state; keys stay in their files.
  const provider = new docker.Provider('images', { ...options.daemon });
  const build = (service: ServiceName) => {
    const missing = options.missing.includes(service);
    return new docker.Image(
      service,
      {
        imageName: images[service].name,
        build: {
          context,
          dockerfile: `${context}/${dockerfileOf(service)}`,
          platform: options.platform,
          // A Dockerfile ignores it; a new value is what makes Pulumi build again although the tag stays.
          args: { BUILD_REQUEST: missing ? new Date().toISOString() : 'sources' },
        },
        skipPush: true,
        buildOnPreview: false,
      },
      {
        provider,
        ignoreChanges: missing ? [] : ['build.args'],
        // The tag says all of it.
        hideDiffs: ['build'],
      },
    );
  };
  return { api: build('api'), web: build('web') };
}

/** The platform of this machine's containers, which a local cluster shares. */
export function localPlatform(architecture: string): string {
  const known: Record<string, string> = { x64: 'linux/amd64', arm64: 'linux/arm64' };
  const platform = known[architecture];
  if (!platform) throw new pulumi.RunError(`There are no images for processors of the kind ${architecture}`);
  return platform;
}
