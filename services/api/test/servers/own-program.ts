/** @module Servers of the system, started from a temporary folder as an ordinary user. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const START_MILLISECONDS = 20_000;

/** Servers of databases refuse to run as root: there they become `nobody`. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface OwnProgram {
  folder: string;
  /** Runs to its end; throws when it fails. */
  run(command: string, args: string[]): void;
  /** Starts a server, and waits until its port takes connections. */
  serve(command: string, args: string[], port: number): Promise<ChildProcess>;
  /** Lets the user that programs run as own a file that this process wrote. */
  own(path: string): void;
  stop(): Promise<void>;
}

/** A folder for one server of the system, which is stopped and thrown away with it. */
export function ownProgram(name: string): OwnProgram {
  const folder = mkdtempSync(join(tmpdir(), `todo-${name}-`));
  const own = (path: string) => {
    if (NOBODY.uid !== undefined) chownSync(path, NOBODY.uid, NOBODY.gid);
  };
  own(folder);
  const options = { ...NOBODY, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  let server: ChildProcess | undefined;
  return {
    folder,
    own,
    run: (command, args) =>
      void execFileSync(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }),
    async serve(command, args, port) {
      server = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
      let words = '';
      server.stderr?.on('data', (chunk) => (words = (words + chunk).slice(-4000)));
      await once(server, 'spawn');
      const deadline = Date.now() + START_MILLISECONDS;
      while (!(await listens(port))) {
        if (server.exitCode !== null || Date.now() > deadline)
          throw new Error(`${command} did not start: ${words}`);
        await delay(20);
      }
      return server;
    },
    async stop() {
      if (server && server.exitCode === null && server.signalCode === null) {
        server.kill('SIGINT');
        await once(server, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
