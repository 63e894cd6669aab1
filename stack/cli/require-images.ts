import { parse } from 'yaml';
import type { Revision } from './release-history.ts';
import { type Looking, Stop } from './shell.ts';
import { helmArgs, type Target } from './target.ts';

/** Old images may have been pruned, and pods that never start would end in another rollback. */
export async function requireImages(shell: Looking, target: Target, { revision }: Revision): Promise<void> {
  if (target.isAllowed) return;
  const [values, present] = await Promise.all([
    shell.run('helm', helmArgs(target, ['get', 'values'], `--revision=${revision}`, '--output=yaml')),
    shell.run('minikube', ['image', 'ls', '--profile', target.context]),
  ]);
  if (values.code !== 0 || present.code !== 0) return; // Helm itself waits, and says what is wrong.
  const there = present.stdout.split(/\r?\n/).map((line) => line.trim());
  const missing = imagesOf(values.stdout).filter((image) => !there.some((name) => name.endsWith(image)));
  if (missing.length > 0) {
    throw new Stop(
      `Revision ${revision} cannot run: ${missing.join(' and ')} is gone from the cluster. Check out that version of the sources and npm run up: it builds it again.`,
    );
  }
}

/** The images that a revision's values name. */
export function imagesOf(values: string): string[] {
  const services = (parse(values) ?? {}) as Record<string, { image?: { repository?: string; tag?: string } }>;
  return ['api', 'web'].flatMap((name) => {
    const { repository, tag } = services[name]?.image ?? {};
    return repository && tag ? [`${repository}:${tag}`] : [];
  });
}
