/**
 * How Urdu speakers ask. The first rule whose pattern fits and whose `read` answers wins, so the narrow ones stand
 * first. The verb stands last in Urdu, so what is wanted shows at the end of a clause.
 *
 * @module
 */
import type { Rule } from '../../language.ts';
import { addingRules } from './rules-adding.ts';
import { changingRules, continuationRules } from './rules-changing.ts';
import { completingRules, numberedRules, reopeningRules } from './rules-completing.ts';
import { deletingRules, numberedDeletingRules } from './rules-deleting.ts';
import { listingRules, relativeRules } from './rules-listing.ts';
import { recurringRules } from './rules-recurring.ts';
import { redatingRules, repeatingRules } from './rules-repeating.ts';
import { shiftingRules } from './rules-shifting.ts';
import { subtaskRules } from './rules-subtasks.ts';
import { talkingRules } from './rules-talking.ts';
import { wonderingRules } from './rules-wondering.ts';

export const rules: readonly Rule[] = [
  ...wonderingRules,
  ...talkingRules,
  ...redatingRules,
  ...recurringRules,
  ...shiftingRules,
  ...changingRules,
  ...numberedDeletingRules,
  ...numberedRules,
  ...relativeRules,
  ...subtaskRules,
  ...addingRules,
  ...listingRules,
  ...reopeningRules,
  ...deletingRules,
  ...completingRules,
  ...repeatingRules,
];

/** What may follow a request about a task, and is about the same task. */
export const continuations: readonly Rule[] = continuationRules;
