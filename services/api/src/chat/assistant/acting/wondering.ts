/** "Should I delete the gym?": nothing is done; what it is about is shown, and before a deletion it is asked. @module */
import { shownTask } from '../answering/showing.ts';
import type { Request } from '../requests.ts';
import { findWithin } from '../resolving/find-tasks.ts';
import type { Action, Scene } from './action.ts';
import { remove } from './changing.ts';
import { fetchAll } from './fetching.ts';

/** Answers somebody who thinks aloud, and changes nothing. */
export function* wonder({ about, asked }: Extract<Request, { kind: 'wonder' }>, scene: Scene): Action {
  const { phrases, words } = scene.language;
  // To be asked before it is lost is as good an answer as any.
  if (asked?.kind === 'delete') return yield* remove({ ...asked, doubtful: true }, scene);
  const task = findWithin(about, (yield* fetchAll({ status: 'all' })).tasks, words);
  if (!task) return { text: phrases.talk.unknown() };
  return { text: phrases.considered(shownTask(task, scene)), mentioned: [task] };
}
