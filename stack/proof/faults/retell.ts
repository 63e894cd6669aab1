/**
 * After a sentence of the doctor was changed: writes what it says now of each recording. What Git shows of them after
 * `npm run format` is to be read line by line, since this is what the tests hold the doctor to.
 *
 * @module
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from '../../cli/doctor/examine.ts';
import { readRecording, recordingNames } from '../../cli/doctor/recordings.ts';
import { replay } from '../../cli/doctor/replay.ts';

const folder = join(import.meta.dirname, '../../cli/doctor/faults');
const healthy = readRecording('healthy');

for (const name of recordingNames()) {
  const recording = readRecording(name);
  const { target, now, fault, diagnosis } = recording;
  const examination = await examine({ shell: replay(recording, healthy), target, now: new Date(now) });
  const found = examination.checks.flatMap(({ findings }) => findings);
  const own = found.filter((one) => one.fault === fault);
  // The same one of several: the one that was recorded began with the same words.
  const begin = diagnosis?.sentence.slice(0, 16) ?? '';
  const chosen = own.find(({ sentence }) => sentence.startsWith(begin)) ?? own[0];
  if (!chosen) {
    process.stdout.write(`${name}: the doctor does not find it any more\n`);
    process.exitCode = 1;
    continue;
  }
  const { runbook: _, ...told } = chosen;
  recording.diagnosis = told;
  recording.severity = examination.severity;
  recording.also = [...new Set(found.flatMap((one) => one.fault ?? []))].filter((one) => one !== fault);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(recording, undefined, 2)}\n`);
}
