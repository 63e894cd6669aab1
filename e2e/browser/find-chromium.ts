/** Which Chromium to use: the one named, one that is installed, or one that came with `npm ci`. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fontsIn } from './fonts.ts';

const run = promisify(execFile);

export interface Chromium {
  executablePath: string;
  /** What it needs beside the environment of this process. */
  env: Record<string, string>;
}

/** The one that can show no window comes first: it draws the same, and takes a fifth less of the processor. */
const NAMES = [
  'chromium-headless-shell',
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
async function starts({ executablePath, env }: Chromium): Promise<boolean> {
  if (!existsSync(executablePath)) return false;
  if (process.platform === 'win32') return true;
  const options = { env: { ...process.env, ...env }, timeout: 30_000 };
  return run(executablePath, ['--version', '--no-sandbox'], options).then(
    () => true,
    () => false,
  );
}

/** Unpacks the headless Chromium of the npm package, with the libraries that a bare machine lacks. */
async function unpack(folder: string): Promise<Chromium> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    const libraries = inflate(join(dirname(entry), '../bin/al2023.tar.br'));
    const [executablePath] = await Promise.all([chromium.executablePath(), libraries]);
    // Without a font it ends at once, and its own list of folders has none of these.
    const fonts = join(folder, 'fonts.conf');
    writeFileSync(fonts, fontsIn([join(folder, 'fonts'), '/usr/share/fonts'], join(folder, 'fonts-cache')));
    const path = [process.env.LD_LIBRARY_PATH, join(folder, 'al2023/lib')].filter(Boolean).join(delimiter);
    return { executablePath, env: { LD_LIBRARY_PATH: path, FONTCONFIG_FILE: fonts } };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

async function fromPackage(): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The package unpacks to the folder for temporary files and takes what it finds there for its own.
  const folder = join(tmpdir(), `todo-journey-chromium-${process.getuid?.()}`);
  const found = await unpack(folder);
  if (await starts(found)) return found;
  // An earlier run may have been stopped half-way.
  rmSync(folder, { recursive: true, force: true });
  const again = await unpack(folder);
  return (await starts(again)) ? again : undefined;
}

/** Finds a Chromium that starts on this machine, or fails with how to get one. */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    const chromium = { executablePath: named, env: {} };
    if (await starts(chromium)) return chromium;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not start as a Chromium`);
  }
  for (const executablePath of installed()) {
    if (await starts({ executablePath, env: {} })) return { executablePath, env: {} };
  }
  const packaged = await fromPackage();
  if (packaged) return packaged;
  throw new Error(
    'no Chromium was found: install one (Debian: apt-get install chromium; macOS: brew install --cask chromium; ' +
      'Windows: Edge or Chrome), or set CHROMIUM_PATH to the program',
  );
}
