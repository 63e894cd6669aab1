/** One trace from the request to the model, the tools and the database, and nothing in it that people wrote. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTracing } from '../../src/telemetry/open-telemetry.ts';
import { createStage, type Person, type Stage } from '../stage.ts';
import { type Collector, type ReceivedSpan, startCollector } from './collector.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const OTHER_TRACE = '1af7651916cd43dd8448eb211c80319d';
const PARENT = 'b7ad6b7169203331';

let collector: Collector;
let stage: Stage;
let ada: Person;

beforeAll(async () => {
  collector = await startCollector();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url);
  vi.stubEnv('OTEL_SERVICE_NAME', 'todo-of-the-test');
  const end = startTracing({ sampler: 'parentbased_always_on', ratio: 1 }, '0.0.0');
  stage = await createStage();
  ada = await stage.person();
  const traceparent = `00-${TRACE}-${PARENT}-01`;
  const said = await ada.request('/api/{me}/chat', {
    method: 'POST',
    body: { message: 'Add a task to buy planted-words' },
    headers: { traceparent },
  });
  expect(said.status).toBe(200);
  await stage.request('/mcp', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${ada.token}`,
      accept: 'application/json, text/event-stream',
      traceparent: `00-${OTHER_TRACE}-${PARENT}-01`,
    },
    body: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_tasks', arguments: {} } },
  });
  await ada.request('/api/{me}/tasks/4711?q=planted-query', {
    headers: { traceparent: `00-${TRACE}-${PARENT}-00` },
  });
  await stage.close();
  await end();
});
afterAll(() => {
  collector.close();
  vi.unstubAllEnvs();
});

const inTrace = (traceId: string) => collector.spans.filter((span) => span.traceId === traceId);
const named = (spans: ReceivedSpan[], name: string | RegExp) =>
  spans.find((span) => (typeof name === 'string' ? span.name === name : name.test(span.name)));

describe('a chat', () => {
  it('goes on with the trace of who asks', () => {
    const request = named(inTrace(TRACE), 'POST /api/:user_id/chat');
    expect(request).toMatchObject({
      parentSpanId: PARENT,
      attributes: { 'http.response.status_code': 200, 'user.id': ada.id },
      resource: { 'service.name': 'todo-of-the-test', 'service.version': '0.0.0' },
    });
  });

  it('shows the model, the tool and its queries beneath', () => {
    const spans = inTrace(TRACE);
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const above = (span: ReceivedSpan | undefined): string[] =>
      span ? [span.name, ...above(byId.get(span.parentSpanId ?? ''))] : [];
    expect(named(spans, /^chat /)?.attributes).toMatchObject({ 'gen_ai.operation.name': 'chat' });
    expect(above(named(spans, 'tools/call add_task')).at(-1)).toBe('POST /api/:user_id/chat');
    const query = spans.find(({ name, parentSpanId }) => {
      return /^(INSERT|WITH)/.test(name) && byId.get(parentSpanId ?? '')?.name === 'tools/call add_task';
    });
    expect(query?.attributes).toMatchObject({
      'db.system.name': 'postgresql',
      'db.query.text': expect.stringContaining('$1'),
    });
  });

  it('is left out where who asks leaves it out', () => {
    expect(
      collector.spans.filter(({ attributes }) => attributes['http.route'] === '/api/:user_id/tasks/:id'),
    ).toEqual([]);
  });
});

it('a request of an agent goes on with its trace into the tool', () => {
  const spans = inTrace(OTHER_TRACE);
  const request = named(spans, 'POST /mcp');
  expect(request?.parentSpanId).toBe(PARENT);
  expect(named(spans, 'tools/call list_tasks')?.parentSpanId).toBe(request?.spanId);
});

it('holds nothing that people wrote, and no token', () => {
  expect(collector.text().length).toBeGreaterThan(1000);
  for (const secret of ['planted', ada.token, ada.email]) expect(collector.text()).not.toContain(secret);
});
