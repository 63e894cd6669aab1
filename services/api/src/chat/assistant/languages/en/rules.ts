/**
 * How English speakers ask. The first rule whose pattern fits and whose `read` answers wins, so the narrow ones stand
 * first. Quotations are one opaque word here.
 *
 * @module
 */
import type { Rule } from '../../language.ts';
import { addingRules } from './rules-adding.ts';
import { changingRules } from './rules-changing.ts';
import { listingRules } from './rules-listing.ts';
import { talkingRules } from './rules-talking.ts';

export const rules: readonly Rule[] = [...talkingRules, ...changingRules, ...listingRules, ...addingRules];
