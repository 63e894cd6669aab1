import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

/**
 * Begins to trace: Next makes a span for each request once there is a tracer. Address, headers and timeouts are
 * OpenTelemetry's own variables. Answers how to send what is left.
 */
export function startTracing(variables: NodeJS.ProcessEnv): () => Promise<void> {
  const named = resourceFromAttributes({ 'service.name': 'todo-web' });
  const processor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter() });
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(named)
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(variables),
    spanProcessors: [processor],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return () => provider.forceFlush();
}

/** Whether there is an address to send spans to, and nothing that says not to. */
export function wantsTracing(variables: NodeJS.ProcessEnv): boolean {
  const endpoint = variables.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || variables.OTEL_EXPORTER_OTLP_ENDPOINT;
  return (
    Boolean(endpoint) && variables.OTEL_SDK_DISABLED !== 'true' && variables.OTEL_TRACES_EXPORTER !== 'none'
  );
}

function samplerOf({ OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG }: NodeJS.ProcessEnv): Sampler {
  const name = OTEL_TRACES_SAMPLER || 'parentbased_always_on';
  const roots: Record<string, () => Sampler> = {
    always_off: () => new AlwaysOffSampler(),
    always_on: () => new AlwaysOnSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(Number(OTEL_TRACES_SAMPLER_ARG || 1)),
  };
  const root = (roots[name.replace('parentbased_', '')] ?? (() => new AlwaysOnSampler()))();
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}
