/** @module Prometheus metrics, on a port of their own that no one outside reaches. */
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** One answered request; the route is its pattern, so that ids make no series of their own. */
  observe(request: { method: string; route: string; status: number; seconds: number }): void;
  /** Serves `GET /metrics`. */
  server(): Server;
}

/** The metrics of this process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until the answer began, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return {
    observe: ({ method, route, status, seconds }) =>
      duration.observe({ method, route, status: String(status) }, seconds),
    server: () =>
      createServer(async (request, response) => {
        if (request.url !== '/metrics') return response.writeHead(404).end();
        response.setHeader('content-type', registry.contentType).end(await registry.metrics());
      }),
  };
}
