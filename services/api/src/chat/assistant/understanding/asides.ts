/**
 * People tell why they ask, what they think of it and how their day was. When a message makes little sense as a whole,
 * it is read again without what only tells something; the reading with the fewest odd words wins.
 *
 * @module
 */
import type { ListFilter, Reference, Request } from '../requests.ts';

export interface Asides {
  /** Where telling may end and asking begin, or the other way round. */
  breaks: RegExp;
  /** A piece that tells something, and asks for nothing. */
  telling: RegExp;
  /** Words that hardly stand in a title or in the name of a task. */
  odd: RegExp;
  /** What joins a piece to the one before it. */
  joint: RegExp;
  /** What is left of that at the end of the piece before. */
  trailing: RegExp;
}

const most = 7;
const longest = 400;
/** In words; few titles are longer. */
const longTitle = 9;

function oddity(text: string | undefined, { odd }: Asides): number {
  if (!text) return 0;
  const found = text.match(odd)?.length ?? 0;
  return found + (text.split(/\s+/).length > longTitle ? 1 : 0) + (/[.?!;,] \S/.test(text) ? 0.5 : 0);
}

function oddityOf({ query, tag }: ListFilter, asides: Asides): number {
  return oddity(tag, asides) + oddity(query, asides) + (query?.includes(' ') ? 1 : 0);
}

/** How odd the words are that point at tasks. */
function pointing(reference: Reference, asides: Asides, reduced: boolean): number {
  switch (reference.by) {
    case 'words':
      return reference.within ? 0 : oddity(reference.words, asides);
    case 'mention':
      return reduced ? 1 : 0;
    case 'filter':
      return (
        oddityOf(reference.filter, asides) +
        (reference.except ? pointing(reference.except, asides, false) : 0)
      );
    default:
      return 0;
  }
}

/** How little sense a request makes. */
function doubtOf(request: Request, asides: Asides, reduced: boolean): number {
  switch (request.kind) {
    case 'talk':
      return request.topic === 'unknown' ? 8 : 0;
    case 'add': {
      const titles = request.drafts.map(
        (draft) => oddity(draft.title, asides) + oddity(draft.description, asides),
      );
      return (request.unasked ? 2 : 0) + titles.reduce((sum, one) => sum + one, 0);
    }
    case 'add-unnamed':
    case 'rename-unnamed':
    case 'due-unnamed':
      return 1;
    case 'list':
      return oddityOf(request.filter, asides);
    default: {
      if (!('reference' in request)) return 0;
      const { reference } = request;
      const changes = request.kind === 'update' ? request.changes : {};
      return (
        pointing(reference, asides, reduced) +
        oddity(changes.title, asides) +
        oddity(changes.description, asides) +
        (changes.addTags?.length ?? 0) / 4
      );
    }
  }
}

/** How little sense a reading makes: 0 when nothing about it is odd. */
export function doubt(requests: readonly Request[] | undefined, asides: Asides, reduced = false): number {
  if (!requests || requests.length === 0) return 8;
  return requests.reduce((sum, request) => sum + doubtOf(request, asides, reduced), 0);
}

/** The message without some of what only tells something, the longest rest first. */
export function withoutAsides(text: string, asides: Asides): string[] {
  if (text.length > longest) return [];
  const starts = [0, ...[...text.matchAll(asides.breaks)].map((match) => match.index + match[0].length)];
  if (starts.length < 2 || starts.length > most) return [];
  const pieces = starts.map((start, index) => text.slice(start, starts[index + 1]));
  const tells = pieces.map((piece) => asides.telling.test(piece.replace(asides.joint, '').trim()));
  const rests: string[] = [];
  for (let size = pieces.length - 1; size > 0; size -= 1) {
    for (let from = 0; from + size <= pieces.length; from += 1) {
      const left = tells.every((idle, index) => idle || (index >= from && index < from + size));
      const rest = pieces
        .slice(from, from + size)
        .join('')
        .replace(asides.joint, '')
        .replace(asides.trailing, '')
        .trim();
      if (left && rest !== '') rests.push(rest);
    }
  }
  // What is told in the middle is left out last.
  const asked = pieces.filter((_piece, index) => !tells[index]);
  if (asked.length > 1 && asked.length < pieces.length)
    rests.push(asked.join('').replace(asides.joint, '').replace(asides.trailing, '').trim());
  return [...new Set(rests)];
}

/** The message as it stands, and other ways to hear it. */
export interface Hearings {
  asides: Asides | undefined;
  /** Asked for every reading of the message that is looked at. */
  rereadings?: ((text: string) => readonly string[]) | undefined;
  /** What a text asks for; the text is brought into order first. */
  read: (text: string) => Request[] | undefined;
  tidy: (text: string) => string;
}

/** The reading that makes the most sense: of the whole message, unless one without its asides makes more. */
export function mostSensible(
  text: string,
  { asides, rereadings = () => [], read, tidy }: Hearings,
): Request[] | undefined {
  const plain = tidy(text);
  const whole = read(plain);
  if (!asides) return whole;
  let best = { requests: whole, doubt: doubt(whole, asides) };
  const consider = (hearing: string) => {
    const requests = read(hearing);
    const doubtful = doubt(requests, asides, true);
    if (requests && doubtful < best.doubt) best = { requests, doubt: doubtful };
  };
  if (best.doubt === 0) return whole;
  for (const hearing of rereadings(plain)) consider(hearing);
  if (best.doubt === 0) return best.requests;
  for (const rest of withoutAsides(text, asides)) {
    const hearing = tidy(rest);
    consider(hearing);
    if (best.doubt === 0) break;
    for (const other of rereadings(hearing)) consider(other);
  }
  return best.requests;
}
