/** Runs once when a server starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { default: settings } = await import('../settings.cjs');
  const { metricsPort } = settings.settingsOrExit(process.env);
  const { serveMetrics } = await import('./server/metrics.ts');
  serveMetrics(metricsPort);
}
