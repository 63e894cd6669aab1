/** @module The build, through turbo: made once and reused while the sources are unchanged. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LaunchError } from './launch-error.ts';
import type { Environment } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** Nothing of a build leaves the machine, and none waits for a network. */
const QUIET: Environment = {
  TURBO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  NODE_ENV: 'production',
};

export interface BuildCommand {
  /** Arguments of Node itself. */
  arguments: readonly string[];
  directory: string;
}

/** The build of both services; turbo's own output says whether anything had to be done. */
export function turboBuild(root: string): BuildCommand {
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  const filters = ['--filter=@todo-chatbot/api', '--filter=@todo-chatbot/web'];
  return { arguments: [turbo, 'run', 'build', ...filters, '--output-logs=errors-only'], directory: root };
}

/**
 * Builds. Shows what the build wrote only when it fails; an abort of `asked` ends it early.
 *
 * @throws LaunchError when the build fails
 */
export async function build(command: BuildCommand, terminal: Terminal, asked: AbortSignal): Promise<void> {
  const step = terminal.step('Building the api and the web, if their sources changed');
  const child = spawn(process.execPath, command.arguments, {
    cwd: command.directory,
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => written.push(chunk));
  const stop = () => child.kill('SIGTERM');
  asked.addEventListener('abort', stop, { once: true });
  if (asked.aborted) stop();
  try {
    const [code] = await once(child, 'close');
    if (asked.aborted) return;
    const text = Buffer.concat(written).toString();
    if (code !== 0) {
      step.end();
      terminal.warn(text.trimEnd());
      throw new LaunchError('the build failed; what it wrote is above');
    }
    step.end(/(\d+) cached, \1 total/.test(text) ? 'The build is up to date' : 'Built the api and the web');
  } finally {
    asked.removeEventListener('abort', stop);
  }
}
