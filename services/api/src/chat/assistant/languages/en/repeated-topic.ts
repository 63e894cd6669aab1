/** "The call, can you change the call to tomorrow": what is named twice is only named once. @module */
import { commandVerb } from './manners.ts';

const start = new RegExp(
  `[\\s,;.…–—-]+(?:(?:so|and|just|please|pls|right|fine|okay|ok|then|but|yeah|can you|could you|would you|i want|i need|you know|(?:so )?you know)[\\s,]+)*(?=(?:${commandVerb}|tell me|all|reopen|postpone|what|when)\\b)`,
  'gi',
);
const words = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}']+/gu)
    ?.map(String) ?? [];
const idle: ReadonlySet<string> = new Set(
  'so the a an my um uh and ok okay number task one that this it please is are was i we you number'.split(
    ' ',
  ),
);

/** The message from the last request in it on, when that names again what the message began with. */
export function withoutFirstNaming(text: string): string | undefined {
  const starts = [...text.matchAll(start)];
  const [first, second] = words(text).filter((word) => !idle.has(word));
  const opening = words(text.slice(0, 40)).join(' ');
  const number = /^(?:so |ok |okay |um )*(?<number>(?:number|task) \w+)\b/i.exec(opening)?.groups?.number;
  for (const match of starts) {
    const rest = text.slice(match.index + match[0].length);
    const said = words(rest);
    const before = words(text.slice(0, match.index));
    if (said.length < 3 || (first !== undefined && !before.includes(first))) continue;
    const again = number
      ? ` ${said.join(' ')} `.includes(` ${number} `)
      : first !== undefined &&
        said.includes(first) &&
        (second === undefined || said.includes(second) || match.index < 40);
    if (again) return rest;
  }
  return undefined;
}
