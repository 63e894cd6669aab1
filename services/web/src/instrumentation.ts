/** Runs once when a server starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { settingsOrExit } = await import('../settings.cjs');
  const { metricsPort } = settingsOrExit(process.env);
  const { serveMetrics } = await import('./server/metrics.ts');
  serveMetrics(metricsPort);
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT && !process.env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return;
  const { startTracing, wantsTracing } = await import('./server/tracing.ts');
  if (!wantsTracing(process.env)) return;
  const flush = startTracing(process.env);
  // What is traced while it drains is sent as usual; this sends what was traced before.
  process.once('SIGTERM', () => void flush().catch(() => {}));
}
