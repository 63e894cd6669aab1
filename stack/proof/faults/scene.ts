/**
 * A deployment on a real cluster that faults are caused in: the chart, and a Postgres in a namespace beside it.
 *
 * @module
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Finished, runProgram } from '../../src/run-program.ts';
import { postgres } from './postgres.ts';

/** Where, and with which images. */
export interface SceneOptions {
  context: string;
  namespace: string;
  apiImage: string;
  webImage: string;
}

const chart = join(import.meta.dirname, '../../chart');

/** A deployment to break. */
export class Scene {
  readonly options: SceneOptions;
  readonly password = randomBytes(18).toString('hex');
  readonly jwtSecret = randomBytes(36).toString('hex');

  constructor(options: SceneOptions) {
    this.options = options;
  }

  /** The namespace of the database. */
  get beside(): string {
    return `${this.options.namespace}-db`;
  }

  /** Where the database is, or would be with parts of the address changed. */
  address(changes: { user?: string; password?: string; host?: string; name?: string; query?: string } = {}) {
    const {
      user = 'todo',
      password = this.password,
      host = `postgres.${this.beside}`,
      name = 'todo',
    } = changes;
    return `postgres://${user}:${password}@${host}:5432/${name}${changes.query ?? ''}`;
  }

  /** Runs kubectl in the namespace; a failure is an error unless it is expected. */
  async kubectl(...args: string[]): Promise<string> {
    return this.#done('kubectl', await this.try(...args), args);
  }

  /** Runs kubectl, and tells how it ended. */
  try(...args: string[]): Promise<Finished> {
    const { context, namespace } = this.options;
    return runProgram('kubectl', ['--context', context, '--namespace', namespace, ...args]);
  }

  /** Applies objects, in the namespace where they name none. */
  async apply(...objects: object[]): Promise<void> {
    const { context, namespace } = this.options;
    const named = (objects[0] as { metadata?: { namespace?: string } } | undefined)?.metadata?.namespace;
    const args = ['--context', context, '--namespace', named ?? namespace, 'apply', '--filename=-'];
    const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    this.#done('kubectl', await runProgram('kubectl', args, { input }), args);
  }

  /** Changes a part of an object. */
  patch(object: string, change: object): Promise<string> {
    return this.kubectl('patch', ...object.split(' '), '--type=merge', `--patch=${JSON.stringify(change)}`);
  }

  /** Changes the container of a Deployment. */
  patchContainer(service: 'api' | 'web', change: object): Promise<string> {
    const containers = [{ name: service, ...change }];
    const patch = JSON.stringify({ spec: { template: { spec: { containers } } } });
    return this.kubectl('patch', 'deployment', `todo-${service}`, `--patch=${patch}`);
  }

  /** Installs or changes the release. */
  async helm(sets: string[] = [], flags: string[] = []): Promise<Finished> {
    return runProgram('helm', this.helmArgs(sets, flags), { timeoutSeconds: 200 });
  }

  /** What Helm is called with. */
  helmArgs(sets: string[], flags: string[]): string[] {
    const { context, namespace, apiImage, webImage } = this.options;
    const tag = (image: string) => image.split(':')[1] ?? '';
    const base = [
      ...[`api.image.tag=${tag(apiImage)}`, `web.image.tag=${tag(webImage)}`, 'web.service.type=ClusterIP'],
      ...['api.replicas=1', 'web.replicas=1', 'rollout.preStopSeconds=1', 'rollout.drainSeconds=0'],
      ...['rollout.minReadySeconds=0', 'rollout.longestTurnSeconds=1'],
    ];
    return [
      ...['upgrade', '--install', 'todo-chatbot', chart, '--kube-context', context, '--namespace', namespace],
      ...[...base, ...sets].flatMap((set) => ['--set', set]),
      ...flags,
    ];
  }

  /** Puts what pods read into the Secret. */
  async secret(values: Record<string, string>): Promise<void> {
    await this.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'todo-chatbot-secrets' },
      stringData: values,
    });
  }

  /** Has a Deployment make its pods anew. */
  restart(service: 'api' | 'web'): Promise<string> {
    return this.kubectl('rollout', 'restart', `deployment/todo-${service}`);
  }

  /** Asks Postgres. */
  psql(statement: string): Promise<string> {
    const psql = ['psql', '--username=todo', '--dbname=todo', '--command', statement];
    return this.kubectl('--namespace', this.beside, 'exec', 'deployment/postgres', '--', ...psql);
  }

  /** Makes everything from nothing. */
  async build(): Promise<void> {
    const { namespace } = this.options;
    for (const name of [namespace, this.beside]) {
      await this.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    }
    await this.apply(...postgres(this.beside, this.password));
    await this.kubectl(
      '--namespace',
      this.beside,
      'rollout',
      'status',
      'deployment/postgres',
      '--timeout=120s',
    );
    await this.heal();
  }

  /** Puts everything back, whatever was done to it. */
  async heal(): Promise<void> {
    await this.apply(...postgres(this.beside, this.password));
    await this.try('delete', 'secret', 'todo-chatbot-secrets', '--ignore-not-found');
    await this.secret({ DATABASE_URL: this.address(), JWT_SECRET: this.jwtSecret });
    for (let attempt = 0; ; attempt++) {
      const { code, stderr } = await this.helm([], ['--wait', '--timeout=60s']);
      if (code === 0) break;
      if (attempt === 2) throw new Error(`the release is not well again: ${stderr}`);
      // What the chart never set, Helm leaves alone.
      await this.try('delete', 'deployments', 'todo-api', 'todo-web', '--ignore-not-found');
      await pause(2000);
    }
    await this.try('delete', 'events', '--all');
  }

  /** Takes everything away. */
  async remove(): Promise<void> {
    const { namespace } = this.options;
    await this.try('delete', 'namespace', namespace, this.beside, '--ignore-not-found', '--timeout=120s');
  }

  #done(program: string, { code, stdout, stderr }: Finished, args: string[]): string {
    if (code !== 0) throw new Error(`${program} ${args.join(' ').slice(0, 300)}\n${stderr}`);
    return stdout;
  }
}
