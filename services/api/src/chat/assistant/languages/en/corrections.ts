/** "Call dave, no wait, call steve": what is said after a second thought takes the place of what was said before it. @module */
import { dates } from './dates.ts';
import { taskVerbs } from './verbs.ts';

/** Nobody says these without taking something back. */
const firm = `(?:oh |ah |um |er )*(?:no,? wait|wait,? no|wait,? actually|wait,? sorry|no,? sorry|sorry,? no|sorry,? i mean(?:t)?|no,? actually|actually,? no|actually,? scratch that|(?:no,? |actually,? |wait,? )*scratch that|strike that|no,? correction|correction|(?:no,? )?i mean(?:t)?|no,? no|er+,? no|or rather|(?:wait|hang on),? make (?:that|it)|(?:oops|whoops),? (?:i mean(?:t)?|no)|hang on,? no)`;
/** These only tell a second thought behind a comma, or before another date. */
const weak = `(?:actually|rather|wait|no|nope|sorry|oops|whoops|hang on|make (?:that|it)|better|or better|i mean)`;
const leading = `(?:,? (?:make (?:it|that)|let's make it|let's say|i mean(?:t)?|it's|say|to say))?`;

const firmly = new RegExp(`[\\s,.;:–—…-]+${firm}\\b${leading}[\\s,:–—…-]+(?=\\S)`, 'i');
const weakly = new RegExp(
  `(?:\\s*[,.;:–—…]+\\s*|\\s+-+\\s+|\\s+(?=(?:actually|no)\\b))${weak}\\b${leading}[\\s,:–—…-]+(?=\\S)`,
  'i',
);

const somewhen = new Date(Date.UTC(2026, 0, 7, 12));
/** Leads to a date and belongs to it. */
const lead = /(?:\b(?:due|by|on|at|for|until|till|before|from)\s+)+$/i;
const clock =
  /[\s,]*(?:(?:\b(?:at|by|around|@)\s+)?\b\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?|o'?clock)?|\b(?:at|by|around)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s*[ap]\.?m\b\.?| o'?clock)?)$/i;
/** How people ask for a task, before its words. */
const frame =
  /^(?:(?:please |pls |can you |could you |also )*(?:add|put|create|new task:?|note(?: down)?|remind me(?: to| about| of)?|remember to|don't (?:let me )?forget(?: to)?|todo:?|task:?|(?:i|we)(?:'ve)? (?:really )?(?:need|have|must|should|gotta|want|got)(?: to)?|(?:need|have|gotta|must)(?: to)?)\s+)?/i;
