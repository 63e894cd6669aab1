/**
 * What a rule is, and what rules look at.
 *
 * @module
 */

/** A resource as the program declares it. Secrets are not marked any more when a policy sees them. */
export interface Declared {
  /** As in `kubernetes:core/v1:Secret`. */
  type: string;
  props: Record<string, unknown>;
  stack: string;
}

/** A rule gives a sentence for each violation, and never repeats a value that may be secret. */
export interface Rule {
  name: string;
  description: string;
  check(resource: Declared): string[];
}

/** One of the services in the values of a Helm release: what has an image. */
export interface ReleaseService {
  name: string;
  image: { repository?: unknown; tag?: unknown; pullPolicy?: unknown };
  replicas?: unknown;
  autoscaling?: { enabled?: unknown; minReplicas?: unknown };
  resources?: unknown;
}

/** A container of a workload that the program declares itself. */
export interface Container {
  name: string;
  image: string;
  resources?: unknown;
  env: { name: string; value?: unknown }[];
}

/** Whether the value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of a Helm release; undefined for any other resource. */
export function releaseValues({ type, props }: Declared): Record<string, unknown> | undefined {
  return type === 'kubernetes:helm.sh/v3:Release' && isRecord(props.values) ? props.values : undefined;
}

/** The services of a Helm release. */
export function releaseServices(resource: Declared): ReleaseService[] {
  return Object.entries(releaseValues(resource) ?? {})
    .filter(([, value]) => isRecord(value) && isRecord(value.image))
    .map(([name, value]) => ({ ...(value as Omit<ReleaseService, 'name'>), name }));
}

/** The containers of a Deployment, StatefulSet and the like, init containers too. */
export function containers({ props }: Declared): Container[] {
  const spec = dig(props, 'spec', 'template', 'spec');
  return ['initContainers', 'containers'].flatMap((key) => {
    const list = isRecord(spec) && Array.isArray(spec[key]) ? spec[key] : [];
    return list.filter(isRecord).map((container) => ({
      name: String(container.name),
      image: String(container.image ?? ''),
      resources: container.resources,
      env: Array.isArray(container.env) ? container.env : [],
    }));
  });
}

/** What lies at the end of a path of keys. */
export function dig(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
}
