/** Completing and reopening. @module */
import type { Rule } from '../../language.ts';
import { verbOfPast } from './verbs.ts';
import { done, notDone, recently, statement } from './vocabulary.ts';

const completing =
  (completed: boolean, loose = false): Rule['read'] =>
  ({ ref }, reader) => {
    const reference = reader.reference(ref);
    return reference && { kind: 'complete', reference, completed, ...(loose ? { loose } : {}) };
  };

const reopening: readonly Rule[] = [
  {
    name: 'reopen-mark',
    pattern: new RegExp(
      `^(?:mark|set|move|put|change|make|update) (?<ref>.+?) (?:as |back to |to |back as )?${notDone}(?: again)?$`,
      'i',
    ),
    read: completing(false),
  },
  {
    name: 'reopen',
    pattern:
      /^(?:reopen|re-open|uncomplete|un-complete|unmark|uncheck|untick|unfinish|undo completing|undo the completion of|undo(?= (?:task |number |#))) (?<ref>.+?)(?: as (?:done|completed?|finished))?$/i,
    read: completing(false),
  },
  {
    name: 'not-done',
    pattern: new RegExp(
      `^(?<ref>${statement}.+?) (?:isn't|is not|wasn't|was not|aren't|are not|hasn't been|has not been) (?:actually |really )?(?:yet )?${done}(?: yet| after all)?$`,
      'i',
    ),
    read: completing(false),
  },
  {
    // "But the sink is not"
    name: 'is-not',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!it\\b|that\\b|this\\b|there\\b)(?:the|my) \\S.*?) (?:isn't|is not|aren't|are not)(?: yet)?$`,
      'i',
    ),
    read: completing(false),
  },
  {
    name: 'open-again',
    pattern:
      /^open (?<ref>it|that|this|them|(?:task |number |#)+\d+|the .+?)(?: back)? (?:again|up|back up)(?: again)?$/i,
    read: completing(false),
  },
  {
    // "Cooking is still left", "the ironing still needs doing"
    name: 'still-left',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!(?:it|that|this|there|nothing|much|everything|anything)\\b)[^\\s,;][^,;]*?)(?: is| are|'s| remains?)? (?:still |yet )+(?:left(?: to do)?|to go|to do|to be done|open|pending|outstanding|undone|remaining|not done)$|^(?<other>${statement}(?!(?:it|that|this|there|nothing|everything|anything)\\b)[^\\s,;][^,;]*?) (?:is|are) (?:remaining|left to do|still left|yet to be done)$`,
      'i',
    ),
    read: ({ ref, other }, reader) => completing(false)({ ref: ref ?? other }, reader),
  },
  {
    name: 'it-is-not-done',
    pattern:
      /^(?:(?:no|wait|oops|sorry|actually|hmm)[\s,]+)*(?<ref>it|that|this)(?:'?s not| isn't| wasn't| is not) (?:actually |really )?(?:done|finished|completed?)(?: yet| after all)?$/i,
    read: completing(false),
  },
  {
    name: 'thing-not-done',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!not\\b)\\S.*?),? not (?:done|finished|completed?)(?: yet)?$`,
      'i',
    ),
    read: completing(false),
  },
  {
    name: 'not-past',
    pattern: new RegExp(
      `^(?<ref>${statement}.+?) (?:isn't|is not|wasn't|aren't|hasn't been|has not been|haven't been) (?:actually )?(?<past>\\w+)(?: yet| after all)?$`,
      'i',
    ),
    read: ({ ref = '', past = '' }, reader) =>
      verbOfPast(past.toLowerCase()) ? completing(false)({ ref: `${ref} ${past}` }, reader) : undefined,
  },
  {
    name: 'did-not-finish',
    pattern:
      /^(?:i |we )?(?:still )?(?:didn't|did not|haven't|have not|never) (?:actually |really |even )?(?:finish|finished|complete|completed|do|done|did) (?<ref>.+?)(?: yet| after all)?$/i,
    read: completing(false),
  },
  {
    name: 'did-not',
    pattern:
      /^(?:i |we )?(?:still )?(?:didn't|did not|haven't|have not|never) (?:actually |really |even )?(?<ref>(?!mean\b|mind\b|know\b|want\b|think\b|like\b)\w+ .+?)(?: yet| after all)?$/i,
    read: completing(false),
  },
];

