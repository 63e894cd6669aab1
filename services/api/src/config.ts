/** @module Settings: read once from the environment, each wrong one named in one line. */
import { join } from 'node:path';
import { z } from 'zod';
import manifest from '../package.json' with { type: 'json' };
import { readOrCreateSecret, SECRET_BYTES } from './secret-file.ts';
import { StartError } from './start-error.ts';

/** An empty variable means the same as an absent one: compose files and Helm charts leave blanks. */
const blankIsAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema);

const port = (byDefault: number, lowest = 0) =>
  blankIsAbsent(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((value) => value >= lowest && value <= 65_535)
      .prefault(String(byDefault)),
  );

const text = blankIsAbsent(z.string().trim().optional());

const secret = blankIsAbsent(
  z
    .string()
    .refine((value) => Buffer.byteLength(value) >= SECRET_BYTES)
    .optional(),
);

const most = (byDefault: number) =>
  blankIsAbsent(
    z
      .string()
      .regex(/^\d{1,7}$/)
      .transform(Number)
      .prefault(String(byDefault)),
  );

const webAddress = z.string().refine((value) => ['http:', 'https:'].includes(protocol(value)));

/** `todo@example.org`, or with a name before it in angle brackets. */
const MAIL_ADDRESS = /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

const postgresAddress = blankIsAbsent(
  z
    .string()
    .trim()
    .refine((value) => ['postgres:', 'postgresql:'].includes(protocol(value)) && hasHost(value))
    .optional(),
);

const environment = z.object({
  HOST: blankIsAbsent(z.string().trim().default('0.0.0.0')),
  PORT: blankIsAbsent(z.string().optional()),
  API_PORT: port(8000),
  METRICS_PORT: port(9464),
  DRAIN_SECONDS: blankIsAbsent(
    z
      .string()
      .regex(/^\d{1,4}(\.\d+)?$/)
      .transform(Number)
      .refine((value) => value <= 3600)
      .prefault('5'),
  ),
  DATABASE_URL: postgresAddress,
  DATABASE_DIRECT_URL: postgresAddress,
  DATA_DIR: blankIsAbsent(z.string().default('.data')),
  JWT_SECRET: secret,
  JWT_SECRET_PREVIOUS: secret,
  JWT_SECRET_FILE: text,
  PUBLIC_URL: blankIsAbsent(webAddress.default('http://localhost:3000')),
  LOG_LEVEL: blankIsAbsent(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: blankIsAbsent(webAddress.optional()),
  ANTHROPIC_API_KEY: text,
  AI_MODEL: text,
  AI_FALLBACK: blankIsAbsent(z.enum(['none', 'assistant']).default('none')),
  SMTP_URL: blankIsAbsent(
    z
      .string()
      .trim()
      .refine((value) => ['smtp:', 'smtps:'].includes(protocol(value)) && hasHost(value))
      .optional(),
  ),
  MAIL_FROM: blankIsAbsent(
    z
      .string()
      .trim()
      .refine((value) => MAIL_ADDRESS.test(value))
      .optional(),
  ),
  REQUESTS_PER_MINUTE: most(6000),
  CHAT_TURNS_PER_MINUTE: most(300),
  EVENT_STREAMS_PER_PERSON: most(20),
  NODE_ENV: text,
  /** Set by `npm start`. */
  LAUNCHER_PID: text,
  KUBERNETES_SERVICE_HOST: text,
});

const PORT_NUMBER = 'must be a port number from 0 to 65535';
const LONG_SECRET = `must be at least ${SECRET_BYTES} bytes, e.g. the output of: openssl rand -hex 32`;
const POSTGRES_ADDRESS = 'must be a Postgres URL: postgres://user:password@host:5432/database';
const LIMIT = 'must be a whole number from 0 to 9999999; 0 means no limit';
const SENDER = 'the address that mails come from, like: Todo <todo@example.org>';
const WEB_ADDRESS = 'must be a full address that starts with http:// or https://';

/** What a wrong setting must be instead. Values are never repeated: they may be secrets. */
const EXPECTED: Record<string, string> = {
  PORT: PORT_NUMBER,
  API_PORT: PORT_NUMBER,
  METRICS_PORT: PORT_NUMBER,
  DRAIN_SECONDS: 'must be a number of seconds from 0 to 3600',
  DATABASE_URL: POSTGRES_ADDRESS,
  DATABASE_DIRECT_URL: POSTGRES_ADDRESS,
  JWT_SECRET: LONG_SECRET,
  JWT_SECRET_PREVIOUS: LONG_SECRET,
  PUBLIC_URL: `${WEB_ADDRESS}: the one that people type`,
  LOG_LEVEL: 'must be fatal, error, warn, info, debug, trace or silent',
  OPENAI_BASE_URL: WEB_ADDRESS,
  AI_FALLBACK: 'must be none, or assistant: the built-in assistant answers when the model does not',
  SMTP_URL: 'must be the address of a mail server: smtps://user:password@host:465, or smtp://host:587',
  MAIL_FROM: `must be ${SENDER}`,
  REQUESTS_PER_MINUTE: LIMIT,
  CHAT_TURNS_PER_MINUTE: LIMIT,
  EVENT_STREAMS_PER_PERSON: LIMIT,
};

/** Names of this very machine. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/** How mails leave: through a server, for developers to the log, or not at all. */
export type MailConfig = { kind: 'smtp'; url: string; from: string } | { kind: 'log' } | { kind: 'none' };

export interface Config {
  host: string;
  port: number;
  metricsPort: number;
  /** Seconds to go on serving after SIGTERM. */
  drainSeconds: number;
  /** None: the embedded Postgres under `dataDir`. */
  databaseUrl: string | undefined;
  /** The server itself, where `databaseUrl` is a pooler's address that does not tell it. */
  databaseDirectUrl: string | undefined;
  dataDir: string;
  /** The signing secret, then the one before it while a rotation rolls out. */
  jwtSecrets: readonly [string, ...string[]];
  publicUrl: URL;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  model: {
    openaiApiKey: string | undefined;
    openaiBaseUrl: string | undefined;
    anthropicApiKey: string | undefined;
    name: string | undefined;
    fallback: 'assistant' | undefined;
  };
  mail: MailConfig;
  /** Per user; 0 means no limit. */
  limits: { requestsPerMinute: number; chatTurnsPerMinute: number; eventStreamsPerPerson: number };
  version: string;
}

/**
 * Reads every setting, and makes the signing secret's file when there is none yet.
 * Throws a StartError with one line for each wrong setting.
 */
export function loadConfig(variables: NodeJS.ProcessEnv): Config {
  // PORT is this service's own; API_PORT is its name where one command starts several.
  const own = variables.PORT?.trim() ? { API_PORT: variables.PORT } : {};
  const parsed = environment.safeParse({ ...variables, ...own });
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    const asGiven = (name: string) => (name === 'API_PORT' && 'API_PORT' in own ? 'PORT' : name);
    throw new StartError(
      [...names].map(asGiven).map((name) => `${name} ${EXPECTED[name] ?? 'is not valid'}`),
    );
  }
  const settings = parsed.data;
  const problems = [...inconsistencies(settings)];
  if (problems.length > 0) throw new StartError(problems);

  const signing = settings.JWT_SECRET ?? secretFromFile(settings);
  return {
    host: settings.HOST,
    port: settings.API_PORT,
    metricsPort: settings.METRICS_PORT,
    drainSeconds: settings.DRAIN_SECONDS,
    databaseUrl: settings.DATABASE_URL,
    databaseDirectUrl: settings.DATABASE_DIRECT_URL,
    dataDir: settings.DATA_DIR,
    jwtSecrets: settings.JWT_SECRET_PREVIOUS ? [signing, settings.JWT_SECRET_PREVIOUS] : [signing],
    publicUrl: new URL(settings.PUBLIC_URL),
    logLevel: settings.LOG_LEVEL,
    model: {
      openaiApiKey: settings.OPENAI_API_KEY,
      openaiBaseUrl: settings.OPENAI_BASE_URL,
      anthropicApiKey: settings.ANTHROPIC_API_KEY,
      name: settings.AI_MODEL,
      fallback: settings.AI_FALLBACK === 'assistant' ? 'assistant' : undefined,
    },
    mail: mailOf(settings),
    limits: {
      requestsPerMinute: settings.REQUESTS_PER_MINUTE,
      chatTurnsPerMinute: settings.CHAT_TURNS_PER_MINUTE,
      eventStreamsPerPerson: settings.EVENT_STREAMS_PER_PERSON,
    },
    version: manifest.version,
  };
}

