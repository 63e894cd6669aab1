/**
 * Renders the chart into plain manifests, for people who do everything by hand: `npm run manifests -w @todo-chatbot/stack`.
 *
 * @module
 */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Document, isMap, parseAllDocuments, stringify } from 'yaml';
import { namespaceName, releaseName } from '../src/names.ts';
import { type Run, runProgram } from '../src/run-program.ts';

/** The folder of the rendered manifests. */
export const manifestsFolder = dirname(fileURLToPath(import.meta.url));
const chart = join(dirname(manifestsFolder), 'chart');
const header =
  '# Rendered from stack/chart by `npm run manifests -w @todo-chatbot/stack`: change it there.\n';

/**
 * Renders all manifests: a file per kind and service, named in the order in which they are applied.
 *
 * @throws Error when helm fails.
 */
export async function renderManifests(run: Run): Promise<Record<string, string>> {
  const finished = await run('helm', [
    ...['template', releaseName, chart, '--namespace', namespaceName, '--skip-tests'],
    ...['--set', 'namespace.create=true'],
  ]);
  if (finished.code !== 0) throw new Error(`helm template failed: ${finished.stderr}`);
  const files: Record<string, string[]> = {};
  // Which template it came from, and the gaps that templates leave, help nobody here.
  const text = finished.stdout.replace(/^# Source:.*\n/gm, '').replace(/^[ \t]*\n/gm, '');
  for (const document of parseAllDocuments(text) as Document[]) {
    if (!isMap(document.contents)) continue;
    // These are for Helm, which has no part in this.
    document.deleteIn(['metadata', 'labels', 'helm.sh/chart']);
    document.deleteIn(['metadata', 'labels', 'app.kubernetes.io/managed-by']);
    const { kind, metadata } = document.toJS() as { kind: string; metadata: { name: string } };
    const file = fileName(kind, metadata.name);
    files[file] = [...(files[file] ?? []), stringify(document, { lineWidth: 0 })];
  }
  return Object.fromEntries(
    Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, parts]) => [file, header + parts.join('---\n')]),
  );
}

/** `kubectl apply -f` of a folder goes by name, so what others need comes first. */
function fileName(kind: string, name: string): string {
  switch (kind) {
    case 'Namespace':
      return '0-namespace.yaml';
    case 'ConfigMap':
      return '1-configmap.yaml';
    case 'ServiceAccount':
      return '1-serviceaccount.yaml';
    case 'NetworkPolicy':
      return '2-networkpolicy.yaml';
    default:
      return `${name === 'todo-api' ? 3 : 4}-${name}-${kind.toLowerCase()}.yaml`;
  }
}

if (import.meta.main) {
  for (const [file, text] of Object.entries(await renderManifests(runProgram))) {
    await writeFile(join(manifestsFolder, file), text);
    process.stdout.write(`${file}\n`);
  }
}