export const completingRules: readonly Rule[] = [
  {
    // "I finished two things: the milk and the plants"
    name: 'several-named',
    pattern:
      /^(?:i|we)(?:'ve| have)?(?: (?:just|also|already|now))* (?:finished|completed|done|did|got done|ticked off)(?: (?:these|those|the))?(?: (?:two|three|four|five|six|several|some|a (?:few|couple)(?: of)?|\d{1,2}))?(?: more)? (?:things|tasks|ones|items|to-?dos|jobs)(?: (?:today|just now|already|now))?\s*[:–—-]\s*(?<ref>\S.*)$/i,
    read: completing(true),
  },
  ...reopening,
  {
    name: 'mark-done',
    pattern: new RegExp(
      `^(?:mark|set|check|tick|cross|put|flag|change|move|update|make)(?: off)? (?:(?:the )?status (?:of|for) )?(?<ref>.+?)(?: off)?(?: as| to| is| are)? ${done}(?: off)?$`,
      'i',
    ),
    read: completing(true),
  },
  {
    name: 'mark-done-first',
    pattern: new RegExp(`^(?:mark|set)(?: as)? ${done}:? (?<ref>.+)$`, 'i'),
    read: completing(true),
  },
  {
    name: 'check-off',
    pattern:
      /^(?:check|tick|cross|mark|strike)(?: (?<before>.+?))? (?:off|out)(?: (?:of )?(?:my|the) (?:to-?do )?list)?(?: (?<after>.+?))?$/i,
    read: ({ before, after }, reader) => {
      // "Tick everything off for today"
      const day = before && after && reader.due(after.replace(/^for /i, '')) ? ` ${after}` : '';
      return completing(true)({ ref: before ? `${before}${day}` : after }, reader);
    },
  },
  {
    name: 'mark-it',
    pattern: /^(?:mark|tick|check|cross)(?: off)? (?<ref>it|that|them|those|these|both)(?: off| down)?$/i,
    read: completing(true),
  },
  {
    name: 'done-with',
    pattern:
      /^(?:i'm |i am |we're |we are |all )?(?:just |now |finally |already )?(?:done|finished|completed(?=:)|through|sorted)(?: with| w| doing)?:? (?<ref>(?!except\b|but\b|apart from\b|besides\b|other than\b).+)$/i,
    read: completing(true),
  },
  {
    name: 'it-is-done',
    pattern: new RegExp(
      `^(?<ref>it|that|this|that one|this one|they|those|these)(?:'?s|'?re| is| are| was| has been)(?: now| already| all| finally| been)* (?:${done}|sorted)(?: now| already| too)*$`,
      'i',
    ),
    read: ({ ref }, reader) => completing(true)({ ref: /^th?e[ys]/i.test(ref ?? '') ? 'them' : ref }, reader),
  },
  {
    name: 'that-is-done',
    pattern: new RegExp(
      `^that's (?<ref>(?!not\\b|all\\b|it\\b).+?) (?:${done}|sorted|over|out of the way)$`,
      'i',
    ),
    read: completing(true),
  },
  {
    name: 'complete',
    pattern:
      /^(?:complete|finish(?: off| up)?|close(?: out| off)?|tick|(?:put|add) a (?:check|tick|check ?mark) (?:next to|beside|by|on|against)|accomplish|resolve|conclude|wrap up|check(?= (?:task |number |#)*\d)) (?<ref>(?!.* (?:is|are|has been|was|got) (?:already |now |all )?(?:done|finished|completed?)$).+)$/i,
    // Nobody finishes by friday what is done already: that is something to do.
    read: (groups, reader) => {
      const named = reader.reference(groups.ref)?.by === 'words' && !/\btoday\b/i.test(groups.ref ?? '');
      return named && reader.dated(groups.ref) ? undefined : completing(true)(groups, reader);
    },
  },
  {
    name: 'all-but',
    pattern:
      /^(?:i(?:'ve| have)? )?(?:done )?(?:everything|all|the lot)(?:'s|s| is| are| of (?:it|them)| has been| have been)* ?(?:done|finished|completed?|sorted)? ?(?:except|but(?: not)?|apart from|besides|other than|bar)(?: for)? (?<ref>.+?)(?: is| are)?(?: done| finished)?$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(`everything except ${ref}`);
      return reference?.by === 'filter' ? { kind: 'complete', reference, completed: true } : undefined;
    },
  },
  { name: 'ticked', pattern: /^(?:✅|✔️?|☑️?|✓|\[x\]|x)\s+(?<ref>.+)$/iu, read: completing(true) },
  {
    name: 'i-did',
    pattern: new RegExp(
      `^(?:(?:i|we)(?:'ve| have)? ${recently}|${recently})(?:completed|finished|did(?! i\\b| you\\b| we\\b)|done|checked off|ticked off|closed|been done with|got done with|taken care of|took care of|dealt with|got (?:through|round to)|knocked (?:out|off)|nailed|smashed|crushed|wrapped up|polished off|been (?:to|at)|sorted(?: out)?) (?<ref>.+)$`,
      'i',
    ),
    // "Completed tasks" asks to see them.
    read: (groups, reader) =>
      /^(?:tasks(?! \d)|to-?dos|ones|items|things|stuff|list|today|yesterday|this|so far)\b/i.test(
        groups.ref ?? '',
      )
        ? undefined
        : completing(true)(groups, reader),
  },
  {
    name: 'is-done',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?)(?: is| are| was| were| has been| have been|'s| got)(?: now| already| all| both| finally)* ${done}(?: now| already| finally| at last| too)*$`,
      'i',
    ),
    read: completing(true),
  },
  {
    // "The hotfix is live", "the audit is behind us"
    name: 'is-over-with',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!(?:it|that|this|there)\\b)\\S.*?)(?: is| are|'s| has been)(?: now| already| all| finally| at last)* (?:live|shipped|deployed|merged|in the bag|a wrap|behind (?:me|us)|out of the way|taken care of|dealt with|over and done(?: with)?|done and dusted|ticked off|crossed off|off my plate)(?: now| already| finally| at last)*$`,
      'i',
    ),
    read: completing(true, true),
  },
  {
    name: 'words-done',
    pattern:
      /^(?<ref>(?!(?:tell|let|what|which|who|how|when|is|are|was|did|do|have|show|list|all|get|see|display|clear|delete|remove|not|the|my|i|i've|add|create|new|remind|need|want|todo|to-do|don't|gotta|must|note|put|make|remember|schedule|task|have|should)\b)\S.*?)[,:]? (?:done|finished|completed?|✓|✅|✔️)(?: now| already| finally| at last| too)*$/i,
    read: completing(true),
  },
  {
    name: 'is-past',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?)(?: is| are| was| were| has been| have been|'s been| got)(?: now| already| all| finally| just)* (?<past>\\w+)(?: now| already| today)?(?: by (?:me|us))?$`,
      'i',
    ),
    read: ({ ref = '', past = '' }, reader) =>
      verbOfPast(past.toLowerCase()) && !/^cancell?ed$/i.test(past)
        ? completing(true, true)({ ref: `${ref} ${past}` }, reader)
        : undefined,
  },
];

