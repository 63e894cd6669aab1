/** @module Puts the rooms together over one database. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Logger } from 'pino';
import { createAccounts } from './accounts/accounts.ts';
import { cookieSecrets, createAuth } from './accounts/auth.ts';
import { createRequireUser } from './accounts/caller.ts';
import { createTokenService } from './accounts/tokens.ts';
import { createApp } from './app.ts';
import { type ChatService, createChatService } from './chat/chat-service.ts';
import { chatModel } from './chat/model.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { createEventService, type RunningEventService } from './events/event-service.ts';
import { createMetrics, type Metrics } from './health/metrics.ts';
import type { ProcessState } from './health/state.ts';
import { createTaskService, type TaskService } from './tasks/service.ts';

const DATABASE_PATIENCE_MILLISECONDS = 2_000;

export interface Services {
  app: ReturnType<typeof createApp>;
  chat: ChatService;
  events: RunningEventService;
  tasks: TaskService;
  metrics: Metrics;
  state: ProcessState;
  /** Ends every open stream. */
  leave(): void;
}

/** Everything that answers requests; nothing of it runs before it is asked. */
export function createServices(
  config: Config,
  database: Database,
  logger: Logger,
  model: LanguageModelV4 = chatModel(config.model),
): Services {
  const state: ProcessState = { migrated: false, draining: false };
  const leaving = new AbortController();
  const isDatabaseUp = () => answers(database);
  const metrics = createMetrics();
  const tokens = createTokenService(config.jwtSecrets);
  const accounts = createAccounts({
    auth: createAuth({ config, database, logger }),
    cookieSecrets: cookieSecrets(config.jwtSecrets),
    isDatabaseUp,
  });
  const events = createEventService(database);
  const tasks = createTaskService(database, events);
  const chat = createChatService({
    database,
    events,
    tokens,
    logger,
    model,
    fetch: async (request) => app.fetch(request),
  });
  const app = createApp({
    config,
    logger,
    metrics,
    state,
    isDatabaseUp,
    accounts,
    tokens,
    tasks,
    chat,
    events,
    requireUser: createRequireUser({ accounts, tokens, database, config })({ cookies: true }),
    leaving: leaving.signal,
  });
  return { app, chat, events, tasks, metrics, state, leave: () => leaving.abort() };
}

async function answers(database: Database): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const late = setTimeout(resolve, DATABASE_PATIENCE_MILLISECONDS, false);
  database.sql`select 1`.then(
    () => resolve(true),
    () => resolve(false),
  );
  return promise.finally(() => clearTimeout(late));
}
