/** @module OpenTelemetry's own variables: whether to trace, and how much. */
import { StartError } from '../start-error.ts';

export interface TracingSettings {
  sampler: string;
  /** The share of traces, for samplers by ratio. */
  ratio: number;
}

const SAMPLERS = ['always_on', 'always_off', 'traceidratio'].flatMap((name) => [name, `parentbased_${name}`]);

/** How to trace; undefined without an address to send spans to. Throws a StartError for what cannot be. */
export function tracingSettings(variables: NodeJS.ProcessEnv): TracingSettings | undefined {
  const value = (name: string) => variables[name]?.trim() || undefined;
  const wantsNone =
    value('OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || value('OTEL_TRACES_EXPORTER') === 'none';
  const [name, endpoint] = value('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT')
    ? ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', value('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT')]
    : ['OTEL_EXPORTER_OTLP_ENDPOINT', value('OTEL_EXPORTER_OTLP_ENDPOINT')];
  if (!endpoint || wantsNone) return undefined;
  const problems: string[] = [];
  if (!['http:', 'https:'].includes(URL.parse(endpoint)?.protocol ?? ''))
    problems.push(`${name} must be a full address that starts with http:// or https://`);
  const protocol = value('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? value('OTEL_EXPORTER_OTLP_PROTOCOL');
  if (protocol && !protocol.startsWith('http/'))
    problems.push(
      'OTEL_EXPORTER_OTLP_PROTOCOL must be http/json: spans are sent over HTTP, to port 4318 of most collectors',
    );
  const sampler = value('OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on';
  if (!SAMPLERS.includes(sampler)) problems.push(`OTEL_TRACES_SAMPLER must be one of ${SAMPLERS.join(', ')}`);
  const ratio = Number(value('OTEL_TRACES_SAMPLER_ARG') ?? 1);
  if (!(ratio >= 0 && ratio <= 1)) problems.push('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1');
  if (problems.length > 0) throw new StartError(problems);
  return { sampler, ratio };
}
