import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { CausedFault } from './fault.ts';
import type { Scene } from './scene.ts';

/** Gives api another address, as a mistake in the settings would. */
const addressed =
  (changes: Parameters<Scene['address']>[0]) =>
  async (scene: Scene): Promise<void> => {
    await scene.secret({ DATABASE_URL: scene.address(changes) });
    await scene.kubectl('delete', 'pods', '--selector=app.kubernetes.io/name=todo-api');
  };

/** What keeps api from its database. */
const causes: CausedFault[] = [
  {
    fault: 'database-refused',
    caused: 'the Postgres scaled to 0',
    cause: (scene) =>
      scene.kubectl('--namespace', scene.beside, 'scale', 'deployment/postgres', '--replicas=0'),
    says: /api cannot use it/,
  },
  {
    fault: 'database-password',
    caused: 'a wrong password in DATABASE_URL',
    cause: addressed({ password: 'not-this-one' }),
    says: /user or password/,
  },
  {
    fault: 'database-unknown',
    caused: 'the name of a database that there is not in DATABASE_URL',
    cause: addressed({ name: 'todos' }),
    says: /no database of the name/,
  },
  {
    fault: 'database-host-unknown',
    caused: 'a host in DATABASE_URL that there is not',
    cause: addressed({ host: 'postgres.nowhere' }),
    says: /api cannot use it/,
  },
  {
    fault: 'database-timeout',
    caused: 'an address in DATABASE_URL that no pod has, in the range of those of pods',
    cause: async (scene) => {
      const [pod = ''] = (
        await scene.kubectl('get', 'pods', '--output=jsonpath={.items[*].status.podIP}')
      ).split(' ');
      await addressed({ host: pod.replace(/\d+$/, '253') })(scene);
    },
    says: /api cannot use it/,
  },
  {
    fault: 'database-tls',
    caused: 'sslmode=require in DATABASE_URL, and a Postgres without encryption',
    cause: addressed({ query: '?sslmode=require' }),
  },
  {
    fault: 'database-rights',
    caused: 'a user in DATABASE_URL that may not make roles',
    cause: async (scene) => {
      await scene.psql(`create role reader login password '${scene.password}'`);
      await addressed({ user: 'reader' })(scene);
    },
    undo: (scene) => scene.psql('drop owned by reader; drop role reader'),
  },
  {
    fault: 'database-migrations',
    caused: 'the lock of the migrations held by somebody else',
    cause: async (scene) => {
      const { context } = scene.options;
      const hold = 'begin; select pg_advisory_xact_lock(7031986); select pg_sleep(60)';
      const psql = ['psql', '--username=todo', '--dbname=todo', '--command', hold];
      const place = ['--context', context, '--namespace', scene.beside];
      spawn('kubectl', [...place, 'exec', 'deployment/postgres', '--', ...psql], { stdio: 'ignore' });
      const isHeld = "select 'held' from pg_locks where locktype = 'advisory'";
      while (!(await scene.psql(isHeld)).includes(' held')) await pause(500);
      await scene.kubectl('delete', 'pods', '--selector=app.kubernetes.io/name=todo-api');
    },
    undo: (scene) =>
      scene.psql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"),
  },
];

/** A pod keeps the address that it was started with, so those of api go with the fault. */
export const ofDatabase: CausedFault[] = causes.map((one) => ({
  ...one,
  undo: async (scene) => {
    await scene.kubectl('scale', 'deployment/todo-api', '--replicas=0');
    await one.undo?.(scene);
  },
}));
