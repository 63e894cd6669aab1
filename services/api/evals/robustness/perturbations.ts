/**
 * Ways to say the same thing less carefully: slips of the finger, courtesies, reasons, restarts, another word order.
 * None of them changes what a person would do on hearing it.
 *
 * @module
 */
import { keys } from '../../src/chat/assistant/languages/en/keys.ts';
import { typedWords } from './typed-words.ts';

/** Gives numbers from 0 to below 1, the same ones for the same seed. */
export type Chance = () => number;

export interface Perturbation {
  name: string;
  /** The message said differently, or undefined where this cannot be done to it. `kept` are words that stay. */
  perturb: (message: string, chance: Chance, kept: ReadonlySet<string>) => string | undefined;
}

/** A generator of numbers (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(from: readonly T[], chance: Chance): T | undefined =>
  from[Math.floor(chance() * from.length)];

/** One word that commands are made of, not of a title, with a slip in it. */
function inOneWord(slip: (word: string, chance: Chance) => string): Perturbation['perturb'] {
  return (message, chance, kept) => {
    const quoted = /["'“”‘’`«»„]/.test(message.replaceAll(/(?<=\p{L})['’](?=\p{L})/gu, ''));
    const words = [...message.matchAll(/(?<![\p{L}\p{N}#'’-])\p{L}{4,}(?![\p{L}\p{N}'’-])/gu)].filter(
      ([word]) => typedWords.has(word.toLowerCase()) && !kept.has(word.toLowerCase()),
    );
    const found = quoted ? undefined : pick(words, chance);
    if (!found) return undefined;
    const changed = slip(found[0], chance);
    return changed === found[0]
      ? undefined
      : message.slice(0, found.index) + changed + message.slice(found.index + found[0].length);
  };
}

const within = (word: string, chance: Chance) => 1 + Math.floor(chance() * (word.length - 2));

/** Whether a message is one plain command, which other words may stand before or behind. */
const command =
  /^(?:please )?(?:add|create|remind me|show|list|delete|remove|mark|complete|rename|change|move|set|tag|put|push|postpone|reopen)\b[^.!?;:\n,]*$/i;

const around = (words: readonly string[], join: (message: string, word: string) => string, fits: RegExp) =>
  ((message, chance) =>
    fits.test(message)
      ? join(message, pick(words, chance) ?? '')
      : undefined) satisfies Perturbation['perturb'];

const open = /^[^\n]*[\p{L}\p{N}]$/u;
const verbFirst =
  /^(?:please )?(?<verb>add|delete|remove|complete|reopen|move|postpone) (?<rest>(?!.*\b(?:and|then)\b)[^.!?;:\n,]{4,60})$/i;

/** The ways, each with its name. */
export const perturbations: readonly Perturbation[] = [
  {
    name: 'neighbours swapped',
    perturb: inOneWord((word, chance) => {
      const at = within(word, chance);
      return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
    }),
  },
  {
    name: 'letter dropped',
    perturb: inOneWord((word, chance) => {
      const at = within(word, chance);
      return word.slice(0, at) + word.slice(at + 1);
    }),
  },
  {
    name: 'letter doubled',
    perturb: inOneWord((word, chance) => {
      const at = within(word, chance);
      return word.slice(0, at) + word[at] + word.slice(at);
    }),
  },
  {
    name: 'neighbouring key',
    perturb: inOneWord((word, chance) => {
      const at = within(word, chance);
      const near = keys[(word[at] ?? '').toLowerCase()] ?? '';
      return word.slice(0, at) + (pick([...near], chance) ?? word[at]) + word.slice(at + 1);
    }),
  },
  {
    name: 'letters stretched',
    perturb: inOneWord((word, chance) => {
      const at =
        /[aeiouy]/i.test(word.slice(1)) && chance() < 0.5 ? word.search(/(?<=.)[aeiouy]/i) : word.length - 1;
      return word.slice(0, at) + (word[at] ?? '').repeat(4) + word.slice(at + 1);
    }),
  },
  {
    name: 'words before',
    perturb: around(
      [
        'hey, ',
        'ok so ',
        'um ',
        'hi there! ',
        'oh and ',
        'right, ',
        'hello bot, ',
        'sorry, ',
        'so um yeah ',
        'hey you, ',
        '🙂 ',
      ],
      (message, word) => word + message,
      /^\p{L}/u,
    ),
  },
  {
    name: 'asked kindly',
    perturb: around(
      [
        'can you ',
        'could you please ',
        'pls ',
        'would you kindly ',
        'can u just ',
        'i want you to ',
        'i need you to ',
        'hey can you quickly ',
      ],
      (message, word) => word + message.replace(/^please /i, ''),
      /^(?:please )?(?:add|create|show|delete|remove|mark|complete|rename|change|move|set|tag|put|push|postpone|reopen)\b/i,
    ),
  },
  {
    name: 'words behind',
    perturb: around(
      [
        ' pls',
        ' thx',
        ', thanks mate',
        ' 🙏',
        ' lol',
        ' please and thank you',
        ', cheers!',
        ' 😅',
        ' haha',
        ', thank you so much',
        ' k thx bye',
        ' ok?',
      ],
      (message, word) => message + word,
      open,
    ),
  },
  {
    name: 'reason before',
    perturb: around(
      [
        "i'm off sick so ",
        'its raining again, ',
        'my boss is on at me so ',
        "i won't have time today. ",
        'im so tired lol, ',
      ],
      (message, word) => word + message,
      command,
    ),
  },
  {
    name: 'reason behind',
    perturb: around(
      [
        ', i still havent had time',
        " because i'm off sick",
        ', its been a long day',
        ' cos im busy',
        ', i keep forgetting',
        ', my wife keeps asking',
      ],
      (message, word) => message + word,
      command,
    ),
  },
  {
    name: 'marks left out',
    perturb: (message, _chance, kept) => {
      const bare = message
        .replaceAll(/(\p{L}+)['’](\p{L}+)/gu, (word, first: string, second: string) =>
          kept.has(word.toLowerCase()) ? word : first + second,
        )
        .replace(/(?<![.?!])[.?!]$/, '');
      return bare === message || /["“”‘`«»„]/.test(message) ? undefined : bare;
    },
  },
  {
    name: 'odd spaces',
    perturb: (message) => {
      const bare = message.replaceAll(/(?<=\p{L}), (?=\p{L})/gu, ' ,');
      return bare === message ? undefined : bare;
    },
  },
  {
    name: 'marks at the end',
    // Two exclamation marks say that it is urgent.
    perturb: around(['!', '.', '...', ' !', '…'], (message, word) => message + word, open),
  },
  {
    name: 'said twice',
    perturb: (message, chance) => {
      const [, first = '', second = ''] =
        /^(add|show|delete|remove|mark|move|change|set|what|remind me|can you|i need)\b( (?:the|my|me|to)\b)?/i.exec(
          message,
        ) ?? [];
      if (first === '') return undefined;
      const said = second !== '' && chance() < 0.5 ? first + second : first;
      return `${said}${pick([' ', ' um ', '... ', ' uh i mean '], chance)}${message}`;
    },
  },
  {
    name: 'verb last',
    perturb: (message, chance) => {
      const { verb, rest } = verbFirst.exec(message)?.groups ?? {};
      return verb && rest
        ? `${rest} ${pick(['', 'please ', 'you '], chance)}${verb.toLowerCase()}`
        : undefined;
    },
  },
];
