import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { faults } from './faults.ts';
import { readRecording, recordingNames } from './recordings.ts';
import { type Recording, replay } from './replay.ts';

const healthy = readRecording('healthy');
const names = recordingNames();

function look(recording: Recording) {
  return examine({
    shell: replay(recording, healthy),
    target: recording.target,
    now: new Date(recording.now),
  });
}

test('a deployment that is well is well in every check', async () => {
  const { severity, checks } = await look(healthy);
  expect(checks.flatMap(({ findings }) => findings).filter((one) => one.severity !== 'fine')).toEqual([]);
  expect(severity).toBe('fine');
  expect(checks.map(({ name }) => name)).toEqual([
    ...['programs', 'cluster', 'nodes', 'dns', 'release', 'drift', 'secret', 'images', 'admission'],
    ...['storage', 'pods', 'database', 'services', 'network', 'ingress', 'scaling', 'resources', 'logs'],
  ]);
});

test.each(names)('finds what a real cluster said of %s', async (name) => {
  const recording = readRecording(name);
  const { severity, checks } = await look(recording);
  const found = checks.flatMap(({ findings }) => findings);
  const own = found.filter(({ fault }) => fault === recording.fault);
  expect(own).toContainEqual({ ...recording.diagnosis, runbook: `docs/runbook.md#${recording.fault}` });
  expect(severity).toBe(recording.severity);
  const others = found.flatMap(({ fault }) => fault ?? []).filter((fault) => fault !== recording.fault);
  expect([...new Set(others)].sort()).toEqual([...(recording.also ?? [])].sort());
});

test('at least forty faults were caused for real, and every one is a known one', () => {
  const caused = new Set(names.map((name) => readRecording(name).fault));
  expect(caused.size).toBeGreaterThanOrEqual(40);
  for (const fault of caused) expect(Object.keys(faults)).toContain(fault);
});

test('recordings hold no secret', () => {
  for (const name of [...names, 'healthy']) {
    const text = readFileSync(join(import.meta.dirname, 'faults', `${name}.json`), 'utf8');
    expect(text).not.toMatch(/postgres(ql)?:\/\/|PRIVATE KEY|"kind": ?"Secret"|token: /);
  }
});
