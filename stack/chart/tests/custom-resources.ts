/**
 * Holds what the chart makes for others, such as kagent, to their custom resource definitions, with kubeconform.
 *
 * @module
 */
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Finished, runProgram } from '../../src/run-program.ts';

type Schema = Record<string, unknown>;

/** Makes a folder of schemas from the definitions in another; the caller removes it. */
export async function makeSchemas(definitions: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-schemas-'));
  for (const name of (await readdir(definitions)).filter((file) => file.endsWith('.yaml'))) {
    const { spec } = parse(await readFile(join(definitions, name), 'utf8'));
    const [version] = spec.versions;
    const file = `${spec.names.kind}_${version.name}.json`.toLowerCase();
    await writeFile(join(folder, file), JSON.stringify(refusingMore(version.schema.openAPIV3Schema)));
  }
  return folder;
}

/** The schema, which says what fields there are, as one that refuses all others, as the API server does when asked to. */
function refusingMore(schema: Schema): Schema {
  const entries = Object.entries(schema).map(([key, value]) => {
    if (key === 'properties') {
      const properties = Object.entries(value as Record<string, Schema>);
      return [key, Object.fromEntries(properties.map(([name, below]) => [name, refusingMore(below)]))];
    }
    return [key, key === 'items' ? refusingMore(value as Schema) : value];
  });
  const isClosed = 'properties' in schema && !('additionalProperties' in schema);
  return { ...Object.fromEntries(entries), ...(isClosed && { additionalProperties: false }) };
}

/** What kubeconform says of objects, with such a folder and, for kinds of Kubernetes itself, its own schemas. */
export async function judge(folder: string, objects: string): Promise<Finished> {
  const file = join(folder, 'objects.yaml');
  await writeFile(file, objects);
  const schemas = join(folder, '{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json');
  const own = process.env.KUBECONFORM_SCHEMAS ?? 'default';
  const from = ['-schema-location', schemas, '-schema-location', own];
  return runProgram('kubeconform', ['-strict', '-summary', ...from, file]);
}
