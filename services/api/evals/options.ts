/** @module Command lines of the test bed. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What is asked for; ends the process with the usage where that is help, or nothing that it knows. */
export function readOptions<const T extends ParseArgsOptionsConfig>(usage: string, options: T) {
  try {
    const known = { ...options, help: { type: 'boolean' } } as const;
    const { values } = parseArgs({ options: known });
    if (!('help' in values)) return values;
    process.stdout.write(usage);
    return process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return process.exit(2);
  }
}
