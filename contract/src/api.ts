/** @module The api on a free port with a database of its own, and somebody who has signed up. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const JWT_SECRET = 'only for this run, and never for anything else';

/** Somebody who may call: `token` belongs to no session, so that none that ends takes it along. */
interface User {
  id: string;
  token: string;
  session: string;
}

/** An api that runs. */
export interface Api {
  url: string;
  user: User;
  /** Answers its exit code. */
  stop(): Promise<number | null>;
}

/** Starts it from its sources, with its data in `folder`. */
export async function startApi(folder: string): Promise<Api> {
  const child = spawn(process.execPath, ['services/api/src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: '0',
      METRICS_PORT: '0',
      JWT_SECRET,
      DRAIN_SECONDS: '0',
      REQUESTS_PER_MINUTE: '0',
      CHAT_TURNS_PER_MINUTE: '0',
      EVENT_STREAMS_PER_PERSON: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const port = Promise.withResolvers<number>();
  ended.then(([code]) => port.reject(new Error(`the api ended with ${code} before it was ready`)));
  createInterface(child.stdout).on('line', (line) => {
    const { msg, level, port: number, err } = JSON.parse(line);
    if (msg === 'ready') port.resolve(number);
    if (level >= 50) console.error(`the api logged: ${msg} ${err?.stack ?? ''}`);
  });
  const url = `http://127.0.0.1:${await port.promise}`;
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    const [code] = await ended;
    return code;
  };
  try {
    return { url, user: await signUp(url), stop };
  } catch (error) {
    // Else it would go on, and this process with it.
    await stop();
    throw error;
  }
}

async function signUp(url: string): Promise<User> {
  const answer = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ada', email: 'ada@example.com', password: crypto.randomUUID() }),
  });
  if (!answer.ok) throw new Error(`signing up was answered with ${answer.status}: ${await answer.text()}`);
  const { user } = (await answer.json()) as { user: { id: string } };
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { id: user.id, session: cookie.slice(cookie.indexOf('=') + 1), token: await tokenOf(user.id) };
}

function tokenOf(userId: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setExpirationTime('1h')
    .sign(Buffer.from(JWT_SECRET));
}
