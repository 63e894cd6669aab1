/** From a person's message to the list of requests in it. @module */
import type { Language } from '../language.ts';
import type { Request } from '../requests.ts';
import { clauseReader } from './clause-reader.ts';
import type { Now } from './dates.ts';
import { withoutQuotes } from './quotes.ts';

/** Typographic apostrophes and odd spaces become plain ones; nothing else is changed. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/(?<=\p{L})[’ʼ](?=\p{L})/gu, "'")
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}

/** Drops "please", "could you" and the like at both ends, as long as something is left. */
function withoutManners(clause: string, { words }: Language): string {
  let bare = clause.trim();
  for (let before = ''; before !== bare; ) {
    before = bare;
    for (const manners of [words.before, words.after]) bare = bare.replace(manners, '').trim() || bare;
  }
  return bare;
}

/** Whether a request swallows whatever words follow it, as a title does. */
function takesAnyWords(request: Request): boolean {
  return request.kind === 'add' || (request.kind === 'update' && request.changes.title !== undefined);
}

/** Tasks that are added one after the other are added together. */
function together(requests: Request[]): Request[] {
  const result: Request[] = [];
  for (const request of requests) {
    const last = result.at(-1);
    if (request.kind === 'add' && last?.kind === 'add') last.drafts = [...last.drafts, ...request.drafts];
    else result.push(request.kind === 'add' ? { ...request } : request);
  }
  return result;
}

/** Understands a message. Always answers with at least one request; what it cannot read is small talk of topic unknown. */
export function understand(message: string, language: Language, now: Now): Request[] {
  const unquoted = withoutQuotes(tidy(message));
  const reader = clauseReader(language, now, unquoted.restore);
  const read = (clause: string): Request | undefined => {
    const bare = withoutManners(clause, language);
    for (const rule of language.rules) {
      const match = rule.pattern.exec(bare);
      const request = match && rule.read(match.groups ?? {}, reader);
      if (request) return request;
    }
    return undefined;
  };

  // "Yes, delete them all" is one answer, not two requests.
  const whole = read(unquoted.text);
  if (whole && (whole.kind === 'yes' || whole.kind === 'no' || whole.kind === 'undo')) return [whole];

  // A break only counts when a request begins after it; otherwise the words belong to the clause before.
  const clauses: string[] = [];
  let from = 0;
  for (const match of unquoted.text.matchAll(language.words.clauseBreak)) {
    const rest = unquoted.text.slice(match.index + match[0].length);
    const next = rest.split(language.words.clauseBreak)[0] ?? rest;
    const before = unquoted.text.slice(from, match.index);
    if (!read(rest) && !read(next)) continue;
    const earlier = read(before);
    if (!earlier) continue;
    // "Add: review the report and delete old files" is one title, unless the second half clearly speaks to us.
    if (takesAnyWords(earlier) && !/[.!?\n;]/.test(match[0]) && !language.words.explicit.test(next)) continue;
    clauses.push(before);
    from = match.index + match[0].length;
  }
  clauses.push(unquoted.text.slice(from));

  const requests = clauses.map(read);
  const understood = requests.filter((request) => request !== undefined);
  // Small talk around a real request ("Hi! Add milk") is manners, not a request of its own.
  const real = understood.filter((request) => request.kind !== 'talk');
  if (real.length > 0) return together(real);
  if (understood.length > 0) return understood.slice(0, 1);
  return [{ kind: 'talk', topic: 'unknown', text: unquoted.restore(unquoted.text) }];
}
