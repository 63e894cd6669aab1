/** @module Structured logs: one JSON line an event, and never what a person wrote or a secret. */
import { type Logger, pino, stdSerializers } from 'pino';
import type { Config } from './config.ts';

/** Drizzle's message repeats the query's parameters and Postgres's detail the row: both hold user data. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const inner = error.name === 'DrizzleQueryError' && error.cause instanceof Error ? error.cause : error;
  const { type, stack } = stdSerializers.err(inner);
  const code = 'code' in inner && typeof inner.code === 'string' ? { code: inner.code } : {};
  return { type, message: inner.message, ...code, stack };
}

/** The process's logger. */
export function createLogger({ logLevel, version }: Pick<Config, 'logLevel' | 'version'>): Logger {
  return pino({
    level: logLevel,
    base: { service: 'todo-api', version },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: serializeError },
  });
}
