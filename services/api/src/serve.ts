/** @module The listening process: from the first request to the last. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { leaveConnections } from './http/leave-connections.ts';
import { answerUnreadable, refuseUnaddressed } from './http/unreadable-requests.ts';
import type { Services } from './services.ts';
import { StartError } from './start-error.ts';

/** How long requests and turns that are under way may take once the port is closed. */
const CLOSING_MILLISECONDS = 10_000;
/** At a terminal someone waits. */
const HASTY_MILLISECONDS = 500;

export interface Serving {
  port: number;
  /** Serves on for the drain time as not ready, then answers what is under way and closes. */
  drain(): Promise<void>;
  /** Closes at once: for a start that failed. */
  abandon(): void;
}

/** Opens both ports; throws a StartError when one is taken. */
export async function serve(config: Config, services: Services, logger: Logger): Promise<Serving> {
  const { app, chat, state } = services;
  const listener = getRequestListener(app.fetch, { errorHandler: refuseUnaddressed(logger) });
  // Node would refuse a request without a host, and say nothing.
  const server = createServer({ requireHostHeader: false }, listener);
  answerUnreadable(server, logger);
  // Uploads are small; a slow sender must not hold a connection. Answers may stream for as long as they like.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  // Longer than proxies keep theirs, so that it is they who close.
  server.keepAliveTimeout = 75_000;
  // Clients are told a shorter one: a connection that is still open after a drain has been used in it, and so has been
  // told to close. None is cut in the moment in which somebody uses it again.
  const idleSeconds = config.drainSeconds - 1;
  server.prependListener('request', (_request, response) => {
    if (state.draining) response.setHeader('connection', 'close');
    else if (idleSeconds > 0) response.setHeader('keep-alive', `timeout=${idleSeconds}`);
  });
  const leave = leaveConnections(server);
  const metrics = services.metrics.server();

  await listen(server, config.port, config.host, 'PORT');
  await listen(metrics, config.metricsPort, config.host, 'METRICS_PORT').catch((error) => {
    server.close();
    throw error;
  });

  const abandon = () => {
    for (const open of [server, metrics]) {
      open.close();
      open.closeAllConnections();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    abandon,
    async drain() {
      state.draining = true;
      logger.info({ seconds: config.drainSeconds }, 'draining');
      await delay(config.drainSeconds * 1000);
      const patience = config.drainSeconds > 0 ? CLOSING_MILLISECONDS : HASTY_MILLISECONDS;
      const closed = once(server, 'close');
      // A connection on which a stream ended in the drain is held a second longer than its client was told.
      leave(config.drainSeconds * 1000);
      services.leave();
      await chat.drain(patience);
      await Promise.race([closed, delay(patience, undefined, { ref: false })]);
      abandon();
    },
  };
}

async function listen(server: Server, port: number, host: string, setting: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `${setting} ${port} is taken by another program: stop that one, or set ${setting} to another port`,
      );
    }
    if (code === 'EACCES')
      throw new StartError(`${setting} ${port} needs more rights: set ${setting} to a port above 1023`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError('HOST must be an address of this machine');
    throw error;
  }
}
