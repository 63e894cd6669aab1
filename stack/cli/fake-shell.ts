import { EventEmitter } from 'node:events';
import type { Finished, Shell } from './shell.ts';

/** A shell for tests: answers by the start of the command line, and keeps what was run and said. */
export class FakeShell implements Shell {
  readonly platform: NodeJS.Platform;
  readonly interactive: boolean;
  atTerminal = false;
  readonly env: NodeJS.ProcessEnv;
  readonly hostname = 'here';
  /** Processes that live. */
  readonly alive = new Set<number>();
  readonly signals = new EventEmitter();
  /** What was drawn, at once and over itself. */
  drawn = '';
  readonly screen = {
    live: false,
    colors: false,
    columns: 100,
    write: (text: string) => {
      this.drawn += text;
    },
  };
  readonly ran: string[] = [];
  readonly said: string[] = [];
  /** What was added to the environment of each program shown. */
  readonly environments: Record<string, string>[] = [];
  readonly #answers: Record<string, Partial<Finished>>;
  readonly #typed: string[];

  constructor(
    answers: Record<string, Partial<Finished>>,
    options: { typed?: string[]; env?: NodeJS.ProcessEnv; platform?: NodeJS.Platform } = {},
  ) {
    this.platform = options.platform ?? 'linux';
    this.#answers = answers;
    this.#typed = options.typed ?? [];
    this.interactive = options.typed !== undefined;
    this.env = options.env ?? {};
  }

  async run(program: string, args: string[]): Promise<Finished> {
    const line = [program, ...args].join(' ');
    this.ran.push(line);
    const known = Object.keys(this.#answers)
      .filter((start) => line.startsWith(start))
      .sort((a, b) => b.length - a.length)[0];
    if (known === undefined) return { code: null, stdout: '', stderr: 'not found' };
    return { code: 0, stdout: '', stderr: '', ...this.#answers[known] };
  }

  async show(program: string, args: string[], environment: Record<string, string> = {}): Promise<number> {
    this.environments.push(environment);
    return (await this.run(program, args)).code ?? 127;
  }

  isAlive(processId: number): boolean {
    return this.alive.has(processId);
  }

  say(line: string): void {
    this.said.push(line);
  }

  async ask(question: string): Promise<string> {
    this.said.push(question);
    return this.#typed.shift() ?? '';
  }
}
