/**
 * Settings of a deployment that people elsewhere rely on: a registry, load, zones, TLS, mail, traces.
 *
 * @module
 */
import * as pulumi from '@pulumi/pulumi';
import { checkServerUrl } from './config-checks.ts';
import { oneOf, peek, wholeNumber, withoutUndefined } from './config-readers.ts';

/** Where images are pushed, and how the cluster pulls them. */
export interface RegistrySettings {
  /** Without a slash at its end, such as `registry.example/team`. */
  address: string;
  /** Who pushes; absent: whoever this machine's own Docker is signed in as. */
  push?: { username: string; password: pulumi.Output<string> };
  /** Who pulls; absent: the cluster may by itself, as in its own cloud's registry. */
  pull?: { username: string; password: pulumi.Output<string> };
}

/** The optional way in by name, through the cluster's ingress controller. */
interface IngressSettings {
  host: string;
  className: string;
  /** Secret with the certificate; absent: plain http. */
  tlsSecret?: string;
  /** cert-manager's ClusterIssuer, which makes that certificate. */
  issuer?: string;
  /** The controller's namespace, when nobody else may call web. */
  namespace?: string;
}

/** Mails leave with this as their sender; the server is a secret. */
interface MailSettings {
  from: string;
  port: number;
}

/** Where spans go. */
interface OtelSettings {
  endpoint: string;
  sampler?: string;
  samplerArg?: string;
}

const platforms = ['linux/amd64', 'linux/arm64'] as const;
const serviceTypes = ['LoadBalancer', 'NodePort', 'ClusterIP'] as const;

/** All of them. */
export interface CloudSettings {
  registry?: RegistrySettings;
  /** What the cluster's nodes are, when this machine is something else. */
  platform?: (typeof platforms)[number];
  /** With it the load decides how many pods there are, `replicas` at least. */
  maxReplicas?: number;
  /** Whether pods are spread over zones, too. */
  zones?: boolean;
  webService?: (typeof serviceTypes)[number];
  ingress?: IngressSettings;
  mail?: MailSettings;
  otel?: OtelSettings;
  limits?: { chatTurnsPerMinute?: number; requestsPerMinute?: number };
  /** Any other values of the chart, such as `kagent`; they go before those that the program computes. */
  chart?: Record<string, unknown>;
}

/** @throws RunError with one line that names the setting. */
export function readCloudSettings(
  config: pulumi.Config,
  replicas: number,
  set: (text: string) => string,
): CloudSettings {
  const maxReplicas = wholeNumber(config, 'maxReplicas', 1, 500);
  if (maxReplicas !== undefined && maxReplicas < replicas) {
    throw new pulumi.RunError(
      `maxReplicas (${maxReplicas}) is less than replicas (${replicas}): ${set(`maxReplicas ${replicas}`)}`,
    );
  }
  const limits = withoutUndefined({
    chatTurnsPerMinute: wholeNumber(config, 'chatTurnsPerMinute', 0, 9_999_999),
    requestsPerMinute: wholeNumber(config, 'requestsPerMinute', 0, 9_999_999),
  });
  return withoutUndefined({
    registry: readRegistry(config, set),
    platform: oneOf(config, 'platform', platforms),
    maxReplicas,
    zones: config.getBoolean('zones') || undefined,
    webService: oneOf(config, 'webService', serviceTypes),
    ingress: readIngress(config, set),
    mail: readMail(config, set),
    otel: readOtel(config, set),
    limits: Object.keys(limits).length > 0 ? limits : undefined,
    chart: readChart(config),
  });
}

function readRegistry(config: pulumi.Config, set: (text: string) => string): RegistrySettings | undefined {
  const address = config.get('registry')?.replace(/\/+$/, '');
  if (address === undefined) {
    const orphan = ['pushPassword', 'pullPassword'].find((name) => peek(config, name) !== undefined);
    if (orphan)
      throw new pulumi.RunError(`${orphan} is for a registry: ${set('registry registry.example/team')}`);
    return undefined;
  }
  // As Docker reads it: what has no dot or port before its first slash would be a name at Docker Hub.
  if (!/^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)+|[a-z0-9-]+(?=:))(:\d+)?(\/[a-z0-9._-]+)*$/.test(address)) {
    throw new pulumi.RunError(
      'registry is the address of a registry in small letters, like registry.example/team or docker.io/you',
    );
  }
  return {
    address,
    ...withoutUndefined({ push: login(config, 'push', set), pull: login(config, 'pull', set) }),
  };
}

function login(config: pulumi.Config, kind: 'push' | 'pull', set: (text: string) => string) {
  const username = config.get(`${kind}Username`);
  const isThere = peek(config, `${kind}Password`) !== undefined;
  if (username === undefined && !isThere) return undefined;
  if (username === undefined) {
    throw new pulumi.RunError(
      `${kind}Username is missing, for ${kind}Password: ${set(`${kind}Username NAME`)}`,
    );
  }
  if (!isThere) {
    throw new pulumi.RunError(`${kind}Password is missing: ${set(`--secret ${kind}Password`)} asks for it`);
  }
  return { username, password: config.requireSecret(`${kind}Password`) };
}

function readIngress(config: pulumi.Config, set: (text: string) => string): IngressSettings | undefined {
  if (!config.getBoolean('ingress')) return undefined;
  const host = config.get('ingressHost');
  if (!host) throw new pulumi.RunError(`ingressHost is missing: ${set('ingressHost todo.example')}`);
  const issuer = config.get('ingressIssuer');
  const optional = withoutUndefined({
    tlsSecret: config.get('ingressTlsSecret') ?? (issuer ? 'todo-chatbot-tls' : undefined),
    issuer,
    namespace: config.get('ingressNamespace'),
  });
  return { host, className: config.get('ingressClass') ?? 'nginx', ...optional };
}

function readMail(config: pulumi.Config, set: (text: string) => string): MailSettings | undefined {
  const from = config.get('mailFrom');
  const server = peek(config, 'smtpUrl');
  if (from === undefined && server === undefined) return undefined;
  if (server === undefined) {
    throw new pulumi.RunError(`smtpUrl is missing, for mailFrom: ${set('--secret smtpUrl')} asks for it`);
  }
  if (from === undefined) {
    throw new pulumi.RunError(
      `mailFrom is missing, for smtpUrl: ${set("mailFrom 'Todo <todo@your.domain>'")}`,
    );
  }
  const url = URL.parse(server);
  if (!url?.hostname || !['smtp:', 'smtps:'].includes(url.protocol)) {
    throw new pulumi.RunError('smtpUrl must be like smtps://user:password@host:465 or smtp://host:587');
  }
  return { from, port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587) };
}

function readOtel(config: pulumi.Config, set: (text: string) => string): OtelSettings | undefined {
  const endpoint = checkServerUrl('otelEndpoint', config.get('otelEndpoint'));
  const more = withoutUndefined({
    sampler: config.get('otelSampler'),
    samplerArg: config.get('otelSamplerArg'),
  });
  if (endpoint) return { endpoint, ...more };
  if (Object.keys(more).length === 0) return undefined;
  throw new pulumi.RunError(
    `otelEndpoint is missing, for otelSampler: ${set('otelEndpoint http://collector.observability:4318')}`,
  );
}

function readChart(config: pulumi.Config): Record<string, unknown> | undefined {
  const values = config.getObject<unknown>('chart');
  if (values === undefined) return undefined;
  if (typeof values === 'object' && values !== null && !Array.isArray(values)) {
    return values as Record<string, unknown>;
  }
  throw new pulumi.RunError(
    'chart holds values of the chart, as in: config set --path chart.kagent.enabled true',
  );
}
