/**
 * A deployment for the tests of explanations: what it was made from, and what then is in the cluster.
 *
 * @module
 */
import { type Comparison, explain } from './explain.ts';
import type { HelmRecord } from './helm-record.ts';
import type { Objects } from './kubernetes-objects.ts';
import type { Manifest, ServiceManifest } from './manifest.ts';
import { type ServiceName, services } from './names.ts';
import type { Running } from './running.ts';
import { sentences } from './sentences.ts';
import type { Sources } from './sources.ts';

const service = { config: { PUBLIC_URL: 'http://localhost:3000' }, secretChecksum: '', replicas: 2 };

/** What was deployed last. */
export const deployed: Manifest = {
  cluster: 'c1',
  chart: { 'values.yaml': '1', 'templates/api/deployment.yaml': '1', 'templates/NOTES.txt': '1' },
  services: {
    api: { ...service, image: 'todo-api:a1', secretChecksum: 's1' },
    web: { ...service, image: 'todo-web:w1' },
  },
  sources: {
    images: {
      'todo-api:a1': { 'main.ts': '1', 'old.ts': '1' },
      'todo-web:w1': { 'page.tsx': '1' },
      'todo-api:a0': { 'main.ts': '0' },
    },
    secrets: { s1: { DATABASE_URL: '1', JWT_SECRET: '1' } },
  },
};

/** A deployment that differs from it. */
export function next(
  changes: Partial<Record<ServiceName, Partial<ServiceManifest>>>,
  images: Sources['images'] = {},
  secrets: Sources['secrets'] = {},
): Manifest {
  const { api, web } = deployed.services;
  const { sources } = deployed;
  return {
    ...deployed,
    services: { api: { ...api, ...changes.api }, web: { ...web, ...changes.web } },
    sources: { images: { ...images, ...sources.images }, secrets: { ...secrets, ...sources.secrets } },
  };
}

/** What the chart makes of a deployment. */
export function objectsOf(manifest: Manifest): Objects {
  return Object.assign({}, ...services.map((name) => objectsOfService(manifest, name, {})));
}

/** The objects of one service of {@link deployed}, with other pods. */
export function pods(name: ServiceName, container: object): Objects {
  return objectsOfService(deployed, name, container);
}

function objectsOfService(manifest: Manifest, name: ServiceName, container: object): Objects {
  const { image, config, replicas, secretChecksum } = manifest.services[name];
  const annotations = {
    'checksum/config': JSON.stringify(config),
    ...(secretChecksum && { 'checksum/secret': secretChecksum }),
  };
  const env = [{ name: 'JWT_SECRET', value: 'as-it-was-made' }];
  const resources = { limits: { memory: '384Mi' } };
  const containers = [{ name, image, env, resources, ...container }];
  const template = { metadata: { annotations }, spec: { containers } };
  const metadata = { name: `todo-${name}` };
  return {
    [`Deployment/todo-${name}`]: { kind: 'Deployment', metadata, spec: { replicas, template } },
    [`ConfigMap/todo-${name}`]: { kind: 'ConfigMap', metadata, data: config },
  };
}

/** A revision of the release. */
export function record(manifest: Manifest, changes: Partial<HelmRecord> = {}): HelmRecord {
  return {
    revision: 2,
    status: 'deployed',
    description: 'api=a1 web=w1 chart=c1',
    values: { secretChecksum: manifest.services.api.secretChecksum },
    objects: objectsOf(manifest),
    chart: { templates: {}, values: {} },
    ...changes,
  };
}

/** What is in the cluster: as the revision made it, when nothing else is said. */
export function cluster(changes: Partial<NonNullable<Running>> = {}): NonNullable<Running> {
  const release = changes.release ?? record(deployed);
  return {
    objects: release.objects,
    release,
    latest: { revision: release.revision, status: 'deployed' },
    secrets: deployed.sources.secrets.s1 ?? {},
    sources: deployed.sources,
    ...changes,
  };
}

/** What is said of an update that differs from one that changes nothing. */
export function say(changes: Partial<Comparison>): string[] {
  const comparison = { last: deployed, next: deployed, running: cluster(), chart: undefined, missing: [] };
  return sentences(explain({ rendered: objectsOf(changes.next ?? deployed), ...comparison, ...changes }));
}

/** What is said of a web whose pods stay. */
export const calm = 'web: nothing rolls.';
/** How it is said that pods of api roll, before the reason. */
export const apiRolls = 'api: rolls 2 pods, one at a time, each new one before an old one goes:';
