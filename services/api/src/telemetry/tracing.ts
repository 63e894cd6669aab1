/**
 * @module Spans: what a request, a tool, a model and a query took. Without an exporter nothing of OpenTelemetry is
 * loaded, and each of these is a plain call.
 */
import type { Attributes, Context, Span, SpanKind, Tracer } from '@opentelemetry/api';

/** What this module needs of OpenTelemetry, once it is there (`open-telemetry.ts`). */
export interface Tracing {
  tracer: Tracer;
  /** The context that an incoming request's headers continue. */
  extract(headers: Headers): Context;
  /** Runs within the context of a span. */
  within<T>(span: Span, work: () => T, parent?: Context): T;
  idsOf(): Record<string, string>;
  kinds: typeof SpanKind;
  errorCode: 2;
}

let tracing: Tracing | undefined;

/** Begins to trace. */
export function useTracing(started: Tracing | undefined): void {
  tracing = started;
}

/** What traces, if anything does. */
export function currentTracing(): Tracing | undefined {
  return tracing;
}

/** Does `work` in a span of its own. Attributes hold no word that a person wrote. */
export function traced<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return tracing ? inSpan(tracing, name, attributes, work) : work();
}

async function inSpan<T>(
  { tracer, within }: Tracing,
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  const span = tracer.startSpan(name, { attributes });
  try {
    return await within(span, work);
  } catch (error) {
    failSpan(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Marks a span as failed, by the kind of error alone: messages repeat what was asked. */
export function failSpan(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : 'error');
  span.setStatus({ code: tracing?.errorCode ?? 2 });
}
