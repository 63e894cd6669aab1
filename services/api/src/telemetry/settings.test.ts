import { describe, expect, it } from 'vitest';
import { StartError } from '../start-error.ts';
import { tracingSettings } from './settings.ts';

const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318';

describe('tracing', () => {
  it.each([
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' },
    { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' },
    { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER: 'none' },
    { OTEL_TRACES_SAMPLER: 'nonsense' },
  ])('is off with %o', (variables) => {
    expect(tracingSettings(variables)).toBeUndefined();
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT }, { sampler: 'parentbased_always_on', ratio: 1 }],
    [
      { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER: 'always_off' },
      { sampler: 'always_off', ratio: 1 },
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' },
      { sampler: 'traceidratio', ratio: 0.1 },
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
      { sampler: 'parentbased_always_on', ratio: 1 },
    ],
  ])('is on with %o', (variables, expected) => {
    expect(tracingSettings(variables)).toEqual(expected);
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /^OTEL_EXPORTER_OTLP_ENDPOINT must be/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /PROTOCOL must be http\/json/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER: 'some' }, /^OTEL_TRACES_SAMPLER must be one of/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG: '2' }, /^OTEL_TRACES_SAMPLER_ARG must be/],
  ])('is one line of what is wrong with %o', (variables, words) => {
    try {
      tracingSettings(variables);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StartError);
      expect((error as StartError).lines).toEqual([expect.stringMatching(words)]);
    }
  });
});
