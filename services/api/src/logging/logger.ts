/** @module Structured logs: one JSON line an event, and never what a person wrote or a secret. */
import { type Logger, pino, stdSerializers } from 'pino';
import type { Config } from '../config.ts';
import { currentTracing } from '../telemetry/tracing.ts';
import { standardOutput } from './log-output.ts';
import { redaction, type Secrets } from './redaction.ts';

/** Drizzle's message repeats the query's parameters and Postgres's detail the row: both hold user data. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const inner = error.name === 'DrizzleQueryError' && error.cause instanceof Error ? error.cause : error;
  const { type, stack } = stdSerializers.err(inner);
  const code = 'code' in inner && typeof inner.code === 'string' ? { code: inner.code } : {};
  return { type, message: inner.message, ...code, stack };
}

/** The process's logger. */
export function createLogger(config: Pick<Config, 'logLevel' | 'version'> & Secrets): Logger {
  const { logLevel, version } = config;
  const tracing = currentTracing();
  const options = {
    level: logLevel,
    base: { service: 'todo-api', version },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serializeError },
    hooks: { streamWrite: redaction(config) },
    ...(tracing ? { mixin: tracing.idsOf } : {}),
  };
  return pino(options, standardOutput());
}
