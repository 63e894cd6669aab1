/** Deleting. @module */
import type { Rule } from '../../language.ts';
import { statement } from './vocabulary.ts';

const deleting: Rule['read'] = ({ ref }, reader) => {
  const reference = reader.reference(ref);
  return reference && { kind: 'delete', reference };
};

/** Done to things as well as to tasks. */
const handled = /^(?:drop|trash|clear|wipe|throw|bin|dump|take|empty|kill|ditch|scratch|strike)/i;
const aTask = /\b(?:tasks?|to-?dos?|one|ones|reminders?|items?|lists?|entr(?:y|ies))\b|#\d/i;

export const deletingRules: readonly Rule[] = [
  {
    // "Meeting cancelled?" asks.
    name: 'asked-whether-off',
    raw: true,
    pattern:
      /^(?!.*\b(?:tick|check|cross|take|turn|switch)(?:ed|en|s|ing)?\b)(?:(?:is|was|are|were|has|have) )?(?<ref>[^?]+?)(?: is| was| are| got| get| been| has been)* (?:cancelled|canceled|called off|off|deleted|removed|needed|necessary|required)(?: now| yet| today| any ?more)?\s*\?+$/i,
    read: ({ ref }, reader) => {
      const reference = reader.reference(ref);
      return reference?.by === 'words' || reference?.by === 'number'
        ? { kind: 'show', reference }
        : undefined;
    },
  },
  {
    name: 'take-off',
    pattern:
      /^(?:take|get|cross|strike|bin|kick|knock|boot|chuck|throw) (?<ref>.+?) off(?: mine| my plate| (?:of )?(?:my|the) (?:to-?do )?list)?$/i,
    read: deleting,
  },
  {
    name: 'delete',
    pattern:
      /^(?<verb>delete|remove|erase|discard|drop|trash|cancel|get rid of|clear(?: out| up| off)?|wipe(?: out)?|throw (?:away|out)|forget(?: about)?|scrap|scratch|strike|skip|axe|nix|lose(?= (?:the|that|this)\b)|bin|kill|ditch|dump|take (?:off|out)|cross out|empty|purge|nuke|rm|del|reset(?= (?:my|the|everything)))(?<off> (?:out|off|away))? (?<ref>.+?)$/i,
    read: (groups, reader) => {
      const request = deleting(groups, reader);
      // "Skip gym today" may mean only this time.
      const once =
        /^skip$/i.test(groups.verb ?? '') &&
        /\b(?:today|tonight|tomorrow|this|next|on)\b/i.test(groups.ref ?? '');
      if (once && request?.kind === 'delete') return { ...request, doubtful: true };
      const whole = `${groups.verb}${groups.off ?? ''} ${groups.ref}`;
      if (!handled.test(groups.verb ?? '') || request?.kind !== 'delete' || aTask.test(whole)) return request;
      // "Drop the kids at school at 8" is something to do, and "take out the bins" may be.
      if (reader.dated(groups.ref)) return undefined;
      const draft = reader.draft(whole);
      if (request.reference.by !== 'words' || !draft) return request;
      return { ...request, orElse: { kind: 'add', drafts: [draft], unasked: true } };
    },
  },
  {
    name: 'delete-it',
    pattern: /^(?:delete|remove)$/i,
    read: () => ({ kind: 'delete', reference: { by: 'mention', many: false } }),
  },
  { name: 'throw', pattern: /^throw (?<ref>.+?) (?:away|out)$/i, read: deleting },
  {
    name: 'not-needed',
    pattern:
      /^(?:i |we )?(?:(?:don't|do not|won't|will not|no longer)(?: have to| need| want)|needn't|no longer|(?:there's )?no need(?= to| for))(?: to| for)? (?<ref>(?!know\b|see\b|understand\b|think\b).+?)(?: any ?more| any longer| after all| now)?$/i,
    read: deleting,
  },
  {
    // "No more gym" gives it up; "no more milk" is to be bought where no task is called that.
    name: 'no-more',
    pattern:
      /^no more (?<ref>(?!time\b|than\b|of\b|tasks?\b|reminders?\b|messages?\b|notifications?\b|questions?\b)[^\s,.;?]+(?: [^\s,.;?]+){0,3})$/i,
    read: (groups, reader) => {
      const request = deleting(groups, reader);
      const draft = reader.draft(groups.ref);
      if (request?.kind !== 'delete' || request.reference.by !== 'words' || !draft) return undefined;
      const title = `Buy ${draft.title.charAt(0).toLowerCase()}${draft.title.slice(1)}`;
      return { ...request, doubtful: true, orElse: { kind: 'add', drafts: [{ ...draft, title }] } };
    },
  },
  {
    // "Never mind the gym", "i'm not going to the gym anymore"
    name: 'given-up',
    pattern:
      /^(?:never ?mind(?: about)? (?<ref>(?!it\b|that\b|this\b|about\b|i\b)\S.*)|(?:i'm|i am|we're|we are) (?:not|no longer) (?:going to|doing|having|going ahead with|attending|making)(?: the| to)* (?<other>\S.*?) (?:any ?more|any longer|after all)|(?<off>(?!it\b|that\b|this\b)\S.*?) (?:is|are|was|got|has been)(?: now)? (?:off|called off|cancelled|canceled|not happening) (?:today|tonight|tomorrow|this week|next week|on \w+day|this time))$/i,
    read: ({ ref, other, off }, reader) => {
      const request = deleting({ ref: ref ?? other ?? off }, reader);
      return request?.kind === 'delete' ? { ...request, doubtful: true } : undefined;
    },
  },
  {
    name: 'is-not-needed',
    pattern:
      /^(?<ref>.+?)(?: (?:is|are|was|were|got|has been|have been)(?: now| just| all)* (?:off|called off|cancelled|canceled)| (?:isn't|is not|aren't|are not|wasn't|weren't|is no longer|are no longer|is not going to be|won't be)(?: now| really| actually)* (?:needed|necessary|required|relevant|happening|going ahead))(?: any ?more| any longer| now| after all)*$/i,
    read: ({ ref, ...groups }, reader) => deleting({ ...groups, ref }, reader),
  },
  {
    name: 'cancelled',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?) (?:cancelled|canceled|called off)(?: now| today)?$`,
      'i',
    ),
    read: ({ ref = '' }, reader) =>
      /^(?:i|we|just|already)\b/i.test(ref) ? undefined : deleting({ ref }, reader),
  },
  {
    name: 'thing-delete',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S+(?: \\S+){0,3}?),? (?:delete|remove)(?: it| that| this| one)?$`,
      'i',
    ),
    read: ({ ref }, reader) =>
      ref && /^(?:i|we|you|please|how|to)\b/i.test(ref) ? undefined : deleting({ ref }, reader),
  },
];
