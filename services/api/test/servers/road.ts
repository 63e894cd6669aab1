/** @module A way to a server that can be closed, and that can go silent. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Road {
  url: string;
  open(): Promise<void>;
  /** Cuts every connection and takes no more. */
  close(): Promise<void>;
  /** Nothing passes any more, and nobody is told: as when a machine loses its power. */
  freeze(): void;
  /** Those who come anew pass; those who were on the way stay where they are. */
  thaw(): void;
}

/** Opens a way to the server of a URL. */
export async function roadTo(url: string): Promise<Road> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((near) => {
    // Whoever was on the way as the road closed.
    if (!server.listening) return near.destroy();
    sockets.add(near);
    near.on('error', () => {});
    if (isFrozen) return;
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    open: () => listen(port),
    async close() {
      const closed = server.listening ? once(server.close(), 'close') : undefined;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await closed;
    },
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    thaw() {
      isFrozen = false;
    },
  };
}
