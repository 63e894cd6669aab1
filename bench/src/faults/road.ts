/** @module The way from the api to its database, which can be closed and can be made slow. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

export interface Road {
  /** The database's address by this way. */
  url: string;
  /** Cuts every connection and takes no more: the database is gone. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** Holds everything that passes for this long; 0 for not at all. */
  slow(milliseconds: number): void;
  /** Takes everything and passes nothing on, and lets it all go when that is over. */
  silence(isSilent: boolean): void;
  /** For good. */
  end(): Promise<void>;
}

/** Opens a way to the server of a URL. */
export async function roadTo(url: string): Promise<Road> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let held = 0;
  let heard = Promise.resolve();
  let speak = () => {};
  const holding = () =>
    new Transform({
      transform(chunk, _encoding, pass) {
        heard.then(() => {
          if (held === 0) pass(null, chunk);
          else setTimeout(pass, held, null, chunk);
        });
      },
    });
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
      one.pipe(holding()).pipe(other);
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = server.listening ? once(server.close(), 'close') : undefined;
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    close,
    open: () => listen(port),
    slow(milliseconds) {
      held = milliseconds;
    },
    silence(isSilent) {
      speak();
      if (isSilent) ({ promise: heard, resolve: speak } = Promise.withResolvers<void>());
    },
    end: close,
  };
}
