import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { passThrough } from './pass-through.ts';
import { startTracing, wantsTracing } from './tracing.ts';

const GIVEN = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const received: (string | undefined)[] = [];
const exported: string[] = [];
const api = createServer((request, response) => {
  received.push(request.headers.traceparent as string | undefined);
  response.setHeader('x-request-id', 'r1').end('{}');
}).listen(0, '127.0.0.1');
const collector = createServer(async (request, response) => {
  exported.push(JSON.stringify(await json(request)));
  response.end('{}');
}).listen(0, '127.0.0.1');

const addressOf = (server: typeof api) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const ask = () => passThrough(new Request('http://web/api/x', { headers: { traceparent: GIVEN } }));

beforeAll(async () => {
  for (const server of [api, collector]) if (!server.listening) await once(server, 'listening');
  vi.stubEnv('API_URL', addressOf(api));
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', addressOf(collector));
});
afterAll(() => {
  vi.unstubAllEnvs();
  for (const server of [api, collector]) server.close();
});

it.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SDK_DISABLED: 'true' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_TRACES_EXPORTER: 'none' }, false],
])('%o: %s', (variables, wanted) => {
  expect(wantsTracing({ NODE_ENV: 'test', ...variables })).toBe(wanted);
});

it("passes the caller's trace on, and its own once it traces", async () => {
  await ask();
  expect(received.at(-1)).toBe(GIVEN);

  const flush = startTracing({ NODE_ENV: 'test' });
  const { traceId, spanId } = await trace.getTracer('test').startActiveSpan('GET /api', async (span) => {
    await ask();
    span.end();
    return span.spanContext();
  });
  expect(received.at(-1)).toBe(`00-${traceId}-${spanId}-01`);
  await flush();
  expect(exported.join()).toContain(traceId);
  expect(exported.join()).toContain('todo-web');
});
