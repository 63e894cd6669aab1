/** Mends typing errors in the words of commands. @module */
import type { Language } from '../language.ts';
import { editDistance } from '../resolving/similarity.ts';

const shortest = 4;
const sorted = (word: string) => [...word].sort().join('');

/** The text with every word that is one slip away from a command word in its place: "shwo my taks", "delte it". */
export function mended(text: string, { words: { commands } }: Language): string {
  return text.replaceAll(/(?<![\p{L}\p{N}\uE000#])\p{L}{4,}(?![\p{L}\p{N}\uE001])/gu, (word) => {
    const small = word.toLowerCase();
    if (small.length < shortest || commands.has(small)) return word;
    const near = [...commands].filter(
      (command) =>
        command.length >= shortest &&
        editDistance(small, command, 1) <= 1 &&
        // "Park" is no slip of "mark", nor "love" of "move".
        (command.length > shortest || small.length !== command.length || sorted(command) === sorted(small)),
    );
    // Letters that changed places are the likelier slip: "taks" is "task", not "tasks".
    return near.find((command) => sorted(command) === sorted(small)) ?? near[0] ?? word;
  });
}
