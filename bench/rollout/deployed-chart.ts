/**
 * The very chart that a release was installed from, out of Helm's own record. With the chart of the repository, which
 * may have been edited since, more than the images would roll.
 *
 * @module
 */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface HelmFile {
  name: string;
  data: string;
}

/** What Helm keeps of a release, as far as it is read here; the content of files is base64. */
interface ReleaseRecord {
  chart: {
    metadata: Record<string, unknown>;
    values: Record<string, unknown>;
    schema?: string;
    templates: HelmFile[];
    files?: HelmFile[];
  };
}

/** The chart's files by path, from `data.release` of the Secret in which Helm keeps a revision. */
export function chartFiles(release: string): Map<string, Buffer> {
  const packed = Buffer.from(Buffer.from(release, 'base64').toString(), 'base64');
  const { chart } = JSON.parse(gunzipSync(packed).toString()) as ReleaseRecord;
  // JSON is YAML, so both of these are read as they are.
  const files = new Map([
    ['Chart.yaml', Buffer.from(JSON.stringify(chart.metadata))],
    ['values.yaml', Buffer.from(JSON.stringify(chart.values))],
  ]);
  if (chart.schema) files.set('values.schema.json', Buffer.from(chart.schema, 'base64'));
  for (const { name, data } of [...chart.templates, ...(chart.files ?? [])]) {
    files.set(name, Buffer.from(data, 'base64'));
  }
  return files;
}

/** Writes a chart to a new folder below the machine's temporary one, and gives the folder. */
export async function unpackChart(files: Map<string, Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-chart-'));
  for (const [name, content] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}
