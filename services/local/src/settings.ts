/** @module Settings of the launcher itself; every other setting is passed on to api and web, which check it. */
import { join, resolve } from 'node:path';
import { LaunchError } from './launch-error.ts';

export type Environment = Record<string, string | undefined>;

export interface Settings {
  /** Where people open the product. */
  port: number;
  apiPort: number;
  /** Always absolute. */
  dataDir: string;
  /** The address that people type. */
  publicUrl: string;
  /** The database's host when it is not the embedded one. */
  databaseHost: string | undefined;
}

function readPort(environment: Environment, name: string, fallback: number): number {
  const value = environment[name];
  if (value === undefined || value === '') return fallback;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new LaunchError(`${name} must be a whole number from 1 to 65535, but is "${value}"`);
}

/** The host alone: the address may hold a password. The api is the one that judges the whole address. */
function readDatabaseHost(databaseUrl: string | undefined): string | undefined {
  if (databaseUrl === undefined || databaseUrl === '') return undefined;
  return URL.canParse(databaseUrl) ? new URL(databaseUrl).hostname : 'DATABASE_URL';
}

/**
 * Reads the settings, or throws a LaunchError that names the variable and what it must be.
 *
 * @param root the repository: the data lives there unless DATA_DIR says otherwise
 */
export function readSettings(environment: Environment, root: string): Settings {
  const port = readPort(environment, 'PORT', 3000);
  const apiPort = readPort(environment, 'API_PORT', 8000);
  if (port === apiPort) {
    throw new LaunchError(
      `PORT and API_PORT must differ, but both are ${port}: choose another for one of them`,
    );
  }
  return {
    port,
    apiPort,
    dataDir: environment.DATA_DIR ? resolve(environment.DATA_DIR) : join(root, '.data'),
    publicUrl: environment.PUBLIC_URL || `http://localhost:${port}`,
    databaseHost: readDatabaseHost(environment.DATABASE_URL),
  };
}

/**
 * How to type a command with another setting on this kind of machine.
 *
 * @example retryWith('PORT', '3001', 'npm start') // PORT=3001 npm start
 */
export function retryWith(name: string, value: string, command: string, platform = process.platform): string {
  return platform === 'win32' ? `set ${name}=${value}&& ${command}` : `${name}=${value} ${command}`;
}
