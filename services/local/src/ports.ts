/** @module Are the ports free? Asked before anything else, since it is the commonest reason not to start. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { LaunchError } from './launch-error.ts';
import { retryWith } from './settings.ts';

type PortState = 'free' | 'taken' | 'forbidden';

/** Whether something answers there; `localhost` may lead a browser to either address. */
async function answers(port: number, host: string): Promise<boolean> {
  const socket = connect({ port, host, timeout: 1000 });
  try {
    await Promise.race([once(socket, 'connect'), once(socket, 'timeout').then(() => Promise.reject())]);
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function bind(port: number): Promise<PortState> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    return 'free';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'forbidden' : 'taken';
  } finally {
    server.close();
  }
}

/** What stands in the way of listening on this port of the machine itself. */
export async function portState(port: number): Promise<PortState> {
  // Binding alone is not enough: beside a server on every address it succeeds on some systems.
  if ((await answers(port, '127.0.0.1')) || (await answers(port, '::1'))) return 'taken';
  return bind(port);
}

async function nextFreePort(after: number, except: readonly number[]): Promise<number> {
  const last = Math.min(after + 50, 65_535);
  for (let port = Math.max(after + 1, 1024); port <= last; port += 1) {
    if (!except.includes(port) && (await portState(port)) === 'free') return port;
  }
  return after < 60_000 ? after + 1000 : after - 1000;
}

/** Throws a LaunchError that names the first port that cannot be had, and a command that would work. */
export async function requireFreePorts(ports: Record<string, number>, command: string): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    const state = await portState(port);
    if (state === 'free') continue;
    const other = await nextFreePort(port, Object.values(ports));
    const wrong =
      state === 'taken'
        ? 'is in use by another program: stop that program or choose another'
        : 'is not allowed for this user: choose another';
    throw new LaunchError(`port ${port} (${name}) ${wrong}, \`${retryWith(name, String(other), command)}\``);
  }
}
