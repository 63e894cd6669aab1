/**
 * A stand-in for api or web in the tests of the launcher.
 *
 * PORT: where it answers; SERVICE_REFUSES: the line with which it ends; SERVICE_STUBBORN: it does not stop when asked;
 * SERVICE_WARNS: a warning in its log; SERVICE_STARTS_CHILD: it starts a process of its own, with its own arguments
 * as Next does, and prints its id.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const { PORT, SERVICE_REFUSES, SERVICE_STUBBORN, SERVICE_WARNS, SERVICE_STARTS_CHILD } = process.env;

if (SERVICE_REFUSES) {
  process.stderr.write(`${SERVICE_REFUSES}\n`);
  process.exit(1);
}

if (SERVICE_STARTS_CHILD) {
  const child = spawn(process.execPath, [...process.execArgv, '--eval', 'setInterval(() => {}, 1000)'], {
    stdio: 'ignore',
  });
  process.stdout.write(`child ${child.pid}\n`);
}

const server = createServer((request, response) => {
  if (request.url === '/crash') process.exit(7);
  response.end(String(process.pid));
});
server.listen(Number(PORT), '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ level: 30, msg: 'ready', pid: process.pid })}\n`);
  if (SERVICE_WARNS) process.stdout.write(`${JSON.stringify({ level: 40, msg: SERVICE_WARNS })}\n`);
});

process.on('SIGTERM', () => {
  if (SERVICE_STUBBORN) return;
  process.stdout.write('stopped cleanly\n');
  server.close();
  server.closeAllConnections();
});
