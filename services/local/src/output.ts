/** @module A service's output: every line into its log, and what matters to the person in words. */
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

const KEPT_ERROR_LINES = 40;

/** The levels that concern the person, by name or by pino's numbers. */
const WARNINGS = new Set<unknown>(['warn', 'error', 'fatal', 40, 50, 60]);

interface LogLine {
  level: string | number;
  msg?: string;
  err?: { message?: string };
}

function asLogLine(line: string): LogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value = JSON.parse(line);
    return 'level' in value ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A structured warning or error as a sentence, or nothing for every other line.
 *
 * @example warningIn('{"level":40,"msg":"the model is slow"}') // the model is slow
 */
export function warningIn(line: string): string | undefined {
  const entry = asLogLine(line);
  if (!entry || !WARNINGS.has(entry.level)) return undefined;
  const parts = [entry.msg, entry.err?.message].filter((part, at, all) => part && all.indexOf(part) === at);
  return parts.join(': ') || undefined;
}

/** The line in which a service itself says why it ended: `todo-api: …`. */
export function reasonIn(lines: readonly string[]): string | undefined {
  return (
    lines.find((line) => /^todo-\w+: /.test(line)) ??
    lines.find((line) => /^\s*(⨯ )?(Uncaught )?\w*Error\b.*: /.test(line))?.trim()
  );
}

export interface Output {
  /** The last lines that the service wrote to its error stream. */
  errorLines: readonly string[];
  /** Everything is in the log file. */
  close(): Promise<void>;
}

export interface Notices {
  /** A warning or an error of the structured log, in words. */
  warning(text: string): void;
  /** The line in which the service says that it cannot go on. */
  refusal(line: string): void;
}

/** Takes the output of a service: all of it into the log file, which is written from its beginning. */
export function collectOutput(
  streams: { stdout: Readable; stderr: Readable },
  logFile: string,
  notices: Notices,
): Output {
  const log = createWriteStream(logFile, { mode: 0o600 });
  // A full disk must not take the product down because of its log.
  log.on('error', () => {});
  const errorLines: string[] = [];

  createInterface({ input: streams.stdout }).on('line', (line) => {
    log.write(`${line}\n`);
    const warning = warningIn(line);
    if (warning) notices.warning(warning);
  });
  createInterface({ input: streams.stderr }).on('line', (line) => {
    log.write(`${line}\n`);
    errorLines.push(line);
    if (errorLines.length > KEPT_ERROR_LINES) errorLines.shift();
    if (/^todo-\w+: /.test(line)) notices.refusal(line);
  });

  return {
    errorLines,
    close: async () => {
      log.end();
      await finished(log).catch(() => {});
    },
  };
}