function mailOf(settings: z.infer<typeof environment>): MailConfig {
  const { SMTP_URL: url, MAIL_FROM: from } = settings;
  if (url && from) return { kind: 'smtp', url, from };
  // A log is read by more people than a mailbox: only on the machine of who develops, or who uses it alone.
  return { kind: isOwnMachine(settings) ? 'log' : 'none' };
}

function isOwnMachine(settings: z.infer<typeof environment>): boolean {
  const { NODE_ENV, KUBERNETES_SERVICE_HOST, LAUNCHER_PID, HOST, PUBLIC_URL } = settings;
  if (KUBERNETES_SERVICE_HOST) return false;
  if (NODE_ENV !== 'production') return true;
  return Boolean(LAUNCHER_PID) && [HOST, new URL(PUBLIC_URL).hostname].every((name) => LOOPBACK.has(name));
}

function secretFromFile({ JWT_SECRET_FILE, DATA_DIR }: z.infer<typeof environment>): string {
  return JWT_SECRET_FILE
    ? readOrCreateSecret(JWT_SECRET_FILE, 'JWT_SECRET_FILE')
    : readOrCreateSecret(join(DATA_DIR, 'jwt-secret'), 'DATA_DIR');
}

function* inconsistencies(settings: z.infer<typeof environment>): Generator<string> {
  const { DATABASE_URL, JWT_SECRET, JWT_SECRET_FILE, API_PORT, METRICS_PORT } = settings;
  if (!DATABASE_URL && settings.KUBERNETES_SERVICE_HOST) {
    yield 'DATABASE_URL is required inside Kubernetes: a pod keeps no database of its own';
  }
  if (DATABASE_URL && !JWT_SECRET && !JWT_SECRET_FILE) {
    yield `JWT_SECRET is required together with DATABASE_URL and ${LONG_SECRET}`;
  }
  if (settings.DATABASE_DIRECT_URL && !DATABASE_URL) {
    yield 'DATABASE_URL is required together with DATABASE_DIRECT_URL: the first is for queries, the second for what a pooler cannot do';
  }
  if (settings.SMTP_URL && !settings.MAIL_FROM) {
    yield `MAIL_FROM is required together with SMTP_URL: ${SENDER}`;
  }
  if (API_PORT === METRICS_PORT && API_PORT !== 0) {
    yield 'METRICS_PORT must differ from the port of the service (PORT)';
  }
}

function protocol(value: string): string {
  return URL.parse(value)?.protocol ?? '';
}

function hasHost(value: string): boolean {
  return Boolean(URL.parse(value)?.hostname);
}
