import type { Pod } from './diagnose.ts';
import type { Finished } from './shell.ts';

/**
 * The last lines that a pod wrote; of one that waits for its next start, those of the container before.
 *
 * @param kubectl runs kubectl in the pod's namespace
 */
export async function lastLines(
  { metadata, status: { containerStatuses } }: Pod,
  kubectl: (...args: string[]) => Promise<Finished>,
): Promise<string[]> {
  const status = containerStatuses?.[0];
  if (!status) return [];
  const previous = status.restartCount > 0 && !status.state?.terminated ? ['--previous'] : [];
  const { stdout } = await kubectl('logs', metadata.name, '--tail=15', ...previous);
  // What kubectl says of a container that is gone is no word of the pod.
  return stdout
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^unable to retrieve container logs/.test(line));
}
