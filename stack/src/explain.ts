/**
 * Explains a deployment before it happens: for each service what changed since what runs, whether its pods roll, and
 * how many. Pure: from manifests to facts, and from facts to sentences.
 *
 * @module
 */
import type { Manifest, ServiceManifest } from './manifest.ts';
import { type ServiceName, services } from './names.ts';
import type { Running, RunningService } from './running.ts';

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
  rolls: 'starts' | 'yes' | 'perhaps' | 'no';
  pods: { before: number; after: number };
  files: Changes;
  config: Changes;
  secrets: Changes;
  chart: Changes;
  /** What runs, where that is not what was last deployed: somebody rolled back or edited by hand. */
  drifted?: string;
  /** Built again under its old tag, since the cluster no longer has it. */
  imageLost: boolean;
}

/** What will happen. */
export interface Explanation {
  /** Whether the cluster is another one than last time. */
  moved: boolean;
  services: ServiceExplanation[];
}

/** What an explanation compares. */
export interface Comparison {
  /** The last successful update; undefined before the first. */
  last: Manifest | undefined;
  next: Manifest;
  running: Running;
  /** Services whose images the cluster does not have. */
  missing: ServiceName[];
}

/** Compares what runs with what will. */
export function explain({ last, next, running, missing }: Comparison): Explanation {
  const moved = last !== undefined && last.cluster !== next.cluster;
  const known = moved ? undefined : last;
  const chart = compare(known?.chart ?? {}, next.chart);
  return {
    moved,
    services: services.map((service) => {
      const facts = { service, last: known?.services[service], next: next.services[service] };
      const lost = missing.includes(service) && facts.last?.image === facts.next.image;
      // Where nobody can ask the cluster, the last update is believed.
      return explainService(facts, running ? running[service] : facts.last, chart, lost);
    }),
  };
}

interface Facts {
  service: ServiceName;
  last: ServiceManifest | undefined;
  next: ServiceManifest;
}

function explainService(
  { service, last, next }: Facts,
  now: RunningService | undefined,
  allChart: Changes,
  imageLost: boolean,
): ServiceExplanation {
  const drifted = Boolean(
    now && last && (now.image !== last.image || now.secretChecksum !== last.secretChecksum),
  );
  // Of something else that runs nothing is known but its image, so nothing is claimed about files.
  const base = drifted || !now ? undefined : last;
  const files = base ? compare(base.files, next.files) : none;
  const config = base ? compare(base.config, next.config) : none;
  const secrets = base ? compare(base.secrets, next.secrets) : none;
  const chart = now ? only(allChart, (file) => concernsPods(file, service)) : none;
  const certain =
    now?.image !== next.image || now.secretChecksum !== next.secretChecksum || some(config) || some(secrets);
  return {
    service,
    rolls: !now ? 'starts' : certain ? 'yes' : some(chart) ? 'perhaps' : 'no',
    pods: { before: now?.replicas ?? 0, after: next.replicas },
    files,
    config,
    secrets,
    chart,
    ...(drifted && now && { drifted: now.image }),
    imageLost,
  };
}

/** Whether a file of the chart can change what the pods of a service are. */
function concernsPods(file: string, service: ServiceName): boolean {
  if (['values.yaml', 'templates/_helpers.tpl', 'templates/_config.tpl'].includes(file)) return true;
  return file === `templates/${service}/deployment.yaml`;
}

const none: Changes = { added: [], changed: [], removed: [] };

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
