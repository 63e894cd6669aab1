/** A small server for the test of the preload: says its port, answers, and keeps a stream open until hand-over. */
const http = require('node:http');

const state = Reflect.get(globalThis, Symbol.for('todo-web.drain'));
const server = http.createServer((request, response) => {
  if (request.url === '/stream') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: one\n\n');
    state.handOver.addEventListener('abort', () => response.end());
    return;
  }
  if (request.url === '/half-the-drain') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: one\n\n');
    process.once('SIGTERM', () => setTimeout(() => response.end(), Number(process.env.DRAIN_SECONDS) * 500));
    return;
  }
  if (request.url === '/for-ever') {
    response.writeHead(200).write('never ends');
    return;
  }
  response.end(JSON.stringify({ draining: state.draining, from: request.headers['x-forwarded-for'] }));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(address.port);
});
