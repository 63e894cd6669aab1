/** @module A disk in memory, as small as wanted, which is there only for who is started by what it tells. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  /** For programs that are started by `by`. */
  path: string;
  /** For this process. */
  seen: string;
  by: string[];
  remove(): Promise<void>;
}

/** Mounts it in a namespace of its own, so that nothing of it is left; needs Linux, but no root. */
export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const path = await mkdtemp(join(tmpdir(), 'todo-small-disk-'));
  const isRoot = process.getuid?.() === 0;
  const own = isRoot ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
  const mounting = `mount -t tmpfs -o size=${megabytes}m,mode=0755 todo "$0" && echo mounted && exec cat`;
  const holder = spawn('unshare', [...own, 'sh', '-c', mounting, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  if (!String(said).startsWith('mounted')) throw new Error('a disk in memory could not be mounted');
  const joined = isRoot ? ['--mount'] : ['--user', '--preserve-credentials', '--mount'];
  return {
    path,
    seen: `/proc/${holder.pid}/root${path}`,
    by: ['nsenter', '--target', String(holder.pid), ...joined, '--wd=.', '--'],
    async remove() {
      const ended = once(holder, 'exit');
      holder.stdin.end();
      await ended;
      await rm(path, { recursive: true, force: true });
    },
  };
}
