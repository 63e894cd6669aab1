/**
 * Draws steps: those under way are redrawn in place on a terminal; elsewhere each is one plain line when it ends, and
 * one now and then while it takes long.
 *
 * @module
 */
import { stripVTControlCharacters, styleText } from 'node:util';
import type { Step } from './steps.ts';

/** Where to draw. */
export interface Screen {
  /** Whether what was drawn can be drawn over. */
  live: boolean;
  colors: boolean;
  columns: number;
  write(text: string): void;
}

/** A drawing of steps. */
export interface Display {
  /** Draws what is new, and what moves. */
  draw(steps: Step[], now: number): void;
  /** Takes away what moves. */
  clear(): void;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMilliseconds = 100;
/** How often a step that takes long says so where nothing can be redrawn. */
const reminderMilliseconds = 30_000;
const titleWidth = 20;
const wordWidth = 12;

/** Starts a drawing. */
export function createDisplay(screen: Screen): Display {
  const printed = new Set<Step>();
  const reminded = new Map<Step, number>();
  let liveLines = 0;

  const paint = (style: 'green' | 'red' | 'dim', text: string) =>
    screen.colors ? styleText(style, text, { validateStream: false }) : text;

  function clear(): void {
    if (liveLines > 0) screen.write(`\r\u001b[${liveLines}A\u001b[J`);
    liveLines = 0;
  }

  function line(mark: string, step: Step, word: string, milliseconds: number, detail = ''): string {
    const start = `  ${mark} ${step.title.padEnd(titleWidth)} ${word.padEnd(wordWidth)} ${seconds(milliseconds)}`;
    if (!detail) return start;
    const room = screen.columns - stripVTControlCharacters(start).length - 3;
    return room < 10 ? start : `${start}  ${paint('dim', shorten(detail, room))}`;
  }

  function draw(steps: Step[], now: number): void {
    let text = '';
    for (const step of steps) {
      if (!step.end || printed.has(step)) continue;
      printed.add(step);
      const mark = step.end.failed ? paint('red', '✗') : paint('green', '✓');
      text += `${line(mark, step, step.end.word, step.end.at - step.startedAt)}\n`;
    }
    const working = steps.filter((step) => !step.end);
    if (screen.live) {
      clear();
      const frame = frames[Math.floor(now / frameMilliseconds) % frames.length] ?? '·';
      for (const step of working)
        text += `${line(frame, step, step.doing, now - step.startedAt, step.detail)}\n`;
      liveLines = working.length;
    } else {
      for (const step of working) {
        if (now - (reminded.get(step) ?? step.startedAt) < reminderMilliseconds) continue;
        reminded.set(step, now);
        text += `${line('…', step, step.doing, now - step.startedAt, step.detail)}\n`;
      }
    }
    if (text) screen.write(text);
  }

  return { draw, clear };
}

function shorten(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

/** Elapsed time as people read it. */
export function seconds(milliseconds: number): string {
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const whole = Math.round(milliseconds / 1000);
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
