/** @module What fails while people work. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { World } from './world.ts';

export interface Scenario {
  name: string;
  /** Makes it fail, and mends it. `scale` is 1, or less for a sample. */
  run(world: World, scale: number): Promise<void>;
}

/** A kill comes within this time of the last one. */
const KILL_WINDOW_MILLISECONDS = 2_000;
/** Added to each direction. */
const HELD_MILLISECONDS = 150;
/** Fewer than a process has open when it has started. */
const FEW_HANDLES = 20;
const IDLE_CONNECTIONS = 60;

const seconds = (count: number, scale: number) => delay(count * 1000 * scale);
const times = (count: number, scale: number) => Math.max(1, Math.round(count * scale));

/** In an order in which tokens outlive the moves of the clock. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'the clock of one api ten minutes ahead, then ten minutes behind',
    async run({ apis }, scale) {
      for (let move = 0; move < 3; move++) {
        process.kill(apis[1]?.pid ?? 0, 'SIGUSR2');
        if (move < 2) await seconds(8, scale);
      }
    },
  },
  {
    name: 'apis killed (kill -9), in turns',
    async run(world, scale) {
      for (let kill = 0; kill < times(8, scale); kill++) {
        await delay(Math.random() * KILL_WINDOW_MILLISECONDS);
        await world.apis[kill % 2]?.kill();
        await world.beginApi(kill % 2);
      }
    },
  },
  {
    name: 'web killed (kill -9)',
    async run(world, scale) {
      for (let kill = 0; kill < times(4, scale); kill++) {
        await delay(Math.random() * KILL_WINDOW_MILLISECONDS);
        await world.web.kill();
        await world.beginWeb();
      }
    },
  },
  {
    name: 'every process replaced in turn (SIGTERM)',
    async run(world, scale) {
      for (let roll = 0; roll < times(3, scale); roll++) {
        for (const index of [0, 1]) {
          await world.apis[index]?.stop();
          await world.beginApi(index);
        }
        await world.web.stop();
        await world.beginWeb();
      }
    },
  },
  {
    name: 'an api out of file handles',
    async run({ apis, addresses }, scale) {
      const handles = (soft: string) =>
        execFileSync('prlimit', ['--pid', String(apis[0]?.pid), `--nofile=${soft}:`]);
      handles(String(FEW_HANDLES));
      const idle = await Promise.all(
        Array.from({ length: IDLE_CONNECTIONS }, () => connected(addresses[0] ?? '')),
      );
      await seconds(10, scale);
      for (const socket of idle) socket.destroy();
      handles('1024');
    },
  },
  {
    name: `a database that takes ${2 * HELD_MILLISECONDS} ms longer`,
    async run({ toDatabase }, scale) {
      toDatabase.slow(HELD_MILLISECONDS);
      await seconds(15, scale);
      toDatabase.slow(0);
    },
  },
  {
    name: 'the network between web and its api cut',
    async run({ toApi }, scale) {
      await toApi.close();
      await seconds(15, scale);
      await toApi.open();
    },
  },
  {
    name: 'no database',
    async run({ toDatabase }, scale) {
      await toDatabase.close();
      await seconds(30, scale);
      await toDatabase.open();
    },
  },
];

/** A connection that asks for nothing, or one that was refused. */
async function connected(url: string): Promise<Socket> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => {});
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
  return socket;
}
