/**
 * Runs the programs that the stack needs of this machine: minikube, kubectl, helm.
 *
 * @module
 */
import { spawn } from 'node:child_process';

/** What a program left behind; `code` is null when it could not be started. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** How to run a program. */
interface RunOptions {
  /** A minute when nothing is said. */
  timeoutSeconds?: number;
  /** What it reads from its standard input. */
  input?: string;
}

/** Runs a program to its end and keeps what it prints. Never rejects. Tests give one of their own. */
export type Run = (program: string, args: string[], options?: RunOptions) => Promise<Finished>;

/** Runs a program on this machine. */
export const runProgram: Run = (program, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args);
    // Not the option of the same purpose: its timer outlives a program that is not there, and the process with it.
    const timer = setTimeout(() => child.kill(), (options.timeoutSeconds ?? 60) * 1000);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    // A program that ends without reading closes its input early, which is no error of ours.
    child.stdin.on('error', () => undefined).end(options.input ?? '');
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: null, stdout, stderr: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
