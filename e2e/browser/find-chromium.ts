/** Which Chromium to use: the one named, one that is installed, or one that came with `npm ci`. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a process needs in its environment to start it. */
export interface ChromiumEnvironment {
  CHROMIUM_PATH: string;
  LD_LIBRARY_PATH?: string;
  FONTCONFIG_PATH?: string;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function* installed(): Generator<string> {
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = process.env;
    for (const folder of [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]) {
      for (const program of WINDOWS_PROGRAMS) if (folder) yield join(folder, program);
    }
  } else if (process.platform === 'darwin') {
    for (const folder of ['/Applications', join(homedir(), 'Applications')]) {
      for (const name of MAC_APPLICATIONS) yield join(folder, `${name}.app/Contents/MacOS/${name}`);
    }
  } else {
    for (const folder of (process.env.PATH ?? '').split(delimiter))
      for (const name of NAMES) yield join(folder, name);
  }
}

/** Windows opens a window for `--version`; a program that is there is believed there. */
async function starts(path: string, environment: NodeJS.ProcessEnv = {}): Promise<boolean> {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return run(path, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...environment },
    timeout: 30_000,
  }).then(
    () => true,
    () => false,
  );
}

/** The headless Chromium of the npm package, with the libraries that a bare machine lacks. */
async function fromPackage(): Promise<ChromiumEnvironment | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // It unpacks to the folder for temporary files; one of our own keeps half-unpacked and foreign files out.
  const folder = join(tmpdir(), `todo-journey-chromium-${process.getuid?.()}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const bin = join(import.meta.resolve('@sparticuz/chromium').replace('file://', ''), '../../bin');
    const [path] = await Promise.all([chromium.executablePath(), inflate(join(bin, 'al2023.tar.br'))]);
    const libraries = [process.env.LD_LIBRARY_PATH, join(folder, 'al2023/lib')]
      .filter(Boolean)
      .join(delimiter);
    return { CHROMIUM_PATH: path, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Finds a Chromium that starts on this machine, or fails with how to get one. */
export async function findChromium(): Promise<ChromiumEnvironment> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await starts(named)) return { CHROMIUM_PATH: named };
    throw new Error(`CHROMIUM_PATH names ${named}, which does not start as a Chromium`);
  }
  for (const path of installed()) if (await starts(path)) return { CHROMIUM_PATH: path };
  const packaged = await fromPackage();
  if (packaged && (await starts(packaged.CHROMIUM_PATH, { ...packaged }))) return packaged;
  throw new Error(
    'no Chromium was found: install one (Debian: apt-get install chromium; macOS: brew install --cask chromium; ' +
      'Windows: Edge or Chrome), or set CHROMIUM_PATH to the program',
  );
}
