/**
 * What is asked from inside a pod of api, where the database must be reached from. The function is sent there as text, so
 * it uses nothing from outside of itself. It tells no user and no password, and changes nothing.
 *
 * @module
 */

/** What was found there. */
export interface PodView {
  /** What `/health/ready` answers. */
  ready?: { checks?: { database?: string; migrations?: string } };
  /** Whether the cluster's own names are found, or the code of the error. */
  names: string;
  /** Where `DATABASE_URL` leads. */
  host?: string;
  /** What its name stands for there. */
  address?: string;
  port?: number;
  isPooled?: boolean;
  /** How far one gets on the way to it. */
  reached?: 'nothing' | 'name' | 'port' | 'encryption' | 'server';
  /** What stopped it, in the words of Node or of Postgres. */
  stoppedBy?: string;
}

/** Looks, and prints a {@link PodView} as JSON. */
export async function lookFromInside(): Promise<void> {
  const dns = process.getBuiltinModule('node:dns/promises');
  const net = process.getBuiltinModule('node:net');
  const tls = process.getBuiltinModule('node:tls');
  const view: PodView = { names: 'ok' };
  const codeOf = (error: unknown) => {
    const { code, message } = error as { code?: string; message?: string };
    return message && code && !message.includes(code) ? `${code} ${message}` : (message ?? String(error));
  };

  const askHealth = async () => {
    const answer = await fetch(`http://localhost:${process.env.PORT || 8000}/health/ready`, {
      signal: AbortSignal.timeout(5000),
    });
    view.ready = (await answer.json()) as NonNullable<PodView['ready']>;
  };
  const askNames = async () => {
    await dns.lookup('kubernetes.default.svc');
  };

  /** Sends, and waits for the first bytes of an answer. */
  const say = (socket: import('node:net').Socket, bytes: Buffer) =>
    new Promise<Buffer>((resolve, reject) => {
      socket.once('data', resolve).once('error', reject);
      socket.once('close', () => reject(new Error('the connection was closed')));
      socket.setTimeout(8000, () => reject(new Error('ETIMEDOUT no answer')));
      socket.write(bytes);
    });
  const connect = (port: number, host: string) =>
    new Promise<import('node:net').Socket>((resolve, reject) => {
      const socket = net.connect({ port, host });
      socket.setTimeout(8000, () => socket.destroy(new Error(`ETIMEDOUT ${host}:${port}`)));
      socket.once('connect', () => resolve(socket)).once('error', reject);
    });
  const encrypt = (socket: import('node:net').Socket, host: string, isVerified: boolean) =>
    new Promise<import('node:net').Socket>((resolve, reject) => {
      const options = {
        socket,
        ...(net.isIP(host) ? {} : { servername: host }),
        rejectUnauthorized: isVerified,
      };
      const secure = tls.connect(options, () => resolve(secure)).once('error', reject);
    });

  const askDatabase = async () => {
    const url = new URL(process.env.DATABASE_URL ?? '');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(url.port || 5432);
    const mode = url.searchParams.get('sslmode') ?? 'disable';
    Object.assign(view, { host, port, isPooled: /^[^.]*-pooler(\.|$)/.test(host), reached: 'nothing' });
    view.address = (await dns.lookup(host)).address;
    view.reached = 'name';
    let socket = await connect(port, host);
    view.reached = 'port';
    try {
      if (mode !== 'disable' && mode !== 'prefer' && mode !== 'allow') {
        const [first] = await say(socket, Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
        if (first !== 83) throw new Error('the server does not support SSL connections');
        socket = await encrypt(socket, host, mode.startsWith('verify'));
        view.reached = 'encryption';
      }
      const name = decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username);
      const body = `user\0${decodeURIComponent(url.username)}\0database\0${name}\0\0`;
      const head = Buffer.alloc(8);
      head.writeInt32BE(8 + Buffer.byteLength(body), 0);
      head.writeInt32BE(196_608, 4);
      const answer = await say(socket, Buffer.concat([head, Buffer.from(body)]));
      // An error is a list of fields: C is its code, M its words, which may name the user.
      const fields = answer.toString('utf8', 5).split('\0');
      const code = fields.find((field) => field.startsWith('C'))?.slice(1);
      // Neon tells in words of its own that a compute does not run; other words may name the user.
      const words = code === 'XX000' ? fields.find((field) => field.startsWith('M'))?.slice(1) : undefined;
      const why = words ? `${code}: ${words}` : code;
      if (answer[0] === 69) throw new Error(`the server answers with the error ${why}`);
      view.reached = 'server';
    } finally {
      socket.destroy();
    }
  };

  await Promise.all([
    askHealth().catch(() => undefined),
    askNames().catch((error) => {
      view.names = codeOf(error);
    }),
    askDatabase().catch((error) => {
      view.stoppedBy = codeOf(error);
    }),
  ]);
  console.log(JSON.stringify(view));
}
