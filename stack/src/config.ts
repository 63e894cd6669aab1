/**
 * What a person can set with `pulumi config set`, checked before anything is made.
 *
 * @module
 */
import * as pulumi from '@pulumi/pulumi';
import { checkDatabaseUrl, checkJwtSecret, checkServerUrl, checkUrl } from './config-checks.ts';
import { type CloudSettings, readCloudSettings } from './config-cloud.ts';
import { isEncrypted, oneOf, peek, wholeNumber, withoutUndefined } from './config-readers.ts';

/** Where Postgres runs: a database outside the cluster, or one that the stack makes inside it. */
export type DatabaseKind = 'external' | 'local';

/** Encrypted settings. They stay Pulumi secrets all the way, so that neither state nor output shows one. */
export interface SecretSettings {
  /** Absent with `database: local`: that address is made from `databasePassword`. */
  databaseUrl?: pulumi.Output<string>;
  /** The server itself, where `databaseUrl` leads to a pooler that does not tell it. */
  databaseDirectUrl?: pulumi.Output<string>;
  databasePassword?: pulumi.Output<string>;
  jwtSecret: pulumi.Output<string>;
  jwtSecretPrevious?: pulumi.Output<string>;
  openaiApiKey?: pulumi.Output<string>;
  anthropicApiKey?: pulumi.Output<string>;
  smtpUrl?: pulumi.Output<string>;
}

/** All settings of a stack. */
export interface Settings extends CloudSettings {
  kubeContext: string;
  /** A context that is no Minikube but may be deployed to all the same. Without `registry` it must share this machine's Docker images. */
  allowContext?: string;
  database: DatabaseKind;
  /** The port in `databaseUrl`, which the pods' network policy opens. */
  databasePort: number;
  /** The port in `databaseDirectUrl`, opened too. */
  databaseDirectPort?: number;
  replicas: number;
  publicUrl?: string;
  webNodePort?: number;
  aiModel?: string;
  /** Who answers when the model does not; absent: nobody. */
  aiFallback?: 'assistant';
  openaiBaseUrl?: string;
  secrets: SecretSettings;
}

const secretNames = [
  'databaseUrl',
  'databaseDirectUrl',
  'databasePassword',
  'jwtSecret',
  'jwtSecretPrevious',
  'openaiApiKey',
  'anthropicApiKey',
  'smtpUrl',
] as const;

/** Also encrypted; these open the registry, and pods never see them. */
const loginNames = ['pushPassword', 'pullPassword'] as const;

/**
 * Reads the stack's settings.
 *
 * @throws pulumi.RunError with one line that names the setting and the command to type.
 */
export function readSettings(config: pulumi.Config, stack: string): Settings {
  const set = (text: string) => `npm run pulumi -- config set ${text} --stack ${stack}`;
  const database = config.get('database') ?? 'external';
  if (database !== 'external' && database !== 'local') {
    throw new pulumi.RunError(
      `database is "external" or "local", not "${database}": ${set('database local')}`,
    );
  }
  refuseClearText(config, set);
  const databasePort = requireDatabase(config, database, set);
  const databaseDirectPort = checkDirectUrl(config, database, stack);
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
    databaseDirectPort,
    allowContext: config.get('allowContext'),
    publicUrl: checkUrl('publicUrl', config.get('publicUrl')),
    webNodePort: wholeNumber(config, 'webNodePort', 30000, 32767),
    aiModel: config.get('aiModel'),
    aiFallback: readFallback(config),
    openaiBaseUrl: checkServerUrl('openaiBaseUrl', config.get('openaiBaseUrl')),
  };
  const replicas = wholeNumber(config, 'replicas', 1, 50) ?? 2;
  return {
    kubeContext: config.get('kubeContext') ?? 'minikube',
    database,
    databasePort,
    replicas,
    secrets: readSecrets(config),
    ...withoutUndefined(optional),
    ...readCloudSettings(config, replicas, set),
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

function checkDirectUrl(config: pulumi.Config, database: DatabaseKind, stack: string): number | undefined {
  const address = peek(config, 'databaseDirectUrl');
  if (address === undefined) return undefined;
  if (database === 'local') {
    throw new pulumi.RunError(
      `databaseDirectUrl leads outside, and the database is inside the cluster: npm run pulumi -- config rm databaseDirectUrl --stack ${stack}`,
    );
  }
  return checkDatabaseUrl('databaseDirectUrl', address);
}

/** A secret that was set without `--secret` lies readable in the settings file: refuse it before it spreads. */
function refuseClearText(config: pulumi.Config, set: (text: string) => string): void {
  for (const name of [...secretNames, ...loginNames]) {
    if (peek(config, name) !== undefined && !isEncrypted(config, name)) {
      throw new pulumi.RunError(`${name} is stored in clear text; encrypt it: ${set(`--secret ${name}`)}`);
    }
  }
}

function readSecrets(config: pulumi.Config): SecretSettings {
  const given = secretNames
    .filter((name) => peek(config, name) !== undefined)
    .map((name) => [name, config.requireSecret(name)]);
  return Object.fromEntries(given) as SecretSettings;
}

function readFallback(config: pulumi.Config): 'assistant' | undefined {
  const fallback = oneOf(config, 'aiFallback', ['none', 'assistant']);
  return fallback === 'none' ? undefined : fallback;
}
