import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { build } from './build.ts';
import type { Terminal } from './terminal.ts';

function recorder(): { terminal: Terminal; lines: string[] } {
  const lines: string[] = [];
  const terminal: Terminal = {
    say: (line) => lines.push(line),
    warn: (line) => lines.push(`! ${line}`),
    step: () => ({ end: (outcome) => outcome && lines.push(outcome) }),
  };
  return { terminal, lines };
}

const running = (code: string) => ({ arguments: ['--eval', code], directory: tmpdir() });
const never = new AbortController().signal;

test('says whether anything had to be built, and nothing of what the build wrote', async () => {
  const { terminal, lines } = recorder();
  await build(running('console.log("noise\\nCached:    0 cached, 2 total")'), terminal, never);
  await build(running('console.log("noise\\nCached:    2 cached, 2 total")'), terminal, never);
  expect(lines).toEqual(['Built the api and the web', 'The build is up to date']);
});

test('a build that fails shows what it wrote', async () => {
  const { terminal, lines } = recorder();
  const failing = running('console.error("page.tsx(3,1): error"); process.exit(2)');
  await expect(build(failing, terminal, never)).rejects.toThrow('the build failed');
  expect(lines).toEqual(['! page.tsx(3,1): error']);
});

test('a build ends early when it is asked to', async () => {
  const { terminal, lines } = recorder();
  const asked = new AbortController();
  const over = build(running('setInterval(() => {}, 1000)'), terminal, asked.signal);
  asked.abort();
  await over;
  expect(lines).toEqual([]);
});

test('a build needs no telemetry', async () => {
  const { terminal } = recorder();
  const code =
    'process.exit(process.env.TURBO_TELEMETRY_DISABLED && process.env.NEXT_TELEMETRY_DISABLED ? 0 : 1)';
  await expect(build(running(code), terminal, never)).resolves.toBeUndefined();
});
