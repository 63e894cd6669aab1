/** @module One supervised process: started apart from the terminal's signals, stopped cleanly, never left behind. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { collectOutput, type Notices, type Output, reasonIn } from './output.ts';
import type { Environment } from './settings.ts';

export interface ServiceCommand {
  /** As in "the api". */
  name: string;
  /** Arguments of Node itself. */
  arguments: readonly string[];
  directory: string;
  environment: Environment;
  /** Answers 200 when the service can be used. */
  readyUrl: string;
}

export interface Service {
  name: string;
  /** The sentence that says why it ended; set as soon as it has. */
  ended: Promise<string>;
  /** Asks it to finish what it does; kills what is left after the time it was given. */
  stop(graceMilliseconds: number): Promise<void>;
  /** Kills it and everything it started. */
  kill(): void;
}

const follower = fileURLToPath(new URL('./follow-launcher.cjs', import.meta.url));
const windows = process.platform === 'win32';

/** Everything in the service's process group, which it leads. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (windows) execFileSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of it is left.
  }
}

function askToStop(child: ChildProcess): void {
  if (windows) child.stdin?.end();
  else child.kill('SIGTERM');
}

function explain(name: string, child: ChildProcess, output: Output, logFile: string): string {
  const how = child.signalCode ? `signal ${child.signalCode}` : `exit code ${child.exitCode}`;
  const own = reasonIn(output.errorLines);
  if (own?.startsWith('todo-')) return own;
  return `the ${name} ended unexpectedly (${own ?? how}); its log is ${logFile}`;
}

/** Starts a service on the Node that runs this one. */
export function startService(command: ServiceCommand, logFile: string, notices: Notices): Service {
  const child = spawn(process.execPath, ['--require', follower, ...command.arguments], {
    cwd: command.directory,
    env: { ...command.environment, LAUNCHER_PID: String(process.pid) },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches the launcher alone, which then stops everything in order.
    detached: !windows,
    windowsHide: true,
  });
  const output = collectOutput(child, logFile, notices);

  const ended = (async () => {
    const failure = await once(child, 'exit').then(
      () => undefined,
      (error: Error) => `the ${command.name} could not be started: ${error.message}`,
    );
    // What it started and left behind may hold its output open, so the rest is not awaited for long.
    if (!failure) await Promise.race([once(child, 'close'), delay(200)]);
    signalGroup(child, 'SIGTERM');
    await output.close();
    return failure ?? explain(command.name, child, output, logFile);
  })();

  return {
    name: command.name,
    ended,
    async stop(graceMilliseconds) {
      if (child.exitCode === null && child.signalCode === null) askToStop(child);
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds);
      await ended;
      clearTimeout(timer);
    },
    kill: () => signalGroup(child, 'SIGKILL'),
  };
}
