/**
 * All that the program needs of the machine it runs on, in one place, so that tests can stand in for it.
 *
 * @module
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HasImage, hasImage } from './docker-daemon.ts';
import { type IsPushed, isPushed } from './registry.ts';
import { type Run, runProgram } from './run-program.ts';

/** The machine that a program runs on. */
export interface Machine {
  /** The repository's root: the context of both image builds. */
  root: string;
  /** The folder of the chart. */
  chart: string;
  /** As in `process.arch`. */
  architecture: string;
  run: Run;
  hasImage: HasImage;
  isPushed: IsPushed;
  /** Where a preview leaves its explanation as JSON; the launcher asks for it by TODO_CHATBOT_EXPLANATION. */
  explanationFile?: string | undefined;
}

const stack = dirname(dirname(fileURLToPath(import.meta.url)));

/** This machine. */
export const thisMachine: Machine = {
  root: dirname(stack),
  chart: join(stack, 'chart'),
  architecture: process.arch,
  run: runProgram,
  hasImage,
  isPushed,
  explanationFile: process.env.TODO_CHATBOT_EXPLANATION,
};