/** "I called mom", "picked up the parcel". They stand after all commands, since they are none. */
export const statementRules: readonly Rule[] = [
  {
    name: 'i-past',
    pattern: new RegExp(
      `^(?<who>(?:i|we)(?:'ve| have)? )?${recently}(?<ref>(?<past>\\w+) (?!any\\b|a question|i\\b|you\\b).+?)(?: (?:today|yesterday|earlier|just now|this morning|last night|for you|already))*$`,
      'i',
    ),
    read: ({ who, ref, past = '' }, reader) => {
      const word = past.toLowerCase();
      const verb = verbOfPast(word);
      // "Got a dentist appointment on thursday" is yet to come.
      if (word === 'got' && reader.dated(ref)) return undefined;
      // "I sent both invoices", "paid all the bills": the verb tells nothing about which ones.
      const group =
        /^\w+ (?:off )?(?<all>(?:both|all)(?: (?:of )?(?:the|my|our))?(?: (?:two|three|four|\d))? (?!of\b|day\b|night\b).+)$/i;
      const all = group.exec(ref ?? '')?.groups?.all;
      if (verb && all && reader.reference(all)?.by === 'filter')
        return completing(true)({ ref: all }, reader);
      // "Read the book" is a thing to do; "I read the book" is done.
      return verb && (who || verb !== word) ? completing(true, true)({ ref }, reader) : undefined;
    },
  },
  {
    // "Hoovered, dusted and mopped!"
    name: 'several-past',
    pattern: /^(?:(?:i|we)(?:'ve| have)? )?(?:just |all )?(?<verbs>\w+(?:(?:,| and|, and) \w+)+)$/i,
    read: ({ verbs = '' }, reader) => {
      const said =
        verbs
          .toLowerCase()
          .match(/\w+/g)
          ?.filter((word) => word !== 'and') ?? [];
      const bases = said.map((word) => (verbOfPast(word) === word ? undefined : verbOfPast(word)));
      if (bases.includes(undefined)) return undefined;
      const reference = reader.reference(bases.join(', '));
      return reference && { kind: 'complete', reference, completed: true };
    },
  },
  {
    name: 'thing-past',
    // "Is the cake still left?" asks.
    pattern:
      /^(?<ref>(?!(?:tell|let|is|are|am|was|were|do|does|did|has|have|had|can|could|should|would|will|what|which|who|when|where|why|how|any|anything)\b)[^\s,;]+(?: [^\s,;]+){0,3}? (?<!\b(?:still|is|are) )(?<past>\w+))$/i,
    read: ({ ref, past = '' }, reader) => {
      const verb = verbOfPast(past.toLowerCase());
      // "The dentist rang": somebody else did.
      if (/^(?:cancell?ed|rang|phoned|texted|replied|messaged|came|arrived|said|told|wrote)$/i.test(past))
        return undefined;
      return verb && verb !== past.toLowerCase() ? completing(true, true)({ ref }, reader) : undefined;
    },
  },
];
