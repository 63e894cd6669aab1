/**
 * Explains a deployment before it happens: for each service what changed since what runs, whether its pods roll, and
 * how many. Pure: from two manifests, to facts, to sentences.
 *
 * @module
 */
import type { Manifest, ServiceManifest } from './manifest.ts';
import { type ServiceName, services } from './names.ts';

/** Names that differ between two records. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/** What will happen to one service, and why. */
export interface ServiceExplanation {
  service: ServiceName;
  /** `perhaps`: files of the chart changed that can, but need not, change what the pods are. */
  rolls: 'yes' | 'perhaps' | 'no';
  pods: number;
  replicas: { before: number; after: number };
  files: Changes;
  config: Changes;
  secrets: Changes;
  chart: Changes;
  /** Built again under its old tag, since the cluster no longer has it. */
  imageLost: boolean;
}

/** What will happen. */
export interface Explanation {
  /** `first`: nothing was deployed, or nobody knows what; `moved`: the cluster is another one than last time. */
  kind: 'first' | 'moved' | 'update';
  services: ServiceExplanation[];
}

/**
 * Compares what was last deployed with what will be.
 *
 * @param missing services whose images the cluster does not have
 */
export function explain(
  before: Manifest | undefined,
  after: Manifest,
  missing: ServiceName[] = [],
): Explanation {
  const kind = !before ? 'first' : before.cluster !== after.cluster ? 'moved' : 'update';
  const chart = compare(before?.chart ?? {}, after.chart);
  return {
    kind,
    services: services.map((service) => {
      const next = after.services[service];
      const last = kind === 'update' ? before?.services[service] : undefined;
      return explainService(service, last, next, chart, missing.includes(service));
    }),
  };
}

function explainService(
  service: ServiceName,
  last: ServiceManifest | undefined,
  next: ServiceManifest,
  allChart: Changes,
  imageLost: boolean,
): ServiceExplanation {
  const files = compare(last?.files ?? {}, next.files);
  const config = compare(last?.config ?? {}, next.config);
  const secrets = compare(last?.secrets ?? {}, next.secrets);
  const chart = only(allChart, (file) => concernsPods(file, service));
  const certain = !last || last.image !== next.image || some(config) || some(secrets);
  return {
    service,
    rolls: certain ? 'yes' : some(chart) ? 'perhaps' : 'no',
    pods: next.replicas,
    replicas: { before: last?.replicas ?? 0, after: next.replicas },
    files,
    config,
    secrets,
    chart,
    // A new image is missing too, but nobody has lost it.
    imageLost: imageLost && last?.image === next.image,
  };
}

/** Whether a file of the chart can change what the pods of a service are. */
function concernsPods(file: string, service: ServiceName): boolean {
  if (file === 'values.yaml' || file === 'templates/_helpers.tpl' || file === 'templates/configmap.yaml')
    return true;
  return file === `templates/${service}/deployment.yaml`;
}

/** One sentence a service, for people. */
export function sentences(explanation: Explanation): string[] {
  if (explanation.kind === 'first') {
    return explanation.services.map(({ service, pods }) => `${service}: starts ${count(pods, 'pod')}.`);
  }
  if (explanation.kind === 'moved') {
    return [
      'This is another cluster than the one last deployed to: everything is made again.',
      ...explanation.services.map(({ service, pods }) => `${service}: starts ${count(pods, 'pod')}.`),
    ];
  }
  return explanation.services.map(sentence);
}

function sentence(entry: ServiceExplanation): string {
  const reasons = [
    listed(entry.files, 'file', 'files'),
    listed(entry.config, 'setting', 'settings'),
    listed(entry.secrets, 'secret', 'secrets'),
    listed(entry.chart, 'chart file', 'chart files'),
  ].filter((reason) => reason !== '');
  const { before, after } = entry.replicas;
  const scales = before === after ? '' : ` Scales from ${before} to ${count(after, 'pod')}.`;
  const rebuilt = entry.imageLost ? ' Its image is gone from the cluster and is built again.' : '';
  const rest = `${scales}${rebuilt}`;
  if (entry.rolls === 'no') return `${entry.service}: nothing rolls.${rest}`;
  const why = reasons.length > 0 ? reasons.join('; ') : 'the image changed';
  const verb = entry.rolls === 'yes' ? 'rolls' : 'may roll';
  return `${entry.service}: ${verb} ${count(entry.pods, 'pod')}, one after the other: ${why}.${rest}`;
}

const shown = 4;

function listed(changes: Changes, one: string, many: string): string {
  const names = [
    ...changes.changed,
    ...changes.added.map((name) => `${name} (new)`),
    ...changes.removed.map((name) => `${name} (removed)`),
  ];
  if (names.length === 0) return '';
  const more = names.length > shown ? ` and ${names.length - shown} more` : '';
  return `${names.length === 1 ? one : `${names.length} ${many}`} ${names.slice(0, shown).join(', ')}${more}`;
}

function compare(before: Record<string, string>, after: Record<string, string>): Changes {
  return {
    added: Object.keys(after).filter((name) => !(name in before)),
    changed: Object.keys(after).filter((name) => name in before && before[name] !== after[name]),
    removed: Object.keys(before).filter((name) => !(name in after)),
  };
}

function only(changes: Changes, keep: (name: string) => boolean): Changes {
  return {
    added: changes.added.filter(keep),
    changed: changes.changed.filter(keep),
    removed: changes.removed.filter(keep),
  };
}

function some({ added, changed, removed }: Changes): boolean {
  return added.length + changed.length + removed.length > 0;
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`;
}
