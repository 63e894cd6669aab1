/**
 * What a tool is: something that an agent may ask of the deployment.
 *
 * @module
 */
import type { z } from 'zod';
import type { Patient } from '../cli/doctor/finding.ts';

/** A tool that changes nothing. */
export interface ReadingTool<
  Input extends z.ZodRawShape = z.ZodRawShape,
  Output extends z.ZodRawShape = z.ZodRawShape,
> {
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  /** @throws CannotDo with a sentence that an agent can act on. */
  run(patient: Patient, input: z.infer<z.ZodObject<Input>>): Promise<z.infer<z.ZodObject<Output>>>;
}

/** Keeps the types of what goes in and comes out together. */
export function readingTool<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  tool: ReadingTool<Input, Output>,
): ReadingTool {
  // What is behind a name is checked against its own schemas before and after it runs.
  return tool as unknown as ReadingTool;
}

/** A tool could not do what was asked; the words say why, and what to do instead. */
export class CannotDo extends Error {}
