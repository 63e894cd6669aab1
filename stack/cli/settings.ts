import { randomBytes } from 'node:crypto';
import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { checkDatabaseUrl as checkPostgresAddress } from '../src/config-checks.ts';
import { type Shell, Stop } from './shell.ts';

/** Which database the stack uses: one outside the cluster (Neon), or one it makes inside. */
type DatabaseKind = 'external' | 'local';

/** What the command line says about a stack; what it leaves open stays as it is. */
export interface Choice {
  database?: DatabaseKind | undefined;
  /** The kubeconfig context, which is also the Minikube profile. */
  context?: string | undefined;
  /** The name under which the ingress controller serves the product. */
  ingressHost?: string | undefined;
}

/** The part of a stack that settings are read from and written to. */
export type SettingsStore = Pick<Stack, 'getAllConfig' | 'setConfig'>;

const namespace = 'todo-chatbot:';

/**
 * Makes sure that the stack has every secret it needs, encrypted: the JWT secret is generated, the database's address is
 * taken from `DATABASE_URL` or asked for.
 *
 * @throws Stop when the address is missing and nobody can be asked, or is not a Postgres address.
 */
export async function ensureSettings(shell: Shell, store: SettingsStore, choice: Choice): Promise<void> {
  const settings = await store.getAllConfig();
  const value = (key: string) => settings[namespace + key]?.value;

  const chosen = {
    database: choice.database,
    kubeContext: choice.context,
    ...(choice.ingressHost ? { ingress: 'true', ingressHost: choice.ingressHost } : {}),
  };
  for (const [key, wanted] of Object.entries(chosen)) {
    if (wanted !== undefined && wanted !== value(key)) await store.setConfig(key, { value: wanted });
  }
  if (value('jwtSecret') === undefined) {
    await store.setConfig('jwtSecret', { value: randomBytes(32).toString('base64url'), secret: true });
    shell.say('Generated the JWT secret (kept encrypted in the stack settings).');
  }

  const database = choice.database ?? value('database') ?? 'external';
  if (database === 'local') {
    if (value('databasePassword') === undefined) {
      await store.setConfig('databasePassword', {
        value: randomBytes(24).toString('base64url'),
        secret: true,
      });
      shell.say(
        'Generated the password of the database inside the cluster (kept encrypted in the stack settings).',
      );
    }
    return;
  }
  if (value('databaseUrl') === undefined) {
    await store.setConfig('databaseUrl', { value: await findDatabaseUrl(shell), secret: true });
  }
}

async function findDatabaseUrl(shell: Shell): Promise<string> {
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
  if (answer === '') throw new Stop('For a database inside the cluster: npm run up -- --database local');
  return checkDatabaseUrl(answer, 'The address');
}

/** @throws Stop naming what is wrong, without repeating the address: it holds a password. */
export function checkDatabaseUrl(text: string, name: string): string {
  try {
    checkPostgresAddress(name, text);
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
  return text;
}
