/** @module Connections that are closed without a client being cut that was told to keep one. */
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'node:net';

/** How often idle connections are looked at, once the server is closing. */
const LOOK_MILLISECONDS = 50;

/**
 * Watches the connections of a server, from before it listens. What it returns closes the server: no new connection is
 * taken, and of those that are open each ends after nothing was asked on it for so many milliseconds. `http`'s own way
 * cuts all that are idle, also one on which an answer has ended a moment ago and whose client is about to ask again.
 */
export function leaveConnections(server: HttpServer): (idleMilliseconds: number) => void {
  const idle = new Map<Socket, number>();
  server.on('connection', (socket: Socket) => {
    idle.set(socket, performance.now());
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) idle.set(socket, performance.now());
    });
  });
  return (idleMilliseconds) => {
    Server.prototype.close.call(server);
    const leave = () => {
      const longAgo = performance.now() - idleMilliseconds;
      for (const [socket, since] of idle) if (since <= longAgo) socket.end();
    };
    leave();
    const looking = setInterval(leave, LOOK_MILLISECONDS);
    server.once('close', () => clearInterval(looking));
    looking.unref();
  };
}
