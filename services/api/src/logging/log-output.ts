/** @module Where log lines go: those of one round of the event loop in one write, which costs as much as the line itself. */
import { type DestinationStream, pino } from 'pino';

/** Standard output; what is left at the end of the process is written then. */
export function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true });
  let lines = '';
  const flush = () => {
    const text = lines;
    lines = '';
    if (text) output.write(text);
  };
  process.once('exit', flush);
  return {
    write(line) {
      if (lines === '') setImmediate(flush);
      lines += line;
    },
  };
}
