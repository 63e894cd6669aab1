/**
 * Explains a deployment before it happens: what was found in the cluster, and for each service what changes about its
 * pods, why, and how many are replaced. Pure: from what is there and what will be to facts; `sentences.ts` says them.
 *
 * @module
 */

import { type Assumed, assumeRecord, withChanges } from './assumed.ts';
import { type Changes, compareRecords, isChanged, onlyNames, unchanged } from './changes.ts';
import { type Difference, differences } from './differences.ts';
import { type Finding, findFindings } from './findings.ts';
import { withoutDigest } from './image-name.ts';
import { deploymentOf, type Objects, podTemplateOf } from './kubernetes-objects.ts';
import type { Manifest } from './manifest.ts';
import { type ServiceName, services } from './names.ts';
import type { Running } from './running.ts';

/** What will happen to one service, and why. */
export interface ServiceExplanation {
  service: ServiceName;
  /**
   * `starts`: there are no pods yet. `perhaps`: files of the chart changed that can, but need not, change what the pods
   * are; with Helm on the machine it is always known.
   */
  rolls: 'starts' | 'yes' | 'perhaps' | 'no';
  /** How many there are, and how many there will be. */
  pods: { before: number; after: number };
  /** The image, when it changes; `from` is absent when nothing runs. */
  image?: { from: string; to: string };
  /** Files that the new image is made from and the old one is not; nothing when the old one is not known. */
  files: Changes;
  /** Settings that the pods read. */
  config: Changes;
  /** Names of secrets that the pods read. */
  secrets: Changes;
  /** Whatever else changes about the pods. */
  fields: Difference[];
  /** Files of the chart that changed, when `fields` come from them or may do so. */
  chart: Changes;
  /** Built again under its old tag, since the cluster no longer has it. */
  imageLost: boolean;
}

/** What will happen. */
export interface Explanation {
  /** What was found in the cluster that the last update did not leave there. */
  found: Finding[];
  services: ServiceExplanation[];
}

/** What an explanation compares. */
export interface Comparison {
  /** The last successful update, from the stack's outputs; undefined before the first, and after one that failed. */
  last: Manifest | undefined;
  next: Manifest;
  running: Running;
  /** What the chart makes now; undefined when nobody can render it. */
  rendered: Objects | undefined;
  /** What changed about the chart since the revision that runs; undefined when that is not known. */
  chart: Changes | undefined;
  /** Services whose images the cluster does not have. */
  missing: ServiceName[];
}

/** Compares what runs with what will. */
export function explain(comparison: Comparison): Explanation {
  const { last, next, running } = comparison;
  const known = last?.cluster === next.cluster ? last : undefined;
  const assumed = running ?? assumeRecord(known);
  const chart = comparison.chart ?? (known ? compareRecords(known.chart, next.chart) : unchanged);
  return {
    found: findFindings({ last, next, running }),
    services: services.map((service) =>
      explainService({ ...comparison, service, assumed, chart, last: known }),
    ),
  };
}

interface Question extends Omit<Comparison, 'running' | 'chart'> {
  service: ServiceName;
  assumed: Assumed | undefined;
  chart: Changes;
}

function explainService(question: Question): ServiceExplanation {
  const { service, assumed, rendered, next, missing, last } = question;
  const mine = next.services[service];
  const live = assumed && deploymentOf(assumed.objects, service);
  const replicas = (live?.spec?.replicas as number | undefined) ?? 1;
  const facts: ServiceExplanation = {
    service,
    rolls: 'starts',
    pods: { before: live ? replicas : 0, after: live && mine.scales ? replicas : mine.replicas },
    ...{ files: unchanged, config: unchanged, secrets: unchanged, fields: [], chart: unchanged },
    imageLost:
      missing.includes(service) &&
      withoutDigest(mine.image) in (assumed?.sources ?? last?.sources ?? noSources).images,
  };
  if (!live) return facts;

  const recorded = podTemplateOf(assumed.release && deploymentOf(assumed.release.objects, service));
  const there = podTemplateOf(live);
  const wanted = rendered
    ? podTemplateOf(deploymentOf(rendered, service))
    : withChanges(recorded ?? there, service, mine);
  const all = differences(there, wanted, recorded);
  const image = all.find(({ path }) => path === imagePath(service));
  const secretRolls = all.some(({ path }) => path === 'metadata.annotations.checksum/secret');
  const config = configChanges(question);
  const configRolls = rendered
    ? all.some(({ path }) => path === 'metadata.annotations.checksum/config')
    : isChanged(config);
  const named = [
    ...(image ? [image.path] : []),
    ...(secretRolls ? ['metadata.annotations.checksum/secret'] : []),
    ...(configRolls && isChanged(config) ? ['metadata.annotations.checksum/config'] : []),
  ];
  const fields = all.filter(({ path }) => !named.includes(path)).map(shortened(service));
  const chart = rendered
    ? fields.length > 0
      ? onlyNames(question.chart, (file) => concernsPods(file, service))
      : unchanged
    : onlyNames(question.chart, (file) => concernsPods(file, service));
  const certain = all.length > 0 || configRolls;
  return {
    ...facts,
    rolls: certain ? 'yes' : isChanged(chart) ? 'perhaps' : 'no',
    ...(image?.from && { image: { from: image.from, to: mine.image } }),
    files: image ? fileChanges(question, image.from) : unchanged,
    config: configRolls ? config : unchanged,
    secrets: secretRolls
      ? secretChanges(question, there?.metadata?.annotations?.['checksum/secret'])
      : unchanged,
    fields,
    chart,
  };
}

const noSources = { images: {}, secrets: {} };

function fileChanges({ next, assumed, service }: Question, from: string | undefined): Changes {
  const image = withoutDigest(next.services[service].image);
  const before = (assumed?.sources ?? next.sources).images[withoutDigest(from ?? '')];
  const after = next.sources.images[image];
  return before && after ? compareRecords(before, after) : unchanged;
}

function secretChanges({ next, assumed, service }: Question, from: string | undefined): Changes {
  const before = (assumed?.sources ?? next.sources).secrets[from ?? ''];
  const after = next.sources.secrets[next.services[service].secretChecksum];
  return before && after ? compareRecords(before, after) : unchanged;
}

/** Of the ConfigMap where it is known, else of the settings that a person can change. */
function configChanges({ assumed, rendered, service, last, next }: Question): Changes {
  const map = `ConfigMap/todo-${service}`;
  const recorded = assumed?.release?.objects[map]?.data;
  const wanted = rendered?.[map]?.data;
  if (recorded && wanted) return compareRecords(recorded, wanted);
  return last ? compareRecords(last.services[service].config, next.services[service].config) : unchanged;
}

function imagePath(service: ServiceName): string {
  return `spec.containers.${service}.image`;
}

/** Without what all paths begin with. */
function shortened(service: ServiceName): (field: Difference) => Difference {
  return (field) => ({
    ...field,
    path: field.path.replace(`spec.containers.${service}.`, '').replace(/^spec\./, ''),
  });
}

/** Whether a file of the chart can change what the pods of a service are. */
function concernsPods(file: string, service: ServiceName): boolean {
  if (['values.yaml', 'Chart.yaml'].includes(file)) return true;
  return /^templates\/_.*\.tpl$/.test(file) || file === `templates/${service}/deployment.yaml`;
}
