/** @module A span for each call of a model, from the question to the last word. */
import type { Transformer } from 'node:stream/web';
import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { Span } from '@opentelemetry/api';
import { currentTracing, failSpan } from './tracing.ts';

/** The same model; where nothing is traced it is the very same. */
export function traceModel(model: LanguageModelV4): LanguageModelV4 {
  const tracing = currentTracing();
  if (!tracing) return model;
  const begin = () =>
    tracing.tracer.startSpan(`chat ${model.modelId}`, {
      kind: tracing.kinds.CLIENT,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': model.provider,
        'gen_ai.request.model': model.modelId,
      },
    });
  const overrides: Pick<LanguageModelV4, 'doGenerate' | 'doStream'> = {
    async doGenerate(options) {
      const span = begin();
      try {
        const result = await tracing.within(span, () => model.doGenerate(options));
        describeEnd(span, result);
        return result;
      } catch (error) {
        failSpan(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
    async doStream(options) {
      const span = begin();
      try {
        const result = await tracing.within(span, () => model.doStream(options));
        return { ...result, stream: result.stream.pipeThrough(endingSpan(span)) };
      } catch (error) {
        failSpan(span, error);
        span.end();
        throw error;
      }
    },
  };
  return new Proxy(model, {
    get: (target, name) => Reflect.get(name in overrides ? overrides : target, name),
  });
}

/** Passes everything on, and ends the span with the stream, however that ends. */
function endingSpan(span: Span): TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart> {
  const passing: Transformer<LanguageModelV4StreamPart, LanguageModelV4StreamPart> = {
    transform(part, controller) {
      if (part.type === 'finish') describeEnd(span, part);
      if (part.type === 'error') failSpan(span, part.error);
      controller.enqueue(part);
    },
    flush: () => span.end(),
    cancel: () => span.end(),
  };
  return new TransformStream(passing);
}

type Finish = Pick<Extract<LanguageModelV4StreamPart, { type: 'finish' }>, 'usage' | 'finishReason'>;

function describeEnd(span: Span, { usage, finishReason }: Finish): void {
  span.setAttributes({
    'gen_ai.response.finish_reasons': [finishReason.unified],
    'gen_ai.usage.input_tokens': usage.inputTokens.total ?? 0,
    'gen_ai.usage.output_tokens': usage.outputTokens.total ?? 0,
  });
}
