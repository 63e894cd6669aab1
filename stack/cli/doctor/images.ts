import type { Pod } from '../diagnose.ts';
import { kubectlJson } from '../target.ts';
import { type Check, fine, type Patient, unknown, warning } from './finding.ts';
import type { Node } from './nodes.ts';
import { snapshot } from './snapshot.ts';

/** Whether the cluster still has the images that are never pulled: a removed one only shows when a pod starts. */
export const images: Check = {
  name: 'images',
  async look(patient, mending) {
    const [found, present] = await Promise.all([snapshot(patient), imagesIn(patient)]);
    if (!found) return unknown('the images in use could not be listed');
    const used = found.workloads
      .flatMap(({ spec }) => spec.template.spec.containers)
      .filter(({ imagePullPolicy }) => imagePullPolicy === 'Never')
      .map(({ image }) => image);
    if (used.length === 0) return fine('all are pulled from a registry when they are needed');
    if (!present) return unknown('the images in the cluster could not be listed');
    const started = justStarted(found.pods, patient.now);
    const findings = [...new Set(used)]
      .filter((image) => !started.has(image))
      .filter((image) => !present.some((name) => name === image || name.endsWith(`/${image}`)))
      .map((image) =>
        warning({
          fault: 'image-pruned',
          sentence: `${image} is not in the cluster: pods that run go on, but none can start`,
          next: `put it there again: ${mending.build(image)}`,
        }),
      );
    return findings.length > 0 ? findings : fine('every image in use is there');
  },
};

/** How long it may take a node to tell of an image that was brought to it. */
const newsMinutes = 5;

/** The images of containers that run in pods that were just made: they were found. */
function justStarted(pods: Pod[], now: Date): Set<string> {
  const young = pods.filter(({ metadata, status }) => {
    const age = now.getTime() - Date.parse(metadata.creationTimestamp ?? '');
    return age < newsMinutes * 60_000 && status.containerStatuses?.[0]?.state?.running !== undefined;
  });
  return new Set(young.flatMap(({ spec }) => (spec?.containers ?? []).map(({ image }) => image)));
}

/** A node tells of no more than these. */
const mostTold = 50;

async function imagesIn({ shell, target }: Patient): Promise<string[] | undefined> {
  if (!target.isAllowed) {
    const listed = await shell.run('minikube', ['image', 'ls', '--profile', target.context]);
    return listed.code === 0 ? listed.stdout.split(/\r?\n/).map((line) => line.trim()) : undefined;
  }
  const nodes = await kubectlJson<{ items: Node[] }>(shell, target, 'get', 'nodes');
  const told = nodes?.items.map(({ status }) => status.images ?? []);
  if (!told || told.some((images) => images.length >= mostTold)) return undefined;
  return told.flat().flatMap(({ names }) => names ?? []);
}
