/**
 * Builds both images, tagged by what they are made from: straight into the cluster's Docker daemon, or pushed to a registry
 * that the cluster pulls from.
 *
 * @module
 */
import * as docker from '@pulumi/docker';
import * as pulumi from '@pulumi/pulumi';
import type { RegistrySettings } from './config-cloud.ts';
import { type ContentHash, hashBuild } from './content-hash.ts';
import type { DockerDaemon } from './minikube.ts';
import { type ServiceName, services } from './names.ts';
import { serverOf } from './registry.ts';

/** An image as it will be, known before it is built. */
interface PlannedImage extends ContentHash {
  /** With the registry's address, where there is one. */
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
export function planImages(root: string, platform: string, registry?: RegistrySettings): PlannedImages {
  const planned = services.map((service): [ServiceName, PlannedImage] => {
    const content = hashBuild({ context: root, dockerfile: dockerfileOf(service), platform });
    const repository = `${registry ? `${registry.address}/` : ''}todo-${service}`;
    return [service, { ...content, repository, tag: content.hash, name: `${repository}:${content.hash}` }];
  });
  return Object.fromEntries(planned) as PlannedImages;
}

/** The images that are not where the cluster takes them from, be they new or pruned: only a build brings them there. */
export async function findMissingImages(
  images: PlannedImages,
  isThere: (image: string) => Promise<boolean | undefined>,
): Promise<ServiceName[]> {
  const present = await Promise.all(services.map((service) => isThere(images[service].name)));
  return services.filter((_, index) => present[index] === false);
}

/** What `buildImages` needs to know. */
export interface BuildOptions {
  /** Absent: the Docker daemon that this machine's own `docker` uses. */
  daemon: DockerDaemon | undefined;
  /** Absent: the images stay in that daemon. */
  registry: RegistrySettings | undefined;
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
        ...pushing(options.registry),
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

/** Without a login of its own it pushes as whoever this machine's Docker is signed in as. */
function pushing(registry: RegistrySettings | undefined): Pick<docker.ImageArgs, 'skipPush' | 'registry'> {
  if (!registry) return { skipPush: true };
  return {
    skipPush: false,
    ...(registry.push && { registry: { server: serverOf(registry.address), ...registry.push } }),
  };
}

/** What the registry named the images by their content; nothing of that is known of images that were not pushed. */
export function digestsOf(
  built: Record<ServiceName, docker.Image>,
  registry: RegistrySettings | undefined,
): Partial<Record<ServiceName, pulumi.Output<string>>> {
  if (!registry) return {};
  const digest = ({ repoDigest }: docker.Image) =>
    pulumi.unsecret(repoDigest).apply((name) => name.slice(name.indexOf('@') + 1));
  return { api: digest(built.api), web: digest(built.web) };
}

/** Those that are known already: in a preview not that of an image which is about to be built. */
export async function knownDigests(
  digests: Partial<Record<ServiceName, pulumi.Output<string>>>,
): Promise<Partial<Record<ServiceName, string>>> {
  const known = await Promise.all(
    Object.entries(digests).map(async ([service, digest]) => {
      // Pulumi's own type declarations keep it to themselves.
      const { isKnown } = digest as unknown as { isKnown: Promise<boolean> };
      if (!(await isKnown)) return [];
      return [[service, await new Promise<string>((resolve) => digest.apply(resolve))]];
    }),
  );
  return Object.fromEntries(known.flat()) as Partial<Record<ServiceName, string>>;
}

/** The platform of this machine's containers, which a local cluster shares. */
export function localPlatform(architecture: string): string {
  const known: Record<string, string> = { x64: 'linux/amd64', arm64: 'linux/arm64' };
  const platform = known[architecture];
  if (!platform) throw new pulumi.RunError(`There are no images for processors of the kind ${architecture}`);
  return platform;
}
