/** @module How api and web are started: built, or from their sources with reload. */
import { join } from 'node:path';
import type { ServiceCommand } from './service.ts';
import type { Environment, Settings } from './settings.ts';

export type Mode = 'start' | 'dev';

/** What the web has no need to know. */
const SECRETS = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'JWT_SECRET',
  'JWT_SECRET_PREVIOUS',
  'JWT_SECRET_FILE',
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'SMTP_URL',
];

/** On one machine nobody is behind a load balancer: stopping need not wait for it to notice. */
const NO_DRAIN = '0';
/** Any free port: metrics are there for whoever looks, and never in the way of a second product. */
const ANY_PORT = '0';

/** As in the image: memory that Node's compilers have given back is the system's again. Only the GNU C library reads it. */
const ALLOCATOR = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '32768' };

const ARGUMENTS: Record<Mode, { api: string[]; web: string[] }> = {
  start: {
    // As in the image: without it many open streams take half as much memory again.
    api: ['--max-semi-space-size=4', 'dist/main.js'],
    web: ['--require', './drain.cjs', 'services/web/server.js'],
  },
  dev: {
    api: ['--watch', '--watch-preserve-output', 'src/main.ts'],
    web: ['node_modules/next/dist/bin/next', 'dev', 'services/web', '--hostname', '127.0.0.1'],
  },
};

/** The commands of both services in the repository at `root`. */
export function serviceCommands(
  mode: Mode,
  settings: Settings,
  environment: Environment,
  root: string,
): [api: ServiceCommand, web: ServiceCommand] {
  const apiUrl = `http://127.0.0.1:${settings.apiPort}`;
  const webUrl = `http://127.0.0.1:${settings.port}`;
  const shared = {
    ...environment,
    NODE_ENV: mode === 'start' ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
    PUBLIC_URL: settings.publicUrl,
    DRAIN_SECONDS: environment.DRAIN_SECONDS || NO_DRAIN,
  };
  const webEnvironment = Object.fromEntries(
    Object.entries(shared).filter(([name]) => !SECRETS.includes(name)),
  );
  return [
    {
      name: 'api',
      arguments: ARGUMENTS[mode].api,
      directory: join(root, 'services/api'),
      environment: {
        ...ALLOCATOR,
        ...shared,
        HOST: '127.0.0.1',
        PORT: String(settings.apiPort),
        DATA_DIR: settings.dataDir,
        METRICS_PORT: environment.METRICS_PORT || ANY_PORT,
      },
      readyUrl: `${apiUrl}/health/ready`,
    },
    {
      name: 'web',
      arguments: ARGUMENTS[mode].web,
      directory: mode === 'start' ? join(root, 'services/web/.next/standalone') : root,
      environment: {
        ...webEnvironment,
        HOSTNAME: '127.0.0.1',
        PORT: String(settings.port),
        API_URL: apiUrl,
        METRICS_PORT: ANY_PORT,
      },
      readyUrl: `${webUrl}/health/ready`,
    },
  ];
}
