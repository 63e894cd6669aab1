import type { Finished, Shell } from './shell.ts';

/** A shell for tests: answers by the start of the command line, and keeps what was run and said. */
export class FakeShell implements Shell {
  readonly platform: NodeJS.Platform = 'linux';
  readonly interactive: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly ran: string[] = [];
  readonly said: string[] = [];
  readonly #answers: Record<string, Partial<Finished>>;
  readonly #typed: string[];

  constructor(
    answers: Record<string, Partial<Finished>>,
    options: { typed?: string[]; env?: NodeJS.ProcessEnv } = {},
  ) {
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

  async show(program: string, args: string[]): Promise<number> {
    return (await this.run(program, args)).code ?? 127;
  }

  say(line: string): void {
    this.said.push(line);
  }

  async ask(question: string): Promise<string> {
    this.said.push(question);
    return this.#typed.shift() ?? '';
  }
}
