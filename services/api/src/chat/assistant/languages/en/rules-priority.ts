/** Priorities of tasks. @module */
import type { Rule } from '../../language.ts';
import { level, prioritising, set } from './updating.ts';
import { statement } from './vocabulary.ts';

export const priorityRules: readonly Rule[] = [
  {
    // "High: 1, 3"
    name: 'level-for-numbers',
    pattern: new RegExp(
      `^(?<value>${level})\\s*[:=–-]\\s*(?<ref>#?\\d+(?:(?:\\s*,\\s*|\\s+(?:and\\s+|&\\s+)?)#?\\d+)*)$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'its-priority',
    pattern:
      /^(?:set|change|make|update|raise|lower|put)(?: the| its)? (?:priority|prio) (?:to|as|=|:)? ?(?<value>.+)$/i,
    read: ({ value }, reader) => prioritising({ value }, reader),
  },
  {
    name: 'priority-of',
    pattern:
      /^(?:set|change|make|update|raise|lower|put|increase|decrease|bump|drop|reduce)(?: up| down)?(?: the)? (?:priority|prio) (?:of|for|on) (?<ref>.+?)(?: (?:to|as)|:| =) ?(?<value>.+)$/i,
    read: prioritising,
  },
  {
    // "Priority of laundry: low", "the priority for the report should be high"
    name: 'priority-of-is',
    pattern: new RegExp(
      `^(?:the )?(?:priority|prio) (?:of|for|on) (?<ref>[^:=]+?)(?:\\s*[:=]\\s*|(?: is| should be| needs to be| must be)(?: now)? )(?:an? )?(?<value>${level})$`,
      'i',
    ),
    read: prioritising,
  },
  {
    // "Set priority to high for 1 and 3", "high priority for the report"
    name: 'priority-for',
    pattern: new RegExp(
      `^(?:(?:set|change|make|put|update)(?: the| a)? (?:priority|prio) (?:to |as |at |= ?|: ?)?(?:an? )?|(?:set|put|give|assign|use|want)(?: an?)? |(?:make it )?)(?<value>${level}) (?:for|on|to|of) (?<ref>.+)$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'level-is-fine',
    pattern: new RegExp(
      `^(?:an? )?(?<value>${level}) (?:is|will be|would be|should be|'s)(?: just| perfectly| totally)? (?:fine|ok|okay|enough|good|alright|right|plenty) (?:for|on|with) (?<ref>.+)$`,
      'i',
    ),
    read: prioritising,
  },
  {
    // "Low is fine": for the task spoken of.
    name: 'level-will-do',
    pattern: new RegExp(
      `^(?:an? )?(?<value>${level}) (?:(?:is|will be|would be|should be|'s)(?: just| perfectly| totally)? (?:fine|ok|okay|enough|good|alright|right|plenty)|will do|would do|suffices)$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'no-rush-for',
    pattern:
      /^(?:there(?:'s| is) )?no (?:rush|hurry|urgency|pressure) (?:on|for|with|about|to(?= do\b)) (?<ref>.+)$/i,
    read: set({ priority: 'low' }),
  },
  {
    name: 'all-of-them-priority',
    pattern: new RegExp(
      `^(?:make |mark |set )?(?<ref>${statement}\\S.*?),? (?:both|all|each)(?: are| is| as| to| should be| to be| now| of them)* (?:an? )?(?<value>${level})$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'only-needs-priority',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?) (?:only |just |really |now )*(?:needs?|deserves?|gets?|wants?|warrants?)(?: to be| an?)?(?: just| only)? (?<value>${level})(?: now| please)?$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'raise',
    pattern: /^(?:raise|increase|bump|up)(?: up)?(?: the)? (?:priority|prio) (?:of|for|on) (?<ref>.+)$/i,
    read: set({ priority: 'high' }),
  },
  {
    name: 'lower-its',
    pattern: /^(?:lower|decrease|reduce|drop) (?<ref>.+?)(?:'s|s') (?:priority|prio)$/i,
    read: set({ priority: 'low' }),
  },
  {
    name: 'raise-its',
    pattern: /^(?:raise|increase|bump|up) (?<ref>.+?)(?:'s|s') (?:priority|prio)$/i,
    read: set({ priority: 'high' }),
  },
  {
    name: 'lower',
    pattern: /^(?:lower|decrease|reduce|drop)(?: the)? (?:priority|prio) (?:of|for|on) (?<ref>.+)$/i,
    read: set({ priority: 'low' }),
  },
  { name: 'prioritise', pattern: /^prioriti[sz]e (?<ref>.+)$/i, read: set({ priority: 'high' }) },
  { name: 'deprioritise', pattern: /^de-?prioriti[sz]e (?<ref>.+)$/i, read: set({ priority: 'low' }) },
  {
    name: 'priority-to',
    pattern: new RegExp(`^(?:assign|give|set)(?: an?)? (?<value>${level}) to (?<ref>.+)$`, 'i'),
    read: prioritising,
  },
  {
    name: 'want-priority',
    pattern: new RegExp(
      `^i (?:want|need|would like|'d like) (?<ref>.+?) to be(?: an?)? (?<value>${level})$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'make-priority',
    pattern: new RegExp(
      `^(?:make|mark|set|flag|give|keep|treat|leave|change|turn|bump|put|move|update|raise|lower|downgrade|upgrade|demote|promote|drop|reduce|switch|knock|bring|return) (?<ref>(?!.* (?:on|to|onto|in) (?:my|the|our) (?:[\\w-]+ )?list\\b).+?)(?:(?:'s)? (?:priority|prio))?(?: up| down| back)*(?: as| to| into| at| on)?(?: an?)? (?<value>${level})(?: again| now| instead| only| itself)*$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'it-is-priority',
    pattern: new RegExp(
      `^(?<ref>it|that|this)(?:'?s| is| should be)(?: a| an| now| really| very)* (?<value>${level})(?: now| too)?$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'is-priority',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!anything|something|there|prio).+?)(?<!prio|priority|should|must|can)(?: is|'s| are|:| has(?: an?)?| (?:should|must|can|could) be| (?:needs|has) to be)(?: now| really| very| super| so| quite| a| my| an)* (?<value>${level})(?: now| too| please)?$`,
      'i',
    ),
    read: prioritising,
  },
  {
    name: 'is-no-priority',
    pattern:
      /^(?<ref>.+?) (?:isn't|is not|aren't|are not|is no longer|isn't really|no longer)(?: that| so| really| very| a)* (?:urgent|important|critical|(?:high )?priority)(?: any ?more| any longer)?$/i,
    read: set({ priority: 'low' }),
  },
];
