/** @module What the person sees: lines, and on a terminal one calm line of progress with seconds. */
import type { Writable } from 'node:stream';

export interface Terminal {
  /** A line of its own. */
  say(line: string): void;
  /** A warning or an error, in words. */
  warn(line: string): void;
  /** Shows what is happening until `end`; ends the step before it. */
  step(label: string): { end(outcome?: string): void };
}

type Output = Writable & { isTTY?: boolean; columns?: number };

/** "0.4 s", "12 s": exact where it is short, calm where it is long. */
export function seconds(milliseconds: number): string {
  return milliseconds < 9950
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${Math.round(milliseconds / 1000)} s`;
}

/** A terminal over two streams; plain lines when the first is not a terminal. */
export function createTerminal(output: Output = process.stdout, errors: Output = process.stderr): Terminal {
  const live = output.isTTY === true;
  let current: { label: string; since: number; timer: NodeJS.Timeout | undefined } | undefined;

  const erase = () => live && current && output.write('\r\u001b[2K');
  const draw = () => {
    if (!live || !current) return;
    const text = `… ${current.label} (${Math.floor((performance.now() - current.since) / 1000)} s)`;
    output.write(`\r\u001b[2K${text.slice(0, (output.columns || 80) - 1)}`);
  };
  const write = (stream: Output, line: string) => {
    erase();
    stream.write(`${line}\n`);
    draw();
  };

  return {
    say: (line) => write(output, line),
    warn: (line) => write(errors, line),
    step(label) {
      erase();
      clearInterval(current?.timer);
      const mine = {
        label,
        since: performance.now(),
        timer: live ? setInterval(draw, 1000).unref() : undefined,
      };
      current = mine;
      if (live) draw();
      else output.write(`${label} …\n`);
      return {
        end(outcome) {
          clearInterval(mine.timer);
          if (current !== mine) return;
          erase();
          current = undefined;
          if (outcome) output.write(`✓ ${outcome} (${seconds(performance.now() - mine.since)})\n`);
        },
      };
    },
  };
}
