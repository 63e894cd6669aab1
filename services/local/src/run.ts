/** @module `npm start` and `npm run dev` from their first check to their exit code. */
import { join, relative } from 'node:path';
import { build, turboBuild } from './build.ts';
import { type Mode, serviceCommands } from './commands.ts';
import { prepareDataFolder } from './data-folder.ts';
import { type Interruption, listenForInterruption } from './interruption.ts';
import { launch } from './launch.ts';
import { LaunchError } from './launch-error.ts';
import { requireFreePorts } from './ports.ts';
import { readSettings, type Settings } from './settings.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { isHelpAsked, usage } from './usage.ts';

const root = join(import.meta.dirname, '../../..');

const COMMANDS: Record<Mode, string> = { start: 'npm start', dev: 'npm run dev' };

/** In development a page is compiled while it is first asked for, which takes minutes on a slow machine. */
const READY_WITHIN_MILLISECONDS: Record<Mode, number> = { start: 120_000, dev: 600_000 };

/** A stop on request is a success; one that had to be forced says so. */
const FORCED = 130;

function announcement(settings: Settings, logFolder: string): string[] {
  const shown = (path: string) => {
    const short = relative(process.cwd(), path);
    return short.startsWith('..') ? path : short;
  };
  const data = settings.databaseHost ? `the database at ${settings.databaseHost}` : shown(settings.dataDir);
  return [
    '',
    `  todo-chatbot is at ${settings.publicUrl}`,
    `  Your data is in ${data}, the logs are in ${shown(logFolder)}. Ctrl-C stops everything.`,
    '',
  ];
}

async function checkAndLaunch(mode: Mode, terminal: Terminal, interruption: Interruption): Promise<void> {
  const command = COMMANDS[mode];
  const settings = readSettings(process.env, root);
  await requireFreePorts({ PORT: settings.port, API_PORT: settings.apiPort }, command);
  const { logFolder } = prepareDataFolder(settings.dataDir, command);
  if (mode === 'start') await build(turboBuild(root), terminal, interruption.asked);
  if (interruption.asked.aborted) return;
  const drainSeconds = Number(process.env.DRAIN_SECONDS) || 0;
  await launch(
    {
      services: serviceCommands(mode, settings, process.env, root),
      pageUrl: `http://127.0.0.1:${settings.port}/`,
      logFolder,
      readyWithinMilliseconds: READY_WITHIN_MILLISECONDS[mode],
      stopWithinMilliseconds: (drainSeconds + 20) * 1000,
      announcement: announcement(settings, logFolder),
    },
    terminal,
    interruption,
  );
}

/** Runs the product in this terminal until it is stopped, or shows how to; holds its exit code. */
export async function run(mode: Mode, args: readonly string[]): Promise<number> {
  const terminal = createTerminal();
  const interruption = listenForInterruption();
  try {
    if (isHelpAsked(args, COMMANDS[mode])) {
      terminal.say(usage(COMMANDS[mode]));
      return 0;
    }
    await checkAndLaunch(mode, terminal, interruption);
    return interruption.forced.aborted ? FORCED : 0;
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    const named = /^todo-\w+: /.test(error.message);
    terminal.warn(named ? error.message : `todo-chatbot: ${error.message}`);
    return 1;
  } finally {
    interruption.end();
  }
}
