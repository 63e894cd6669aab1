/**
 * Preload of the web server (`node --require ./drain.cjs services/web/server.js`).
 *
 * Next's own signal handler closes the listener at once, and clients that hold a connection open lose
 * requests. From SIGTERM on this one goes on serving for DRAIN_SECONDS while every response tells its
 * client to leave (`Connection: close`) and readiness is 503; then the listener closes, streams that
 * are still open are ended so that their clients resume elsewhere, and the process exits with 0.
 *
 * services/api/src/http/leave-connections.ts does alike for the api: neither image holds files of the other's service.
 */
const http = require('node:http');
const net = require('node:net');
const { settingsOrExit, exitWith } = require('./settings.cjs');

/** How long requests may go on after the listener has closed. */
const LONGEST_REQUEST_SECONDS = 10;

process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
// Longer than proxies and clients keep idle connections, so that it is they who close them.
process.env.KEEP_ALIVE_TIMEOUT ??= '75000';

const settings = settingsOrExit(process.env);
/**
 * Clients are told to keep idle connections for less than a drain: one that is still open after it has been used in it,
 * and so has been told to close. None is cut in the moment in which somebody uses it again.
 */
const idleSeconds = settings.drainSeconds - 1;
const handOver = new AbortController();
const state = { draining: false, handOver: handOver.signal };
// The bundled server cannot import this file; src/server/drain-state.ts reads the same symbol.
Reflect.set(globalThis, Symbol.for('todo-web.drain'), state);

/** @type {Set<http.Server>} */
const servers = new Set();
/** @type {Set<http.ServerResponse>} */
const open = new Set();
/** Connections on which nothing is asked at the moment, and since when. @type {Map<net.Socket, number>} */
const idle = new Map();

/** @param {net.Socket} socket */
function welcome(socket) {
  idle.set(socket, performance.now());
  socket.once('close', () => idle.delete(socket));
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function watch(request, response) {
  const { socket } = request;
  open.add(response);
  idle.delete(socket);
  response.once('close', () => {
    open.delete(response);
    if (!socket.destroyed) idle.set(socket, performance.now());
  });
  if (state.draining) response.setHeader('Connection', 'close');
  else if (idleSeconds > 0) response.setHeader('Keep-Alive', `timeout=${idleSeconds}`);
  // Whom the request came from, appended as proxies do.
  const peer = request.socket.remoteAddress;
  const before = request.headers['x-forwarded-for'];
  if (peer) request.headers['x-forwarded-for'] = before ? `${before}, ${peer}` : peer;
}

const emit = http.Server.prototype.emit;
/** @this {http.Server} @param {string | symbol} event @param {any[]} values */
http.Server.prototype.emit = function (event, ...values) {
  if (event === 'listening') servers.add(this);
  if (event === 'connection') welcome(values[0]);
  if (event === 'request') watch(values[0], values[1]);
  if (event === 'error' && !this.listening) explainListenError(values[0]);
  return Reflect.apply(emit, this, [event, ...values]);
};

/** @param {NodeJS.ErrnoException & { port?: number; address?: string }} error */
function explainListenError(error) {
  const name = error.port === settings.metricsPort ? 'METRICS_PORT' : 'PORT';
  if (error.code === 'EADDRINUSE') {
    exitWith(`port ${error.port} is in use by another program: stop that program or choose another ${name}`);
  }
  if (error.code === 'EACCES')
    exitWith(`port ${error.port} is not allowed for this user: choose another ${name}`);
  if (error.code === 'EADDRNOTAVAIL') exitWith(`HOSTNAME ${error.address} is not an address of this machine`);
}

/** @param {NodeJS.Signals} signal */
function drain(signal) {
  if (state.draining) process.exit(signal === 'SIGINT' ? 130 : 143);
  state.draining = true;
  for (const response of open) {
    if (response.headersSent) continue;
    response.removeHeader('Keep-Alive');
    response.setHeader('Connection', 'close');
  }
  setTimeout(close, settings.drainSeconds * 1000);
}

function close() {
  setTimeout(() => process.exit(0), LONGEST_REQUEST_SECONDS * 1000).unref();
  // Not `http`'s own way, which cuts every idle connection: a stream that ended in the drain has left one of which
  // nobody said that it would close.
  const closed = [...servers].map(
    (server) => new Promise((resolve) => net.Server.prototype.close.call(server, resolve)),
  );
  // The answers that are still open never said that their connection would close: it goes with them.
  for (const response of open) {
    const { socket } = response;
    response.once('finish', () => socket?.end());
  }
  handOver.abort();
  // Each is held a second longer than its client was told, and no client need be cut.
  const leave = () => {
    const longAgo = performance.now() - settings.drainSeconds * 1000;
    for (const [socket, since] of idle) if (since <= longAgo) socket.end();
  };
  leave();
  setInterval(leave, 50).unref();
  Promise.all(closed).then(() => process.exit(0));
}

process.on('SIGTERM', drain);
process.on('SIGINT', drain);
