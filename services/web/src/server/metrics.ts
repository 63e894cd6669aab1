import { createServer } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';
import { exitWith } from '../../settings.cjs';

/** Serves Prometheus metrics of this process on their own port, away from the public one. */
export function serveMetrics(port: number): void {
  collectDefaultMetrics();
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', register.contentType);
    response.end(await register.metrics());
  });
  server.on('error', () => exitWith(`METRICS_PORT ${port} is in use: choose another, or 0 for any`));
  server.listen(port);
}
