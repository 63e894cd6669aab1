/** @module The same images under another name, made inside the cluster's own Docker daemon: something to roll to. */
import { attempt, run, Stop } from './command.ts';
import type { Image, Images } from './options.ts';

/** Contexts of clusters that run on this machine's own Docker daemon. */
const SHARED_DAEMON = new Set(['docker-desktop', 'rancher-desktop', 'orbstack']);
/** Always the same, so that proving twice makes no more of them. */
const SUFFIX = '-again';

/** Makes an image of each running one that differs by a label alone, and so is another image to Kubernetes. */
export async function makeSecondImages(context: string, images: Images): Promise<Images> {
  const env = await daemonOf(context);
  const make = async (image: Image): Promise<Image> => {
    const name = `${image.repository}:${image.tag}`;
    const second = { ...image, tag: image.tag.slice(0, 128 - SUFFIX.length) + SUFFIX };
    if (!(await attempt('docker', ['image', 'inspect', name], { env }))) {
      throw new Stop(
        `the cluster's Docker daemon has no ${name}, though pods run it: npm run up builds it again`,
      );
    }
    await run('docker', ['build', '--tag', `${second.repository}:${second.tag}`, '-'], {
      env,
      input: `FROM ${name}\nLABEL todo-chatbot.rollout=second\n`,
      timeoutSeconds: 300,
    });
    return second;
  };
  return { api: await make(images.api), web: await make(images.web) };
}

/** How to reach the Docker daemon whose images the cluster sees. */
async function daemonOf(context: string): Promise<Record<string, string>> {
  // The daemon's own builder knows its images; one in a container would look for them in a registry.
  const builder = { BUILDX_BUILDER: 'default' };
  if (SHARED_DAEMON.has(context)) return builder;
  const said = await attempt('minikube', ['docker-env', '--shell=none', '--profile', context]);
  const variables = Object.fromEntries(
    (said ?? '').split(/\r?\n/).flatMap((line) => {
      const [, name, value] = /^(DOCKER_\w+)="?(.*?)"?$/.exec(line.trim()) ?? [];
      return name && value !== undefined ? [[name, value]] : [];
    }),
  ) as Record<string, string>;
  if (variables.DOCKER_HOST) return { ...builder, ...variables };
  throw new Stop(
    `${context} is neither a Minikube that runs with the docker runtime nor another cluster that shares a Docker daemon: ` +
      'load two images that differ from those that run, and name them with --second-images api=NAME:TAG,web=NAME:TAG',
  );
}
