/** Which fonts a browser finds, where that must not depend on the machine. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A configuration of fontconfig with these folders alone. */
export function fontsIn(folders: readonly string[], cache: string): string {
  const listed = folders.map((folder) => `<dir>${folder}</dir>`).join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${listed}<cachedir>${cache}</cachedir></fontconfig>\n`;
}

/**
 * The fonts of the npm package alone, so that pictures are the same wherever they are taken.
 * @returns the path of a configuration for fontconfig, in a folder for temporary files
 */
export async function packagedFonts(): Promise<string> {
  const { inflate } = await import('@sparticuz/chromium');
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const folder = await inflate(join(dirname(entry), '../bin/fonts.tar.br'));
  const own = mkdtempSync(join(tmpdir(), 'todo-picture-fonts-'));
  const configuration = join(own, 'fonts.conf');
  writeFileSync(configuration, fontsIn([join(folder, 'fonts')], join(own, 'cache')));
  return configuration;
}
