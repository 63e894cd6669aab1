import { expect, test } from 'vitest';
import { readRecording } from '../doctor/recordings.ts';
import { replay } from '../doctor/replay.ts';
import { FakeShell } from '../fake-shell.ts';
import { Stop } from '../shell.ts';
import { doctor } from './doctor.ts';

const healthy = readRecording('healthy');

/** Runs the command on what was recorded. */
async function run(name: string, options: { json?: boolean; ask?: string } = {}) {
  const recording = readRecording(name);
  const shell = new FakeShell({}, { env: {} });
  const recorded = replay(recording, healthy);
  shell.run = async (program, args) =>
    args.includes('version') ? { code: 0, stdout: '', stderr: '' } : recorded.run(program, args);
  const end = await doctor(shell, recording.target, { json: false, ...options }).catch(
    (error: unknown) => error,
  );
  return { said: shell.said.join('\n'), end, code: end instanceof Stop ? end.exitCode : 0 };
}

// The cluster's last sign of life is older than now: the clock is warned of even where all else is well.
test.each([
  ['a warning', 'deleted-by-hand', 1],
  ['broken', 'secret-missing', 2],
  ['a cluster that does not answer', 'api-unreachable', 2],
])('the exit code tells how bad it is: %s', async (_name, recording, code) => {
  expect((await run(recording)).code).toBe(code);
  expect((await run(recording, { json: true })).code).toBe(code);
});

test('says what mends it beside what is wrong, and where the runbook tells more', async () => {
  const { said, end } = await run('secret-missing');
  expect(said).toMatch(
    /✗ secret +the Secret todo-chatbot-secrets is gone.*\n +→ make it again: kubectl .* create secret generic .*\n +more: docs\/runbook.md#secret-missing/,
  );
  expect((end as Stop).message).toMatch(/what mends it stands beside each →/);
});

test('the same for programs', async () => {
  const { said, end } = await run('secret-missing', { json: true });
  const { severity, checks } = JSON.parse(said) as { severity: string; checks: { name: string }[] };
  expect(severity).toBe('broken');
  expect(checks.map(({ name }) => name)).toContain('secret');
  expect((end as Stop).message).toBe('');
});

test('a question without a model says precisely what to set', async () => {
  const { end, said } = await run('secret-missing', { ask: 'Why?' });
  expect(said).toBe('');
  expect((end as Stop).message).toMatch(/OPENAI_API_KEY=…[\s\S]*ANTHROPIC_API_KEY=…[\s\S]*OPENAI_BASE_URL=/);
});
