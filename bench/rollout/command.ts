/** @module The programs that do the work: kubectl, helm, docker and minikube. */
import { execFile } from 'node:child_process';

/** Ends everything with one line for the person and exit code 1. */
export class Stop extends Error {}

interface RunOptions {
  env?: Record<string, string>;
  /** What the program reads from its standard input. */
  input?: string;
  timeoutSeconds?: number;
}

/** Runs a program to its end and gives what it printed; throws a Stop with the last line of its complaint. */
export function run(program: string, args: string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      {
        env: { ...process.env, ...options.env },
        timeout: (options.timeoutSeconds ?? 60) * 1000,
        maxBuffer: 64 * 1024 * 1024,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        if (error.code === 'ENOENT') {
          return reject(new Stop(`${program} is not installed; npm run up says how to get it`));
        }
        const said =
          stderr.trim().split('\n').at(-1) || (error.killed ? 'no end in time' : `exit code ${error.code}`);
        reject(new Stop(`${program} ${args.slice(0, 2).join(' ')}: ${said}`));
      },
    );
    // A program that has ended already reads no more.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}

/** The same, and undefined when the program fails or is not there. */
export async function attempt(
  program: string,
  args: string[],
  options?: RunOptions,
): Promise<string | undefined> {
  try {
    return await run(program, args, options);
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
}
