/** Moving a task by so many days or minutes: "push the rent back two days", "make dinner an hour earlier". @module */
import type { Rule } from '../../language.ts';
import { rescheduling } from './updating.ts';
import { put, statement } from './vocabulary.ts';

const small = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const tens: Record<string, number> = { fifteen: 15, twenty: 20, thirty: 30 };

export const shiftingRules: readonly Rule[] = [
  {
    // "The call is half an hour later", "gym starts an hour early"
    name: 'is-later',
    pattern: new RegExp(
      `^(?<ref>${statement}(?!there\\b|what)\\S.*?)(?: is|'s| are| was| will be| got| has been| have been| starts?| begins?| needs to be| should be| has to be)(?: now| moved| pushed| brought| delayed| postponed| shifted)*(?<way> back| forward| up)?(?: by)? (?<count>half an|an?|another|\\d+|one|two|three|four|five|six|seven|ten|fifteen|twenty|thirty)(?: more)? (?<unit>minute|min|hour|hr|day|week)s?(?<late> (?:later|late|earlier|early|sooner|back|forward))?$`,
      'i',
    ),
    read: ({ ref, way = '', count = '', unit = '', late = '' }, reader) => {
      if (!way && !late) return undefined;
      const reference = reader.reference(ref);
      const sign = /forward|up|earl|soon/i.test(`${way}${late}`) ? -1 : 1;
      const number = /^half/i.test(count)
        ? 0.5
        : Number(count) || tens[count.toLowerCase()] || Math.max(1, small.indexOf(count.toLowerCase()));
      const minutes = /^h/i.test(unit) ? 60 : /^m/i.test(unit) ? 1 : 0;
      const days = /^w/i.test(unit) ? 7 : 1;
      const changes = minutes
        ? { shiftMinutes: Math.round(sign * number * minutes) }
        : { shift: Math.round(sign * number * days) };
      return reference && { kind: 'update', reference, changes };
    },
  },
  {
    name: 'shift',
    pattern:
      /^(?<verb>move|knock|slip|slide|postpone|push|delay|snooze|shift|defer|put(?: off)?|bring|make|bump|do)(?: back| out)?(?<forward> forward)? (?:(?:the |its )?(?:deadline|due date|date|day) (?:of|for|on) )?(?<ref>.+?)(?: back| out| off)?(?<sooner> (?:forward|up))?(?: by| for)? (?<count>an?|another|\d+|one|two|three|four|five|six|seven|ten)(?: more)? (?<unit>day|week)s?(?<earlier> (?:earlier|forward|sooner))?(?: later| back)?$/i,
    read: ({ ref, count = '', unit, ...sooner }, reader) => {
      const reference = reader.reference(ref);
      const number = Number(count) || Math.max(1, small.indexOf(count.toLowerCase()));
      const days = number * (unit?.toLowerCase() === 'week' ? 7 : 1);
      const shift = sooner.forward || sooner.sooner || sooner.earlier ? -days : days;
      return reference && { kind: 'update', reference, changes: { shift } };
    },
  },
  {
    // "Make dinner an hour earlier", "push the call back by 30 minutes"
    name: 'shift-time',
    pattern:
      /^(?:move|knock|postpone|push|delay|snooze|shift|defer|put(?: off)?|bring|make|start|have|do|bump)(?: back| out| up)?(?<forward> forward)? (?:(?:the |its )?(?:time|start|deadline) (?:of|for|on) )?(?<ref>.+?)(?: back| out| off)?(?<sooner> (?:forward|up))?(?: by| for)? (?<count>an?|another|half an|\d+|one|two|three|four|five|six|seven|ten|fifteen|twenty|thirty)(?: more)? (?<unit>hour|hr|minute|min)s?(?<earlier> (?:earlier|forward|sooner))?(?<later> (?:later|back))?$/i,
    read: ({ ref, count = '', unit = '', later, ...sooner }, reader) => {
      const reference = reader.reference(ref);
      const number = /^half/i.test(count)
        ? 0.5
        : Number(count) || tens[count.toLowerCase()] || Math.max(1, small.indexOf(count.toLowerCase()));
      const minutes = Math.round(number * (/^h/i.test(unit) ? 60 : 1));
      const earlier = !later && (sooner.forward || sooner.sooner || sooner.earlier);
      return (
        reference && { kind: 'update', reference, changes: { shiftMinutes: earlier ? -minutes : minutes } }
      );
    },
  },
  {
    name: 'same-time',
    pattern: new RegExp(
      `^(?:${put} )?(?<ref>${statement}\\S.*?)(?: is| got| has been| was| has)?(?: now| been| moved| rescheduled| changed| pushed(?: back)?| postponed| delayed| shifted)*(?: to| until| till| on| for)+ (?<when>(?:(?! (?:to|got|was|is|has) ).)+?),? (?:(?:at )?(?:the )?same time|same hour)$`,
      'i',
    ),
    read: (groups, reader) => {
      const request = rescheduling(groups, reader);
      if (request?.kind !== 'update' || !request.changes.due_date) return request;
      return { ...request, changes: { ...request.changes, sameTime: true } };
    },
  },
  {
    // "6pm not 5pm for the vet"
    name: 'this-not-that-for',
    pattern:
      /^(?:it's |make it )?(?<when>\S+(?: \S+){0,2}?),? (?:not|instead of|rather than) (?<old>\S+(?: \S+){0,2}?) (?:for|on) (?<ref>(?:the|my) \S.*)$/i,
    read: (groups, reader) => (reader.due(groups.old) ? rescheduling(groups, reader) : undefined),
  },
  {
    // "The meeting is not at 3, it's at 4"
    name: 'is-not-then',
    pattern: new RegExp(
      `^(?<ref>${statement}\\S.*?)(?: is|'s| was)(?: not|n't) (?:at |on |for )?(?<old>[^,;]+?)[\\s,;.–—-]+(?:(?:but|it's|it is|is|rather|instead)\\s+)+(?:at |on |for )?(?<when>\\S.*)$`,
      'i',
    ),
    read: (groups, reader) => {
      const then = reader.due(groups.old) ?? reader.due(`at ${groups.old}`);
      const request = then ? rescheduling(groups, reader) : undefined;
      return request?.kind === 'update' ? { ...request, entire: true } : undefined;
    },
  },
];
