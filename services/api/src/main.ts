/** @module Starts the service: config → database → services → serve; and ends it in the opposite order. */
import { loadConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import { startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { migrateWhenReachable } from './database/migrate.ts';
import { sweepExpired } from './database/sweep.ts';
import { createLogger } from './logger.ts';
import { serve } from './serve.ts';
import { createServices } from './services.ts';
import { StartError } from './start-error.ts';

const SWEEP_MILLISECONDS = 60 * 60 * 1000;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger(config);
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres(config.dataDir);
  embedded?.ended.then(() => fail(new StartError('the embedded Postgres ended unexpectedly: start again')));

  try {
    const url = config.databaseUrl ?? embedded?.url ?? '';
    const database = openDatabase(url);
    const services = createServices(config, database, logger);
    const serving = await serve(config, services, logger);
    const ending = new AbortController();

    const end = async () => {
      if (ending.signal.aborted) process.exit(1);
      ending.abort();
      await serving.drain();
      await database.close();
      await embedded?.stop();
      logger.info('ended');
      process.exit(0);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end().catch(fail));

    if (!(await migrateWhenReachable(url, logger, ending.signal))) return;
    await services.events.start();
    await services.chat.start();
    services.state.migrated = true;
    logger.info({ port: serving.port, database: embedded ? 'embedded' : 'external' }, 'ready');

    const sweep = () => sweepExpired(database).catch((err) => logger.warn({ err }, 'nothing was swept'));
    setInterval(sweep, SWEEP_MILLISECONDS).unref();
    await sweep();
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Words for a StartError, a stack for what nobody foresaw. */
function fail(error: unknown): never {
  if (error instanceof StartError) for (const line of error.lines) console.error(`todo-api: ${line}`);
  else console.error(error);
  process.exit(1);
}

await main().catch(fail);
