/** "First one is vacuum the stairs, second one wash the dog": things that are counted while they are said. @module */

const place = (word: string) =>
  `(?:and )?(?:then )?(?:the )?(?:${word})(?: one| thing| task)?(?:'s|s| is| would be|:|,)?(?: to)?(?: (?:um|uh))?`;
const counted = new RegExp(
  `^(?<head>[^:\\n]{0,60}?)\\b(?:the )?(?:first|number one|one)(?: one| thing| task)?(?:'s|s| is| would be|:|,)(?: to)?[\\s,]+(?<one>\\S.*?)[\\s,.;]+${place('second|number two|two is|other')}[\\s,]+(?<two>\\S.*?)(?:[\\s,.;]+${place('third|number three|last|three is')}[\\s,]+(?<three>\\S.*?))?(?:[\\s,.;]+${place('fourth|number four|last|four is')}[\\s,]+(?<four>\\S.*?))?[\\s.!]*$`,
  'is',
);
const several = /\b(?:two|three|four|couple|few|some|these|\d|things|tasks|items|list|add|need)\b/i;
/** "Hoover, mop the kitchen, change the sheets. three tasks": how many there are is said last. */
const countBehind =
  /^(?:(?:add|put|note|jot|write|log|save)(?: down)?(?: for me)?:? )?(?<what>\S.*?)[\s,.;:–—-]+(?:that'?s |so |as |make (?:it|that|them) |all )?(?:two|three|four|five|six|[2-6])(?: separate| seperate| different| individual| single)? (?:tasks?|things|items|to-?dos)(?: (?:please|pls|thanks|ok))?[.!]*$/is;
const other =
  /^(?:delete|remove|mark|complete|show|list|move|change|tag|how|what|did|do|i (?:have|want|need) (?:to )?(?:see|add))\b/i;

/** The message as an announced list. */
export function withListAnnounced(text: string): string {
  const { head = '', one, two, three, four } = counted.exec(text)?.groups ?? {};
  if (one && two && several.test(head)) {
    return `add these tasks: ${[one, two, three, four].filter(Boolean).join('; ')}`;
  }
  const what = countBehind.exec(text)?.groups?.what;
  return what && !other.test(what) && /,|;| and /.test(what) ? `add these tasks: ${what}` : text;
}
