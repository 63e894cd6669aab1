/** @module Starts the service: config → database → services → serve; and ends it in the opposite order. */
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { usesAssistant } from './chat/model.ts';
import { loadConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import { startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { migrateWhenReachable } from './database/migrate.ts';
import { fillSearchedText } from './database/searched-text.ts';
import { sweepExpired } from './database/sweep.ts';
import { createLogger } from './logging/logger.ts';
import { serve } from './serve.ts';
import { createServices } from './services.ts';
import { StartError } from './start-error.ts';
import { tracingSettings } from './telemetry/settings.ts';

/** A collector that does not answer must not hold up the end. */
const TRACING_MILLISECONDS = 2_000;
const SWEEP_MILLISECONDS = 60 * 60 * 1000;

async function main(): Promise<void> {
  // What is garbage is collected when the heap has grown by a fifth, not when it has doubled: 200 answers that are being
  // streamed take 40 MB less by that, and a turn no more time. NODE_OPTIONS does not take it.
  setFlagsFromString('--heap-growing-percent=20');
  const config = loadConfig(process.env);
  const tracing = tracingSettings(process.env);
  // Loaded only where spans have somewhere to go.
  const endTracing =
    tracing && (await import('./telemetry/open-telemetry.ts')).startTracing(tracing, config.version);
  const logger = createLogger(config);
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres(config.dataDir);
  embedded?.ended.then(() => fail(new StartError('the embedded Postgres ended unexpectedly: start again')));

  try {
    const url = config.databaseUrl ?? embedded?.url ?? '';
    const { databaseDirectUrl: directUrl } = config;
    const database = openDatabase(url, { directUrl });
    const services = createServices(config, database, logger);
    const serving = await serve(config, services, logger);
    const ending = new AbortController();

    const end = async () => {
      if (ending.signal.aborted) process.exit(1);
      ending.abort();
      await serving.drain();
      await database.close();
      await Promise.race([endTracing?.(), delay(TRACING_MILLISECONDS)]);
      await embedded?.stop();
      logger.info('ended');
      process.exit(0);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end().catch(fail));

    const server = directUrl
      ? { url: directUrl, setting: 'DATABASE_DIRECT_URL' }
      : { url, setting: 'DATABASE_URL' };
    if (!(await migrateWhenReachable(server, logger, ending.signal))) return;
    await services.events.start();
    // Before the chat: the turns that it takes up at once from a process that has left use the tools of this very app.
    services.state.migrated = true;
    await services.chat.start();
    logger.info({ port: serving.port, database: embedded ? 'embedded' : 'external' }, 'ready');

    const sweep = () => sweepExpired(database).catch((err) => logger.warn({ err }, 'nothing was swept'));
    setInterval(sweep, SWEEP_MILLISECONDS).unref();
    await sweep();
    fillSearchedText(database).catch((err) => logger.warn({ err }, 'not all tasks are quick to search yet'));
    await prepareToChat(usesAssistant(config.model));
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Loads and tries what the first message needs: a start does not wait for it. */
async function prepareToChat(withAssistant: boolean): Promise<void> {
  await import('./mcp/server.ts');
  await import('./chat/turns/run-turn.ts');
  // Its patterns take 18 MB once they are compiled.
  if (!withAssistant) return;
  const { warmUp } = await import('./chat/assistant/warm-up.ts');
  await warmUp();
}

/** Words for a StartError, a stack for what nobody foresaw. */
function fail(error: unknown): never {
  if (error instanceof StartError) for (const line of error.lines) console.error(`todo-api: ${line}`);
  else console.error(error);
  process.exit(1);
}

await main().catch(fail);
