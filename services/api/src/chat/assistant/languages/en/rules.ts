/**
 * How English speakers ask. The first rule whose pattern fits and whose `read` answers wins, so the narrow ones stand
 * first. Quotations are one opaque word here.
 *
 * @module
 */
import type { Rule } from '../../language.ts';
import { loose } from './loose.ts';
import { aboutOneRules } from './rules-about-one.ts';
import { addingRules, impliedRules } from './rules-adding.ts';
import { addingSeveralRules, bareListRules } from './rules-adding-several.ts';
import { completingRules, statementRules } from './rules-completing.ts';
import { aloneRules, continuationRules } from './rules-continuing.ts';
import { deletingRules } from './rules-deleting.ts';
import { dueRules } from './rules-due.ts';
import { unsaidDueRules } from './rules-due-unsaid.ts';
import { listingRules } from './rules-listing.ts';
import { mistakeRules } from './rules-mistakes.ts';
import { noteRules } from './rules-notes.ts';
import { priorityRules } from './rules-priority.ts';
import { puttingRules } from './rules-putting.ts';
import { recurringRules } from './rules-recurring.ts';
import { renamingRules } from './rules-renaming.ts';
import { addingToItRules, repeatingRules } from './rules-repeating.ts';
import { sayingRules } from './rules-saying.ts';
import { secondThoughtRules } from './rules-second-thoughts.ts';
import { subtaskRules } from './rules-subtasks.ts';
import { tagRules } from './rules-tags.ts';
import { correctingRules, talkingRules } from './rules-talking.ts';
import { undoingRules } from './rules-undoing.ts';
import { wonderingRules } from './rules-wondering.ts';

const typed = (rule: Rule): Rule => ({ ...rule, pattern: loose(rule.pattern) });

export const rules: readonly Rule[] = [
  ...secondThoughtRules,
  ...wonderingRules,
  ...mistakeRules,
  ...undoingRules,
  ...talkingRules,
  ...sayingRules,
  ...noteRules,
  ...recurringRules,
  ...dueRules,
  ...tagRules,
  ...priorityRules,
  ...aboutOneRules,
  ...completingRules,
  ...deletingRules,
  ...unsaidDueRules,
  ...renamingRules,
  ...puttingRules,
  ...subtaskRules,
  ...addingToItRules,
  ...listingRules,
  ...addingSeveralRules,
  ...addingRules,
  ...statementRules,
  ...correctingRules,
  ...repeatingRules,
  ...bareListRules,
  ...impliedRules,
].map(typed);

/** What may follow a request about a task, and is about the same task. */
export const continuations: readonly Rule[] = continuationRules.map(typed);

/** What is only understood as a whole message. */
export const alone: readonly Rule[] = aloneRules.map(typed);