const command =
  /^(?:delete|remove|undo|forget|never ?mind|cancel|leave|don't|dont|keep|mark|show|list|tag|rename|change|move|set|add|remind|it\b|that\b)/i;
/** What a task is set to, and no word of its title. */
const setting =
  /^(?:(?:very |super |really )?(?:high|low|medium|top|urgent|important|done|finished|completed?)\b|prio|tag|#|not\b|today\b)/i;

/** "Wrong one, i meant the dentist" speaks of what was done before. */
const wrongOne =
  /^(?:(?:no|oops|whoops|sorry|wait|oh|ah)[\s,.!]+)*(?:that'?s |that was |it'?s )?(?:the )?wrong (?:one|task)?\b/i;

const wordsOf = (text: string) => text.trim().split(/\s+/);
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}']/gu, '');

/** The last date of a text that ends with it. */
function dateAtEnd(text: string): { before: string; said: string } | undefined {
  const found = dates(text, somewhen).at(-1);
  if (!found || !/^[\s.,!]*$/.test(text.slice(found.index + found.text.length))) return undefined;
  const until = text.slice(0, found.index);
  const start = until.length - (lead.exec(until)?.[0].length ?? 0);
  return { before: text.slice(0, start).trimEnd(), said: text.slice(start, found.index + found.text.length) };
}

/** The new date, with the half of the old one that it does not speak of. */
function redated(before: string, said: string, after: string): string {
  const [wanted] = dates(after, somewhen);
  const [had] = dates(said.replace(lead, ''), somewhen);
  if (wanted?.dayless && had && !had.dayless) {
    const day = said.replace(clock, '');
    return `${before} ${day} ${/^(?:at|by|around|noon|midday)\b/i.test(after) ? after : `at ${after}`}`;
  }
  const time = wanted && !wanted.time && had?.time && !had.dayless ? clock.exec(said)?.[0] : undefined;
  const leading =
    lead.exec(
      said.slice(
        0,
        said.length - said.replace(/^(?:(?:due|by|on|at|for|until|till|before|from)\s+)+/i, '').length,
      ),
    )?.[0] ?? '';
  const own = /^(?:by|on|at|for|due|until|before|in|next|this|tomorrow|today|tonight)\b/i.test(after);
  return `${before} ${own ? '' : leading}${after}${time ? ` ${time.trim().replace(/^(?=\d)/, 'at ')}` : ''}`;
}

/** The words with their end exchanged for what was meant. */
function replaced(title: string, after: string): string {
  const had = wordsOf(title);
  const meant = wordsOf(after);
  const same = had.findLastIndex((word) => bare(word) === bare(meant[0] ?? ''));
  if (same >= 0 && had.length - same <= meant.length + 1) return [...had.slice(0, same), ...meant].join(' ');
  return [...had.slice(0, -1), ...meant].join(' ');
}

function corrected(before: string, after: string, certain: boolean): string | undefined {
  // "Can't call mom tomorrow, make it saturday" tells of a task that is there.
  if (
    /^(?:sorry,? )?(?:i |we )?(?:can't|cant|cannot|won't|wont|couldn't|couldnt|not (?:going|able)|unable|no time|don't have time)\b/i.test(
      before,
    )
  )
    return undefined;
  const dateless = dateAtEnd(before);
  // "At 5, no wait, 6": a bare number is the clock again.
  const again = /^\d{1,2}(?:[:.]\d\d)?$/.test(after) && dateless && clock.test(dateless.said);
  if (again) return redated(dateless.before, dateless.said, `at ${after}`);
  const [date] = dates(after, somewhen);
  const rest = date ? `${after.slice(0, date.index)}${after.slice(date.index + date.text.length)}` : after;
  const only =
    date &&
    /^(?:(?:due|by|on|at|for|until|till|before|from|the|then|instead|please|pls|thanks|[\s,.!])*)$/i.test(
      rest,
    );
  if (dateless && only) return redated(dateless.before, dateless.said, after.trim());
  // "Tomorrow at six, no sorry, seven pm to text joanna": what is to be done then goes on behind.
  const behind = date && after.slice(date.index + date.text.length);
  if (
    dateless &&
    date &&
    /^(?:(?:due|by|on|at|for)\s+)*$/i.test(after.slice(0, date.index)) &&
    /^\s*,?\s+(?:to|about)\s/i.test(behind ?? '')
  ) {
    return `${redated(dateless.before, dateless.said, after.slice(0, date.index + date.text.length).trim())}${behind}`;
  }
  if (command.test(after) || setting.test(after) || wordsOf(after).length > 8) return undefined;
  const asking = frame.exec(before)?.[0] ?? '';
  const title = (dateless?.before ?? before).slice(asking.length);
  const verb = bare(wordsOf(after)[0] ?? '');
  const when = !date && dateless ? ` ${dateless.said}` : '';
  const first = bare(wordsOf(title)[0] ?? '');
  if (taskVerbs.has(verb) && (certain || verb === first) && (asking !== '' || taskVerbs.has(first))) {
    return `${asking}${after}${when}`;
  }
  if (!certain || wordsOf(after).length > 4 || only) return undefined;
  // "Mark milk as done, no wait, bread": the word is not at the end.
  return setting.test(wordsOf(title).at(-1) ?? '') ? undefined : `${asking}${replaced(title, after)}${when}`;
}

/** "On saturday, oh wait no they close saturdays, friday i mean": what was meant stands last. */
const meantLast =
  /^(?<before>.+?)[\s,.;–—-]+(?:(?:oh|ah|um|er)[\s,]+)?(?:no|wait|sorry|hang on|oops|actually)\b.*?[\s,.]+(?<after>[^\s,]+(?: [^\s,]+){0,2}?),? i mean(?:t)?[.!]*$/i;

/** The message as it would have been said without the second thought. */
export function withoutSecondThoughts(text: string): string {
  if (text.length > 400 || text.includes('\n')) return text;
  const { before: first = '', after: last = '' } = meantLast.exec(text)?.groups ?? {};
  const dated = first !== '' && dates(last, somewhen).length > 0 ? corrected(first, last, true) : undefined;
  if (dated) return dated;
  for (const [pattern, certain] of [
    [firmly, true],
    [weakly, false],
  ] as const) {
    const match = pattern.exec(text);
    if (!match || match.index === 0 || wrongOne.test(text.slice(0, match.index + 5))) continue;
    const before = text.slice(0, match.index);
    const after = text
      .slice(match.index + match[0].length)
      .replace(/[\s,]*(?:please|pls|thanks|instead)?[.!]*$/i, '');
    const result = wordsOf(before).length > 1 && after !== '' ? corrected(before, after, certain) : undefined;
    if (result) return withoutSecondThoughts(result);
  }
  return text;
}
