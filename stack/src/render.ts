/**
 * Renders the chart as Helm will, to know before an update what it makes.
 *
 * @module
 */
import { isDeepStrictEqual } from 'node:util';
import { isChanged } from './changes.ts';
import { type ChartFiles, chartChanges } from './chart-files.ts';
import { type Objects, parseManifests } from './kubernetes-objects.ts';
import { namespaceName, releaseName } from './names.ts';
import type { Run } from './run-program.ts';
import type { Running } from './running.ts';
import type { ChartValues } from './values.ts';

/** What an update will make; undefined without Helm, or with a chart that does not render. */
export async function renderRelease(
  run: Run,
  chart: ChartFiles,
  values: ChartValues,
  running: Running,
): Promise<Objects | undefined> {
  const release = running?.release;
  // The same chart and values make the same objects: the usual preview needs no Helm.
  if (release && !isChanged(chartChanges(release, chart)) && isDeepStrictEqual(release.values, plain(values)))
    return release.objects;
  const finished = await run(
    'helm',
    ['template', releaseName, chart.folder, '--namespace', namespaceName, '--no-hooks', '--values', '-'],
    { input: JSON.stringify(values), timeoutSeconds: 20 },
  );
  return finished.code === 0 ? parseManifests(finished.stdout) : undefined;
}

/** As it comes back from JSON, without keys that are undefined. */
function plain(values: ChartValues): unknown {
  return JSON.parse(JSON.stringify(values));
}
