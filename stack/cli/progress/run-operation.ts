/**
 * One operation of Pulumi's engine, calmly: a line a resource in place of its own output, the reason in full when it
 * fails, and an end in order on Ctrl-C.
 *
 * @module
 */
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import type { Shell } from '../shell.ts';
import { createDisplay } from './display.ts';
import { holdInterrupts } from './interrupt.ts';
import { createSteps, type Step } from './steps.ts';

/** What the Automation API takes for any operation. */
export interface EngineOptions {
  onEvent(event: EngineEvent): void;
  onOutput?: (text: string) => void;
  color: 'always' | 'never';
  signal: AbortSignal;
}

/** How an operation ended. */
export interface Outcome<T> {
  /** Absent when it failed or was stopped. */
  result?: T;
  interrupted: boolean;
  /** Why it failed, in Pulumi's full words. */
  errors: string[];
  warnings: string[];
  /** Resources that changed, and those that did not. */
  changed: number;
  unchanged: number;
}

/** How to show an operation. */
export interface ShowOptions {
  /** Said while nothing is known of any resource yet. */
  opening: string;
  /** Pulumi's own output instead. */
  verbose: boolean;
  /** What else is known of a step, by its title. */
  detail?: (title: string) => string;
}

const drawEveryMilliseconds = 100;

/** Runs the operation and shows it. Never rejects for what went wrong inside of Pulumi. */
export async function runOperation<T>(
  shell: Shell,
  options: ShowOptions,
  operation: (engine: EngineOptions) => Promise<T>,
): Promise<Outcome<T>> {
  const steps = createSteps();
  const display = createDisplay(shell.screen);
  const opening: Step = {
    title: options.opening,
    doing: 'looking at',
    detail: '',
    said: [],
    startedAt: Date.now(),
  };
  const draw = () => {
    if (options.verbose) return;
    const now = Date.now();
    if (!opening.end && steps.all.length > 0) opening.end = { word: 'looked at', failed: false, at: now };
    for (const step of steps.all) {
      if (!step.end) step.detail = options.detail?.(step.title) || step.detail;
    }
    display.draw([opening, ...steps.all], now);
  };
  const interruption = holdInterrupts(shell.signals, shell.atTerminal, () => {
    display.clear();
    shell.say('Stopping: what is under way ends in order. (Ctrl-C again ends it at once.)');
  });
  const timer = setInterval(draw, drawEveryMilliseconds);
  let result: T | undefined;
  let failure: string | undefined;
  try {
    result = await operation({
      onEvent: (event) => steps.take(event, Date.now()),
      ...(options.verbose ? { onOutput: (text) => shell.screen.write(text) } : {}),
      color: options.verbose && shell.screen.colors ? 'always' : 'never',
      signal: interruption.signal,
    });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  } finally {
    clearInterval(timer);
    interruption.release();
  }
  const now = Date.now();
  opening.end ??= { word: 'looked at', failed: failure !== undefined, at: now };
  for (const step of steps.all) step.end ??= { word: 'stopped', failed: true, at: now };
  draw();
  return {
    ...(failure === undefined ? { result: result as T } : {}),
    interrupted: interruption.asked,
    errors: failure === undefined ? [] : reasons(steps.errors, steps.all, failure),
    warnings: steps.warnings,
    changed: steps.all.length,
    unchanged: steps.unchanged,
  };
}

/** How much of what a failed resource said is worth reading again. */
const lastWords = 40;
/** Where in a program an error was thrown: long, and of no use to who reads about a build. */
const stackFrame = /^\s+at .*[:(]/;

/** The engine's errors; what the failed resource said last (the output of a build); else what the CLI wrote. */
function reasons(errors: string[], steps: Step[], failure: string): string[] {
  if (errors.length === 0) return [errorOutput(failure)];
  const builds = steps.filter((step) => step.end?.word === 'failed' && step.title.startsWith('image '));
  const said = builds.flatMap((step) => [
    `The end of the build of ${step.title}:`,
    ...step.said
      .filter((line) => !stackFrame.test(line))
      .slice(-lastWords)
      .map((line) => `  | ${line}`),
  ]);
  return [...errors, ...said];
}

/** A failed command of the Automation API tells its standard error among much else. */
export function errorOutput(message: string): string {
  const text = /\n stderr: ([\s\S]*?)(\n err\?: [\s\S]*)?$/.exec(message)?.[1] ?? message;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^error: (update|preview|destroy|refresh) failed$/.test(line))
    .join('\n')
    .replace(/^error: /, '')
    .trim();
}
