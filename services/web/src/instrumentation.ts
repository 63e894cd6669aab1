/** Runs once when a server starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { settingsOrExit } = await import('../settings.cjs');
  const { metricsPort } = settingsOrExit(process.env);
  const { serveMetrics } = await import('./server/metrics.ts');
  serveMetrics(metricsPort);
}
