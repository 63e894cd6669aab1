import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** What a program left behind: `code` is null when it could not be started at all. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Everything the commands need of the world outside, so that tests can stand in for it. */
export interface Shell {
  readonly platform: NodeJS.Platform;
  readonly interactive: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** Runs a program to its end and keeps what it prints. Never rejects. */
  run(program: string, args: string[], options?: { timeoutSeconds?: number }): Promise<Finished>;
  /** Runs a program on the person's own terminal and gives its exit code. */
  show(program: string, args: string[]): Promise<number>;
  say(line: string): void;
  ask(question: string, options?: { hidden?: boolean }): Promise<string>;
}

/** Ends the command with one line for the person and exit code 1. */
export class Stop extends Error {}

function run(program: string, args: string[], options: { timeoutSeconds?: number } = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: (options.timeoutSeconds ?? 60) * 1000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on('error', (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

function show(program: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
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

async function ask(question: string, options: { hidden?: boolean } = {}): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: process.stdin,
    output: options.hidden ? silent : process.stdout,
    terminal: true,
  });
  try {
    return (await reader.question('')).trim();
  } finally {
    reader.close();
    if (options.hidden) process.stdout.write('\n');
  }
}

/** The real machine. */
export const machine: Shell = {
  platform: process.platform,
  interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  env: process.env,
  run,
  show,
  say: (line) => process.stdout.write(`${line}\n`),
  ask,
};
