/**
 * What `npm run up` sets by itself, asks for or takes from its command line before it begins.
 *
 * @module
 */
import { randomBytes } from 'node:crypto';
import * as pulumi from '@pulumi/pulumi';
import type { ConfigMap, Stack } from '@pulumi/pulumi/automation/index.js';
import { type DatabaseKind, readSettings } from '../src/config.ts';
import { checkDatabaseUrl as checkPostgresAddress } from '../src/config-checks.ts';
import { type Shell, Stop } from './shell.ts';

/** What the command line says about a stack; what it leaves open stays as it is. */
export interface Choice {
  database?: DatabaseKind | undefined;
  /** The kubeconfig context, which is also the Minikube profile. */
  context?: string | undefined;
  /** The name under which the ingress controller serves the product. */
  ingressHost?: string | undefined;
}

/** The part of a stack that settings are read from and written to. */
export type SettingsStore = Pick<Stack, 'getAllConfig' | 'setAllConfig'>;

const namespace = 'todo-chatbot:';

/** A setting by its name, out of all of a stack's. */
export function settingOf(settings: ConfigMap, name: string): string | undefined {
  return settings[namespace + name]?.value;
}

/**
 * Makes sure that the stack has every setting it needs and that all of them make sense, before anything is started or
 * built. Secrets are kept encrypted: the JWT secret is generated, the database's address is taken from `DATABASE_URL`
 * (and that of the server behind a pooler from `DATABASE_DIRECT_URL`) or asked for. Nothing is written when something is wrong.
 *
 * @param approve may refuse what the settings lead to, by throwing
 * @throws Stop with the line that names the setting.
 */
export async function ensureSettings(
  shell: Shell,
  store: SettingsStore,
  options: Choice & { stack: string },
  approve: (settings: ConfigMap) => Promise<void> = async () => undefined,
): Promise<ConfigMap> {
  const before = await store.getAllConfig();
  const said: string[] = [];
  const missing = await complete(shell, before, options, said);
  const settings = { ...before, ...missing };
  checkSettings(settings, options.stack);
  await approve(settings);
  if (Object.keys(missing).length > 0) await store.setAllConfig(missing);
  for (const line of said) shell.say(line);
  return settings;
}

/** What the command line changes, and what is missing. */
async function complete(
  shell: Shell,
  settings: ConfigMap,
  choice: Choice,
  said: string[],
): Promise<ConfigMap> {
  const found: ConfigMap = {};
  const set = (name: string, value: string, secret = false) => {
    if (settingOf(settings, name) !== value) found[namespace + name] = secret ? { value, secret } : { value };
  };
  const isMissing = (name: string) => settingOf(settings, name) === undefined;
  if (choice.database) set('database', choice.database);
  if (choice.context) set('kubeContext', choice.context);
  if (choice.ingressHost) {
    set('ingress', 'true');
    set('ingressHost', choice.ingressHost);
    // Sign-in is trusted from one address alone; https in front of that name is the person's own doing.
    const url = settingOf(settings, 'publicUrl');
    if (url && URL.parse(url)?.hostname !== choice.ingressHost)
      set('publicUrl', `http://${choice.ingressHost}`);
  }
  if (isMissing('jwtSecret')) {
    set('jwtSecret', randomBytes(32).toString('base64url'), true);
    said.push('Generated the JWT secret (kept encrypted in the stack settings).');
  }
  if (
    (choice.database ?? settingOf(settings, 'database') ?? 'external') === 'external' &&
    isMissing('databaseUrl')
  ) {
    const address = await findDatabaseUrl(shell);
    if (address === undefined) set('database', 'local');
    else set('databaseUrl', address, true);
    const { DATABASE_URL, DATABASE_DIRECT_URL } = shell.env;
    if (DATABASE_URL && DATABASE_DIRECT_URL) set('databaseDirectUrl', DATABASE_DIRECT_URL, true);
  }
  const given = shell.env.DATABASE_URL;
  const used = found[`${namespace}databaseUrl`]?.value ?? settingOf(settings, 'databaseUrl');
  if (given && given !== used) {
    said.push(
      'DATABASE_URL is set here, but the stack stays with the database that it has. To change that: npm run pulumi -- config set --secret databaseUrl',
    );
  }
  const database = found[`${namespace}database`]?.value ?? settingOf(settings, 'database');
  if (database === 'local' && isMissing('databasePassword')) {
    set('databasePassword', randomBytes(24).toString('base64url'), true);
    said.push('Generated the password of the database inside the cluster (kept encrypted, too).');
  }
  return found;
}

/**
 * Asks the program's own checks about all settings.
 *
 * @throws Stop with the program's line.
 */
function checkSettings(settings: ConfigMap, stack: string): void {
  const texts = Object.entries(settings).map(([key, { value }]) => [key, value]);
  const secret = Object.keys(settings).filter((key) => settings[key]?.secret);
  pulumi.runtime.setAllConfig(Object.fromEntries(texts) as Record<string, string>, secret);
  try {
    readSettings(new pulumi.Config('todo-chatbot'), stack);
  } catch (error) {
    throw error instanceof pulumi.RunError ? new Stop(error.message) : error;
  }
}

/** The address of the person's database; undefined when they want one inside the cluster. */
async function findDatabaseUrl(shell: Shell): Promise<string | undefined> {
  const given = shell.env.DATABASE_URL;
  if (given) return checkDatabaseUrl(given, 'DATABASE_URL');
  if (!shell.interactive) {
    throw new Stop(
      'The database is missing: set DATABASE_URL for this command, or use a database inside the cluster: npm run up -- --database local',
    );
  }
  shell.say(
    'The product keeps everything in Postgres. Paste the address of yours (Neon: Connect → Connection string),',
  );
  shell.say('or press Enter to use a database inside the cluster.');
  const answer = await shell.ask('Postgres address (not shown): ', { hidden: true });
  return answer === '' ? undefined : checkDatabaseUrl(answer, 'The address');
}

/** @throws Stop naming what is wrong, without repeating the address: it holds a password. */
function checkDatabaseUrl(text: string, name: string): string {
  try {
    checkPostgresAddress(name, text);
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
  return text;
}
