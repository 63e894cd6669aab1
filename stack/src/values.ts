/**
 * The values that the chart is installed with: exactly what differs from, or must not depend on, the chart's defaults.
 *
 * @module
 */
import type * as pulumi from '@pulumi/pulumi';
import type { Settings } from './config.ts';
import type { PlannedImages } from './images.ts';
import { pullSecretName, type ServiceName, secretName } from './names.ts';

/** Requests are what two pods of each take on the smallest Minikube; limits leave room to start fast. */
const resources = {
  requests: { cpu: '50m', memory: '128Mi' },
  limits: { cpu: '1', memory: '384Mi' },
};

/** What the values say about a deployment beyond its settings; in a preview some of it may not be known yet. */
export interface Facts<Text> {
  secretChecksum: Text;
  publicUrl: string;
  /** What the registry made of the images; those of Minikube have none. */
  digests: Partial<Record<ServiceName, Text>>;
}

/** Builds the chart's values. None of them is secret. */
export function chartValues<Text extends pulumi.Input<string>>(
  settings: Settings,
  images: PlannedImages,
  { secretChecksum, publicUrl, digests }: Facts<Text>,
) {
  const { ingress, webNodePort, registry, mail, otel, limits } = settings;
  const service = (name: ServiceName) => ({
    image: {
      repository: images[name].repository,
      tag: images[name].tag,
      ...(digests[name] && { digest: digests[name] }),
      pullPolicy: registry ? 'IfNotPresent' : 'Never',
    },
    replicas: settings.replicas,
    ...scaling(settings),
    resources,
  });
  const port = {
    ...(settings.webService && { type: settings.webService }),
    ...(webNodePort && { nodePort: webNodePort }),
  };
  const values = {
    publicUrl,
    existingSecret: secretName,
    secretChecksum,
    ...(registry?.pull && { imagePullSecrets: [{ name: pullSecretName }] }),
    ...(settings.zones && { spreadOver: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'] }),
    ...aiValues(settings),
    ...(mail && { mail: { from: mail.from } }),
    ...(otel && { otel }),
    ...(limits && { limits }),
    api: service('api'),
    web: { ...service('web'), ...(Object.keys(port).length > 0 && { service: port }) },
    networkPolicy: {
      databasePort: settings.databasePort,
      ...(settings.databaseDirectPort && { databaseDirectPort: settings.databaseDirectPort }),
      modelPorts: modelPorts(settings),
      ...(mail && { mailPorts: [mail.port] }),
      ...(ingress?.namespace && { webFrom: [namespaceSelector(ingress.namespace)] }),
    },
    ...ingressValues(settings),
  };
  return settings.chart ? merge(values, settings.chart) : values;
}

/** The values as the chart gets them. */
export type ChartValues<Text extends pulumi.Input<string> = string> = ReturnType<typeof chartValues<Text>>;

function aiValues({ aiModel, aiFallback, openaiBaseUrl }: Settings) {
  if (!aiModel && !aiFallback && !openaiBaseUrl) return {};
  return {
    ai: {
      ...(aiModel && { model: aiModel }),
      ...(aiFallback && { fallback: aiFallback }),
      ...(openaiBaseUrl && { openaiBaseUrl }),
    },
  };
}

function scaling({ replicas, maxReplicas }: Settings) {
  return maxReplicas === undefined
    ? {}
    : { autoscaling: { enabled: true, minReplicas: replicas, maxReplicas } };
}

function ingressValues({ ingress }: Settings) {
  if (!ingress) return {};
  const { host, className, tlsSecret, issuer } = ingress;
  return {
    ingress: {
      enabled: true,
      host,
      className,
      ...(tlsSecret && { tlsSecret }),
      ...(issuer && { annotations: { 'cert-manager.io/cluster-issuer': issuer } }),
    },
  };
}

function namespaceSelector(name: string) {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

/** Lays values over others, group by group; anything but a group is replaced whole. */
function merge<T extends object>(below: T, above: Record<string, unknown>): T {
  const merged = { ...below } as Record<string, unknown>;
  for (const [name, value] of Object.entries(above)) {
    const there = merged[name];
    merged[name] = isGroup(there) && isGroup(value) ? merge(there, value) : value;
  }
  return merged as T;
}

/** A plain object: neither a list nor what Pulumi does not know yet. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Hosted models answer at 443; a server of one's own may listen anywhere; the built-in assistant needs nobody. */
function modelPorts({ openaiBaseUrl, secrets }: Settings): number[] {
  const hosted = secrets.anthropicApiKey || (secrets.openaiApiKey && !openaiBaseUrl) ? [443] : [];
  if (!openaiBaseUrl) return hosted;
  const { port, protocol } = new URL(openaiBaseUrl);
  const own = port ? Number(port) : protocol === 'https:' ? 443 : 80;
  return [...new Set([...hosted, own])];
}

/** The settings that each service's pods read from the chart's ConfigMaps: those that a person can change. */
export function chartConfig(values: ChartValues): Record<ServiceName, Record<string, string>> {
  const { publicUrl, ai, mail, otel, limits, api, web } = values;
  const traces = otel && { OTEL_EXPORTER_OTLP_ENDPOINT: otel.endpoint };
  return {
    api: {
      PUBLIC_URL: publicUrl,
      ...(ai?.model && { AI_MODEL: ai.model }),
      ...(ai?.fallback && { AI_FALLBACK: ai.fallback }),
      ...(ai?.openaiBaseUrl && { OPENAI_BASE_URL: ai.openaiBaseUrl }),
      ...(mail && { MAIL_FROM: mail.from }),
      ...(limits?.chatTurnsPerMinute !== undefined && {
        CHAT_TURNS_PER_MINUTE: String(limits.chatTurnsPerMinute),
      }),
      ...(limits?.requestsPerMinute !== undefined && {
        REQUESTS_PER_MINUTE: String(limits.requestsPerMinute),
      }),
      ...traces,
      resources: JSON.stringify(api.resources),
    },
    web: { PUBLIC_URL: publicUrl, ...traces, resources: JSON.stringify(web.resources) },
  };
}
