/** @module Prometheus metrics, on a port of their own that no one outside reaches. */
import { createServer, type Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What became of a turn here: an answer, a turn that another process goes on with, or neither. */
export type TurnOutcome = 'answered' | 'left' | 'failed';

export interface Metrics {
  /** One answered request; the route is its pattern, so that ids make no series of their own. */
  observe(request: { method: string; route: string; status: number; seconds: number }): void;
  eventStreams: { opened(): void; closed(reason: string): void; refused(): void };
  /** A turn of the chat that this process runs; call what it answers when the turn has ended here. */
  turnBegan(): (outcome: TurnOutcome) => void;
  /** A number that is looked up whenever somebody asks. */
  gauge(name: string, help: string, look: () => number): void;
  /** Serves `GET /metrics`. */
  server(): Server;
}

/** The metrics of this process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until the answer began, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const open = new Gauge({ name: 'event_streams_open', help: 'Event streams that are open', registers });
  const ended = new Counter({
    name: 'event_streams_ended_total',
    help: 'Event streams that ended: closed by the reader, leaving with the process, stalled readers, broken by the database',
    labelNames: ['reason'],
    registers,
  });
  const refused = new Counter({
    name: 'event_streams_refused_total',
    help: 'Event streams that were not opened: the person had as many as they may have',
    registers,
  });
  const turnsRunning = new Gauge({
    name: 'chat_turns_running',
    help: 'Answers of the chat that this process is making',
    registers,
  });
  const turnDuration = new Histogram({
    name: 'chat_turn_duration_seconds',
    help: 'Time that an answer of the chat took here: answered, left to another process, or failed',
    labelNames: ['outcome'],
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers,
  });
  return {
    turnBegan() {
      const start = performance.now();
      turnsRunning.inc();
      return (outcome) => {
        turnsRunning.dec();
        turnDuration.observe({ outcome }, (performance.now() - start) / 1000);
      };
    },
    observe: ({ method, route, status, seconds }) =>
      duration.observe({ method, route, status: String(status) }, seconds),
    eventStreams: {
      opened: () => open.inc(),
      closed(reason) {
        open.dec();
        ended.inc({ reason });
      },
      refused: () => refused.inc(),
    },
    gauge(name, help, look) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(look());
        },
      });
    },
    server: () =>
      createServer(async (request, response) => {
        if (request.url !== '/metrics') return response.writeHead(404).end('There is only /metrics here.\n');
        response.setHeader('content-type', registry.contentType).end(await registry.metrics());
      }),
  };
}
