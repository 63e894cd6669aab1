/**
 * The world outside, as the commands meet it: programs, the terminal, the person at it.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { type Readable, Writable } from 'node:stream';
import { type Finished, type Run, runProgram } from '../src/run-program.ts';
import type { Screen } from './progress/display.ts';
import type { SignalSource } from './progress/interrupt.ts';

export type { Finished };

/** Everything the commands need of the world outside, so that tests can stand in for it. */
export interface Shell {
  readonly platform: NodeJS.Platform;
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** Whether Ctrl-C is typed at a terminal, which gives it to every program that was started. */
  readonly atTerminal: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly hostname: string;
  readonly screen: Screen;
  readonly signals: SignalSource;
  /** Runs a program to its end and keeps what it prints. Never rejects. */
  readonly run: Run;
  /** Runs a program on the person's own terminal and gives its exit code. */
  show(program: string, args: string[], environment?: Record<string, string>): Promise<number>;
  /** Whether a process of this machine lives. */
  isAlive(processId: number): boolean;
  say(line: string): void;
  ask(question: string, options?: { hidden?: boolean }): Promise<string>;
}

/** What of a {@link Shell} is enough to look at things, and to change nothing. */
export type Looking = Pick<Shell, 'run' | 'platform' | 'env' | 'hostname' | 'isAlive'>;

/** Ends the command with one line for the person, and exit code 1 unless another says more. */
export class Stop extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

function show(program: string, args: string[], environment?: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    // Ctrl-C goes to the child too, which decides how to end; we wait for it.
    const stay = () => undefined;
    process.on('SIGINT', stay);
    const done = (code: number) => {
      process.off('SIGINT', stay);
      resolve(code);
    };
    child.on('error', () => done(127));
    child.on('close', (code) => done(code ?? 130));
  });
}

/**
 * Asks a person at a terminal.
 *
 * @throws Stop when Ctrl-C or Ctrl-D is the answer.
 */
export async function askAt(
  terminal: { input: Readable; output: Writable },
  question: string,
  options: { hidden?: boolean } = {},
): Promise<string> {
  terminal.output.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: terminal.input,
    output: options.hidden ? silent : terminal.output,
    terminal: true,
  });
  try {
    return (await reader.question('')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ABORT_ERR') throw error;
    throw new Stop('\nStopped, as you asked.', 130);
  } finally {
    reader.close();
    if (options.hidden) terminal.output.write('\n');
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const isTerminal = Boolean(process.stdout.isTTY) && process.env.TERM !== 'dumb';

/** The real machine. */
export const machine: Shell = {
  platform: process.platform,
  interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  // What is written may go elsewhere, as with `npm run up | tee`.
  atTerminal: [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY),
  env: process.env,
  hostname: hostname(),
  screen: {
    live: isTerminal && !process.env.CI,
    colors: isTerminal && !process.env.NO_COLOR,
    get columns() {
      return process.stdout.columns ?? 120;
    },
    write: (text) => void process.stdout.write(text),
  },
  signals: process,
  run: runProgram,
  show,
  isAlive,
  say: (line) => process.stdout.write(`${line}\n`),
  ask: (question, options) => askAt({ input: process.stdin, output: process.stdout }, question, options),
};
