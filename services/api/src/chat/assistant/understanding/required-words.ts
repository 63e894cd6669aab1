/**
 * Which words a text must hold for a pattern to fit it at all. Looking for a word is far cheaper than compiling a
 * pattern and trying it, and most of a language's patterns are about something else.
 *
 * @module
 */

/** One of these texts must be there; undefined when nothing is known. */
type Required = readonly string[] | undefined;

const most = 40;
const zeroWidth = /(?:\\[bB]|\^|\$)/y;
const lookaround = /\(\?(?:=|!|<=|<!)/y;
const groupStart = /\((?:\?:|\?<[a-z]\w*>)?/y;
const characterClass = /\[(?:\\.|[^\]\\])*\]/y;
const escapedClass = /\\(?:[dDsSwW]|[pP]\{[^}]*\}|k<\w+>|\d)/y;
const escaped = /\\(?:u([0-9A-Fa-f]{4})|(.))/y;
const quantifier = /(?:([?*+])|\{(\d+)(?:,\d*)?\})\??/y;

const shortest = (texts: readonly string[]) => Math.min(...texts.map((text) => text.length));

/** Of two sets the one that says more. */
function better(one: Required, other: Required): Required {
  if (!one || !other) return one ?? other;
  const [first, second] = [shortest(one), shortest(other)];
  return first > second || (first === second && one.length <= other.length) ? one : other;
}

/** Reads a pattern's source from left to right. */
class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (!match || match[0] === '') return undefined;
    this.at += match[0].length;
    return match;
  }

  /** Whether what was read must be there at least once, and may be there again. */
  private times(): { needed: boolean; again: boolean } {
    const match = this.take(quantifier);
    if (!match) return { needed: true, again: false };
    return { needed: match[1] === '+' || Number(match[2] ?? 0) > 0, again: true };
  }

  private skipGroup(): void {
    for (let depth = 0; this.at < this.source.length; ) {
      if (this.take(characterClass) ?? this.take(escaped)) continue;
      const character = this.source[this.at];
      this.at += 1;
      if (character === '(') depth += 1;
      else if (character === ')' && --depth === 0) return;
    }
  }

  /** The alternatives up to the end of a group. */
  alternatives(): Required {
    let all: string[] | undefined = [];
    for (;;) {
      const one = this.sequence();
      if (all && one && all.length + one.length <= most) all.push(...one);
      else all = undefined;
      if (this.source[this.at] !== '|') break;
      this.at += 1;
    }
    return all;
  }

  private sequence(): Required {
    let best: Required;
    let run = '';
    const flush = () => {
      if (run.trim().length > 1) best = better(best, [run]);
      run = '';
    };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      if (this.take(zeroWidth)) continue;
      lookaround.lastIndex = this.at;
      if (lookaround.test(this.source)) {
        this.skipGroup();
        continue;
      }
      if (this.take(groupStart)) {
        flush();
        const inner = this.alternatives();
        this.at += 1;
        if (this.times().needed) best = better(best, inner);
        continue;
      }
      if (this.take(characterClass) ?? this.take(escapedClass)) {
        flush();
        this.times();
        continue;
      }
      const [, code, sign] = this.take(escaped) ?? [];
      let character = code ? String.fromCharCode(Number.parseInt(code, 16)) : sign;
      if (character === undefined) {
        character = this.source[this.at] ?? '';
        this.at += 1;
        if (character === '.') character = '';
      }
      const { needed, again } = this.times();
      if (character === '' || !needed) flush();
      else {
        run += character;
        if (again) flush();
      }
    }
    flush();
    return best;
  }
}

const known = new WeakMap<RegExp, { required: Required }>();

/** One of the texts that a pattern's matches hold, in small letters; undefined when they have nothing in common. */
export function requiredIn(pattern: RegExp): Required {
  let found = known.get(pattern);
  if (!found) {
    found = { required: new Reader(pattern.source.toLowerCase()).alternatives() };
    known.set(pattern, found);
  }
  return found.required;
}

/** Whether a pattern may fit a text, given in small letters. */
export function mayFit(pattern: RegExp, small: string): boolean {
  const required = requiredIn(pattern);
  return required === undefined || required.some((text) => small.includes(text));
}
