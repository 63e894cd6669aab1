/**
 * What a person can set with `pulumi config set`, checked before anything is made.
 *
 * @module
 */
import * as pulumi from '@pulumi/pulumi';
import { checkDatabaseUrl, checkJwtSecret, checkUrl } from './config-checks.ts';

/** Where Postgres runs: a database outside the cluster, or one that the stack makes inside it. */
type DatabaseKind = 'external' | 'local';

/** The optional way in by name, through the cluster's ingress controller. */
interface IngressSettings {
  host: string;
  className: string;
}

/** Encrypted settings. They stay Pulumi secrets all the way, so that neither state nor output shows one. */
export interface SecretSettings {
  /** Absent with `database: local`: that address is made from `databasePassword`. */
  databaseUrl?: pulumi.Output<string>;
  databasePassword?: pulumi.Output<string>;
  jwtSecret: pulumi.Output<string>;
  jwtSecretPrevious?: pulumi.Output<string>;
  openaiApiKey?: pulumi.Output<string>;
  anthropicApiKey?: pulumi.Output<string>;
}

/** All settings of a stack. */
export interface Settings {
  kubeContext: string;
  /** A context that is no Minikube but may be deployed to all the same; it must share this machine's Docker images. */
  allowContext?: string;
  database: DatabaseKind;
  /** The port in `databaseUrl`, which the pods' network policy opens. */
  databasePort: number;
  replicas: number;
  publicUrl?: string;
  webNodePort?: number;
  ingress?: IngressSettings;
  aiModel?: string;
  openaiBaseUrl?: string;
  secrets: SecretSettings;
}

const secretNames = [
  'databaseUrl',
  'databasePassword',
  'jwtSecret',
  'jwtSecretPrevious',
  'openaiApiKey',
  'anthropicApiKey',
] as const;

/**
 * Reads the stack's settings.
 *
 * @throws pulumi.RunError with one line that names the setting and the command to type.
 */
export function readSettings(config: pulumi.Config, stack: string): Settings {
  const set = (text: string) => `npx pulumi config set ${text} --stack ${stack}`;
  const database = config.get('database') ?? 'external';
  if (database !== 'external' && database !== 'local') {
    throw new pulumi.RunError(
      `database is "external" or "local", not "${database}": ${set('database local')}`,
    );
  }
  refuseClearText(config, set);
  const databasePort = requireDatabase(config, database, set);
  const jwtSecret = peek(config, 'jwtSecret');
  if (jwtSecret === undefined) {
    throw new pulumi.RunError(
      `jwtSecret is missing (npm run up makes one): ${set('--secret jwtSecret "$(openssl rand -base64 32)"')}`,
    );
  }
  checkJwtSecret('jwtSecret', jwtSecret);
  const previous = peek(config, 'jwtSecretPrevious');
  if (previous !== undefined) checkJwtSecret('jwtSecretPrevious', previous);

  const optional = {
    allowContext: config.get('allowContext'),
    publicUrl: checkUrl('publicUrl', config.get('publicUrl')),
    webNodePort: wholeNumber(config, 'webNodePort', 30000, 32767),
    ingress: readIngress(config, set),
    aiModel: config.get('aiModel'),
    openaiBaseUrl: checkUrl('openaiBaseUrl', config.get('openaiBaseUrl')),
  };
  return {
    kubeContext: config.get('kubeContext') ?? 'minikube',
    database,
    databasePort,
    replicas: wholeNumber(config, 'replicas', 1, 50) ?? 2,
    secrets: readSecrets(config),
    ...withoutUndefined(optional),
  };
}

function requireDatabase(
  config: pulumi.Config,
  database: DatabaseKind,
  set: (text: string) => string,
): number {
  if (database === 'local') {
    if (peek(config, 'databasePassword') === undefined) {
      throw new pulumi.RunError(
        `databasePassword is missing (npm run up makes one): ${set('--secret databasePassword "$(openssl rand -hex 24)"')}`,
      );
    }
    return 5432;
  }
  const databaseUrl = peek(config, 'databaseUrl');
  if (databaseUrl === undefined) {
    throw new pulumi.RunError(
      `databaseUrl is missing: ${set('--secret databaseUrl')} asks for it; for a database inside the cluster: ${set('database local')}`,
    );
  }
  return checkDatabaseUrl('databaseUrl', databaseUrl);
}

/** A secret that was set without `--secret` lies readable in the settings file: refuse it before it spreads. */
function refuseClearText(config: pulumi.Config, set: (text: string) => string): void {
  for (const name of secretNames) {
    if (peek(config, name) !== undefined && !isEncrypted(`${config.name}:${name}`)) {
      throw new pulumi.RunError(`${name} is stored in clear text; encrypt it: ${set(`--secret ${name}`)}`);
    }
  }
}

/** Pulumi knows, but its type declarations keep it to themselves. */
function isEncrypted(key: string): boolean {
  return (pulumi.runtime as unknown as { isConfigSecret(key: string): boolean }).isConfigSecret(key);
}

/** The text of a setting, for checks alone: `config.get` would warn about a secret read in clear. */
function peek(config: pulumi.Config, name: string): string | undefined {
  return pulumi.runtime.getConfig(`${config.name}:${name}`) || undefined;
}

function readSecrets(config: pulumi.Config): SecretSettings {
  const given = secretNames
    .filter((name) => peek(config, name) !== undefined)
    .map((name) => [name, config.requireSecret(name)]);
  return Object.fromEntries(given) as SecretSettings;
}

function readIngress(config: pulumi.Config, set: (text: string) => string): IngressSettings | undefined {
  if (!config.getBoolean('ingress')) return undefined;
  const host = config.get('ingressHost');
  if (!host) throw new pulumi.RunError(`ingressHost is missing: ${set('ingressHost todo.example')}`);
  return { host, className: config.get('ingressClass') ?? 'nginx' };
}

function wholeNumber(config: pulumi.Config, name: string, least: number, most: number): number | undefined {
  const text = config.get(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new pulumi.RunError(`${name} is a whole number from ${least} to ${most}, not "${text}"`);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
