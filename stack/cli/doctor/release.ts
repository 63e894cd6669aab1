import { cutOffSentence } from '../recovery/cut-off-release.ts';
import { findHolder, underWaySentence } from '../recovery/lock.ts';
import { findCutOff, originOf, type Revision, readHistory } from '../release-history.ts';
import { namespaceOf } from '../target.ts';
import { broken, type Check, fine, unknown, warning } from './finding.ts';
import { whyNothingIsThere } from './nothing-there.ts';

/** What Helm says of the release: deployed, failed, or cut off on the way. */
export const release: Check = {
  name: 'release',
  async look(patient, mending) {
    const { shell, target, now } = patient;
    const history = await readHistory(shell, target);
    if (!history) return unknown('Helm could not be asked');
    const last = history.at(-1);
    if (!last) {
      if (mending.manner !== 'kubectl') return [await whyNothingIsThere(patient)];
      return fine(`none: ${namespaceOf(target)} holds what kubectl alone deployed`);
    }
    const cutOff = findCutOff(history);
    const holder = cutOff && (await findHolder(shell, target.stack));
    if (holder) {
      const sentence = underWaySentence(holder);
      return [warning({ fault: 'release-under-way', sentence, next: 'wait until it has ended' })];
    }
    if (cutOff && isYoung(cutOff, now)) {
      return [
        warning({
          fault: 'release-under-way',
          sentence: `revision ${cutOff.revision} was begun ${minutesSince(cutOff, now)} and has not ended (${cutOff.status})`,
          next: `wait until it has ended; if surely nobody is at work on it any more: ${mending.clear}`,
        }),
      ];
    }
    if (cutOff) {
      return [
        broken({
          fault: 'release-cut-off',
          sentence: cutOffSentence(cutOff),
          next: `clear it: ${mending.clear}`,
        }),
      ];
    }
    const serving = history.findLast(({ status }) => status === 'deployed');
    if (last.status === 'failed') {
      const severity = serving ? warning : broken;
      return [
        severity({
          fault: 'release-failed',
          sentence: `revision ${last.revision} failed (${last.description})${serving ? `, revision ${serving.revision} serves on` : ''}`,
          next: `what is said of the pods tells why; then try again: ${mending.putBack()}`,
        }),
      ];
    }
    const origin = originOf(last, history);
    const back = origin === last ? '' : `, gone back to revision ${origin.revision}`;
    return fine(`revision ${last.revision} is deployed${back}`);
  },
};

/** As long as an update may take. Helm itself leaves no sign of whether it is still at work. */
const longestUpdateMinutes = 15;

function isYoung(revision: Revision, now: Date): boolean {
  return ageOf(revision, now) < longestUpdateMinutes * 60_000;
}

function minutesSince(revision: Revision, now: Date): string {
  const minutes = Math.max(0, Math.floor(ageOf(revision, now) / 60_000));
  if (minutes === 0) return 'less than a minute ago';
  return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
}

function ageOf({ updated }: Revision, now: Date): number {
  return now.getTime() - Date.parse(updated);
}
