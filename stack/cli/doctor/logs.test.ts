import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { readRecording } from './recordings.ts';
import { replay } from './replay.ts';

const healthy = readRecording('healthy');
const now = new Date('2026-11-22T05:16:00.000Z');

/** What the doctor finds in the logs where every pod says this, and all else is well. */
async function look(line: string) {
  const well = replay(healthy, healthy);
  const shell = {
    ...well,
    run: async (program: string, args: string[]) =>
      args.includes('logs') ? { code: 0, stdout: `${line}\n`, stderr: '' } : well.run(program, args),
  };
  const { severity, checks } = await examine({ shell, target: healthy.target, now });
  return { severity, found: checks.find(({ name }) => name === 'logs')?.findings ?? [] };
}

test.each([
  [
    'api',
    '{"level":"warn","time":"2026-11-22T05:15:12.218Z","err":{"message":"could not extend file \\"base/16384/16416\\": No space left on device","code":"53100"},"msg":"the database is away"}',
  ],
  [
    'Postgres',
    '2026-11-22 05:15:12.787 UTC [269] ERROR:  could not extend file "base/16384/2619": No space left on device',
  ],
])('a full disk of the database is told by what %s says, though every pod is ready', async (_who, line) => {
  const { severity, found } = await look(line);
  expect(severity).toBe('broken');
  expect(found[0]).toMatchObject({
    fault: 'database-disk-full',
    runbook: 'docs/runbook.md#database-disk-full',
    sentence: expect.stringMatching(/^todo-.+: nothing can be changed, since the database's disk is full$/),
  });
});

test('tables that are gone are told as what they are, with the command that makes them', async () => {
  const line =
    '{"level":"error","time":"2026-11-22T05:15:50.000Z","err":{"message":"role \\"todo_system\\" does not exist"},"msg":"no watch over turns"}';
  const { severity, found } = await look(line);
  expect(severity).toBe('broken');
  expect(found[0]).toMatchObject({
    sentence: expect.stringContaining('its tables are gone: the database was emptied'),
    next: expect.stringMatching(/^have them made: .* rollout restart deployment\/todo-api$/),
  });
});

test('what was said some minutes ago may be over', async () => {
  const { found } = await look(
    '2026-11-22 05:08:00.000 UTC [9] PANIC:  could not write to file "x": No space left on device',
  );
  expect(found[0]).toMatchObject({
    severity: 'warning',
    sentence: expect.stringContaining('(said 8 minutes ago; it may be over)'),
  });
});
