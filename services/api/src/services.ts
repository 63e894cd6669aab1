/** @module Puts the rooms together over one database. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Logger } from 'pino';
import { createAccessTokenService, withAccessTokens } from './accounts/access-tokens/access-tokens.ts';
import { createAccounts } from './accounts/accounts.ts';
import { cookieNames, cookieSecrets, createAuth } from './accounts/auth.ts';
import { createRequireUser } from './accounts/caller.ts';
import { createRateLimits } from './accounts/limits/limits.ts';
import { createRequestLimit } from './accounts/limits/request-limit.ts';
import { chatTurns, requests } from './accounts/limits/rules.ts';
import { limitTurns } from './accounts/limits/turn-limit.ts';
import { createPasswords } from './accounts/passwords/passwords.ts';
import { createPreferences } from './accounts/profile/preferences.ts';
import { timeZoneOf } from './accounts/profile/profile.ts';
import { rememberTokens } from './accounts/remembered-tokens.ts';
import { createRevocations } from './accounts/sessions/revocations.ts';
import { createSessions } from './accounts/sessions/sessions.ts';
import { createTokenService, type TokenService } from './accounts/tokens.ts';
import { createApp } from './app.ts';
import { type ChatService, createChatService } from './chat/chat-service.ts';
import { chatModel, chatModels } from './chat/model.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { createEventService, type RunningEventService } from './events/event-service.ts';
import { databaseCheck } from './health/database-check.ts';
import { createMetrics, type Metrics } from './health/metrics.ts';
import type { ProcessState } from './health/state.ts';
import { createSendMail } from './mail/mailer.ts';
import { createOutbox } from './mail/outbox.ts';
import { mcpInProcess } from './mcp/in-process.ts';
import { createTaskService, type TaskService } from './tasks/service.ts';
import { traceModel } from './telemetry/trace-model.ts';

/** How often mails are looked for that another process left behind, or that are to be tried again. */
const LEFT_MAILS_MILLISECONDS = 10_000;

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

/** Everything that answers requests. By itself it only looks for mails that were left behind, once the tables are there. */
export function createServices(
  config: Config,
  database: Database,
  logger: Logger,
  model: LanguageModelV4 = chatModel(config.model),
): Services {
  const state: ProcessState = { migrated: false, draining: false };
  const leaving = new AbortController();
  const isDatabaseUp = databaseCheck(database.pool);
  const metrics = createMetrics();
  const accessTokens = createAccessTokenService(database);
  const revocations = createRevocations(database);
  const signedTokens = rememberTokens(createTokenService(config.jwtSecrets));
  const tokens = withAccessTokens(signedTokens, accessTokens, revocations);
  const secrets = cookieSecrets(config.jwtSecrets);
  const auth = createAuth({ config, database, logger });
  const sessions = createSessions(database, cookieNames(config.publicUrl), secrets);
  const accounts = createAccounts(auth, sessions, secrets);
  const limits = createRateLimits(database);
  const countRequest = createRequestLimit(requests(config.limits.requestsPerMinute));
  const preferences = createPreferences(database);
  const identity = { accounts, tokens, revocations, countRequest, preferences, config };
  const requireUser = createRequireUser(identity)({ cookies: true });
  // For `/mcp`, which asks for tokens itself.
  const countedTokens: TokenService = {
    issue: tokens.issue,
    async verify(token) {
      const verified = await tokens.verify(token);
      await countRequest(verified.userId);
      return verified;
    },
  };
  const passwords = createPasswords(database, config.publicUrl);
  const outbox = createOutbox({
    database,
    logger,
    send: createSendMail(config.mail, logger),
    compose: passwords.composeReset,
  });
  const post = setInterval(() => state.migrated && void outbox.sendDue(), LEFT_MAILS_MILLISECONDS).unref();
  leaving.signal.addEventListener('abort', () => clearInterval(post));
  const zoneOf = (userId: string) => timeZoneOf(database, userId);
  const events = createEventService(database);
  metrics.gauge(
    'database_notifications_heard',
    'Whether notifications come through (1), or queries replace them (0)',
    () => Number(events.isHeard()),
  );
  const { pool } = database;
  metrics.gauge('database_connections', 'Connections to the database', () => pool.totalCount);
  metrics.gauge('database_connections_idle', 'Connections that nobody uses', () => pool.idleCount);
  metrics.gauge('database_requests_waiting', 'Requests that wait for a connection', () => pool.waitingCount);
  const tasks = createTaskService(database, events, zoneOf);
  const chat = createChatService({
    database,
    events,
    logger,
    metrics,
    models: chatModels(config.model, traceModel(model)),
    secrets: config.jwtSecrets,
    mcp: mcpInProcess({ config, logger, tasks, timeZoneOf: zoneOf }),
  });
  const app = createApp({
    config,
    logger,
    metrics,
    state,
    isDatabaseUp,
    accounts,
    sessions,
    passwords,
    outbox,
    limits,
    preferences,
    database,
    tokens: countedTokens,
    timeZoneOf: zoneOf,
    accessTokens,
    tasks,
    chat,
    events,
    requireUser,
    requireChatter: limitTurns(requireUser, limits, chatTurns(config.limits.chatTurnsPerMinute)),
    leaving: leaving.signal,
  });
  const leave = () => {
    leaving.abort();
    events.stop();
  };
  return { app, chat, events, tasks, metrics, state, leave };
}
