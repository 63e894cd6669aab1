/** @module A span for each query: its text with $1, $2 …, never the values. */
import type { Attributes } from '@opentelemetry/api';
import { currentTracing, failSpan } from './tracing.ts';

/** A driver's own way to ask, with all its overloads. */
export type Ask = (...given: unknown[]) => unknown;

/** The same way to ask, each question in a span; where nothing is traced it is the very same. */
export function traceQueries(query: Ask): Ask {
  const tracing = currentTracing();
  if (!tracing) return query;
  return (...given) => {
    const [config] = given;
    const text = typeof config === 'string' ? config : (config as { text?: string } | undefined)?.text;
    if (typeof text !== 'string') return query(...given);
    const attributes: Attributes = { 'db.system.name': 'postgresql', 'db.query.text': text };
    const span = tracing.tracer.startSpan(nameOf(text), { kind: tracing.kinds.CLIENT, attributes });
    const asked = query(...given);
    if (!(asked instanceof Promise)) {
      span.end();
      return asked;
    }
    asked.then(
      () => span.end(),
      (error) => {
        failSpan(span, error);
        span.end();
      },
    );
    return asked;
  };
}

/** What is done and to which table: few, so that they can be counted. */
function nameOf(text: string): string {
  const [, verb = 'query'] = /^\s*(\w+)/.exec(text) ?? [];
  const [, table = ''] = /\b(?:from|into|update)\s+"?(\w+)"?/i.exec(text) ?? [];
  return `${verb.toUpperCase()} ${table}`.trim();
}
