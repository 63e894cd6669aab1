/** @module Settings: read once from the environment, each wrong one named in one line. */

export interface Config {
  host: string;
  port: number;
  metricsPort: number;
  /** Seconds to go on serving after SIGTERM. */
  drainSeconds: number;
  /** None: the embedded Postgres under `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** The signing secret, then the one before it while a rotation rolls out. */
  jwtSecrets: readonly [string, ...string[]];
  publicUrl: URL;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  model: {
    openaiApiKey: string | undefined;
    openaiBaseUrl: string | undefined;
    anthropicApiKey: string | undefined;
    name: string | undefined;
  };
  version: string;
}
