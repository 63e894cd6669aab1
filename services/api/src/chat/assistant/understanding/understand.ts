/** From a person's message to the list of requests in it. @module */
import type { Language, Rule } from '../language.ts';
import type { Reference, Request, TaskDraft } from '../requests.ts';
import { mostSensible } from './asides.ts';
import { type ClauseReader, clauseReader } from './clause-reader.ts';
import { type Now, takeDate } from './dates.ts';
import { headOf, listContinued, listHeadOf } from './long-messages.ts';
import { mended } from './mending.ts';
import { withoutQuotes } from './quotes.ts';
import { mayFit } from './required-words.ts';
import { spelt } from './spelling.ts';
import { isAboutIt, together } from './together.ts';
import { dayOf, wallClock } from './zone.ts';

/** Odd spaces become plain ones, and what a language writes in several ways one. */
function tidy(text: string, language: Language): string {
  return language.tidy(text.replaceAll(/[^\S\n]+/g, ' ')).trim();
}

/** Nobody is more polite than that. */
const mostManners = 12;
const longestFarewell = 160;

/** Drops "please", "could you" and the like at both ends, as long as something is left. */
export function withoutManners(clause: string, { words }: Language): string {
  let bare = clause.trim();
  for (let before = '', rounds = 0; before !== bare && rounds < mostManners; rounds += 1) {
    before = bare;
    bare = bare.replace(words.before, '').trim() || bare;
    // Nobody says goodbye in more words than that.
    const end = Math.max(0, bare.length - longestFarewell);
    bare = `${bare.slice(0, end)}${bare.slice(end).replace(words.after, '')}`.trim() || bare;
  }
  return bare;
}

/** Whether a request swallows whatever words follow it, as a title does. */
function takesAnyWords(request: Request): boolean {
  return (
    request.kind === 'add' ||
    (request.kind === 'update' &&
      (request.changes.title !== undefined || request.changes.description !== undefined))
  );
}

/** Answers and second thoughts: a message that is one of them is nothing else besides. */
const wholeOnly: ReadonlySet<Request['kind']> = new Set(['yes', 'no', 'undo', 'correct', 'same', 'wonder']);

/** What is done to tasks that are there. */
const commands: ReadonlySet<Request['kind']> = new Set(['update', 'delete', 'complete', 'restore', 'list']);

/** Whether a text as a whole asks the same as its last part, for the tasks of its first part too. */
function saysOneThing(whole: Request | undefined, last: Request | undefined, before: string): boolean {
  if (!whole || whole.kind !== last?.kind || whole.kind === 'add') return false;
  if (!('reference' in whole) || !('reference' in last)) return false;
  const [all, some] = [whole.reference, last.reference];
  // "Make 1 and 2 urgent": numbers with no word of their own are told apart from nothing else.
  if (all?.by === 'number' && some?.by === 'number') {
    return all.numbers.length > some.numbers.length && some.numbers.every((id) => all.numbers.includes(id));
  }
  const verb = /^\S+/.exec(before.trim())?.[0].toLowerCase() ?? '';
  return (
    all?.by === 'words' &&
    some?.by === 'words' &&
    all.words.endsWith(some.words) &&
    // The first half gave its verb to the command, and keeps no verb of its own.
    !all.words.toLowerCase().startsWith(verb)
  );
}

/** Whether a draft has a date that is not past: nobody has to do what was yesterday. */
function isToCome({ due_date, due_at }: TaskDraft, now: Now): boolean {
  if (due_at) return Date.parse(due_at) >= now.instant.getTime();
  return due_date !== undefined && due_date >= dayOf(wallClock(now.instant, now.timeZone));
}

/** Understands a message. Always answers with at least one request; what it cannot read is small talk of topic unknown. */
export function understand(message: string, language: Language, now: Now): Request[] {
  const unquoted = withoutQuotes(message.normalize('NFC'));
  const whole = unquoted.text.trim();
  const parts = headOf(whole);
  if (parts.tail !== '') {
    const short = (text: string) => understood(text, language, now, unquoted.restore);
    const reader = clauseReader(language, now, unquoted.restore);
    const list = listContinued(listHeadOf(whole), short, (item, whole) =>
      whole ? reader.draft(item) : titled(reader.text(item)),
    );
    if (list) return list;
    const hidden = unquoted.hide(parts.tail);
    return understood(`${parts.head} ${hidden}`, language, now, unquoted.restore);
  }
  return understood(whole, language, now, unquoted.restore);
}

/** An item of a long list, as it stands. */
function titled(text: string): TaskDraft {
  return { title: `${text.charAt(0).toLocaleUpperCase()}${text.slice(1, 200)}` };
}

/** What a message means whose quotations are taken out. */
function understood(
  bare: string,
  language: Language,
  now: Now,
  requote: (text: string) => string,
): Request[] {
  const other = language.written?.(bare) ?? { text: bare, asTyped: (part: string) => part };
  const typed = spelt(other.text, language.vocabulary);
  const restore = (part: string) => requote(other.asTyped(typed.asTyped(part)));
  const text = tidy(typed.text, language);
  const requests = mostSensible(typed.text, {
    asides: language.asides,
    rereadings: language.rereadings,
    read: (part) => requestsOf(part, language, now, restore),
    tidy: (part) => tidy(part, language),
  });
  if (requests) return requests;
  const corrected = mended(text, language);
  const second = corrected === text ? undefined : requestsOf(corrected, language, now, restore);
  if (second) return second;
  const draft = clauseReader(language, now, restore).draft(withoutManners(text, language));
  // "Lunch with Sara on friday": nobody dates what is not to be done, unless it says so.
  const idle = language.words.question.test(text) || language.words.told.test(text);
  if (draft && isToCome(draft, now) && !idle) {
    return [{ kind: 'add', drafts: [draft], unasked: true }];
  }
  return [{ kind: 'talk', topic: 'unknown', text: restore(text), ...(draft ? { draft } : {}) }];
}

/** In characters; behind a longer clause no other is looked for. */
const longestClause = 600;
/** After so many breaks in a row behind which nothing was understood, the rest is one text. */
const mostBarren = 12;

function requestsOf(
  text: string,
  language: Language,
  now: Now,
  restore: (text: string) => string,
): Request[] | undefined {
  const { words } = language;
  const reader: ClauseReader = {
    ...clauseReader(language, now, restore),
    request: (clause = '') => by(language.continuations, clause) ?? read(clause),
  };
  const bares = new Map<string, string>();
  const bareOf = (clause: string): string => {
    const bare = bares.get(clause) ?? withoutManners(clause, language);
    bares.set(clause, bare);
    return bare;
  };
  const by = (rules: readonly Rule[], clause: string): Request | undefined => {
    const bare = bareOf(clause);
    const small = clause.toLowerCase();
    for (const rule of rules) {
      if (!mayFit(rule.pattern, small)) continue;
      const match = rule.pattern.exec(rule.raw ? clause.trim() : bare);
      const request = match && rule.read(match.groups ?? {}, reader);
      if (request) return request;
    }
    return undefined;
  };
  const known = new Map<string, Request | undefined>();
  const read = (clause: string): Request | undefined => {
    if (!known.has(clause)) known.set(clause, by(language.rules, clause) ?? dated(clause));
    return known.get(clause);
  };
  /** "On friday remind me to …": a date that goes before a new task. */
  const dated = (clause: string): Request | undefined => {
    const bare = bareOf(clause);
    const { rest, due } = takeDate(bare, language, now);
    if (!due || bare.startsWith(rest)) return undefined;
    const request = by(language.rules, rest);
    if (request?.kind !== 'add') return undefined;
    const { clock: _only, ...when } = due;
    const drafts = request.drafts.map((draft) =>
      draft.due_date || draft.due_at ? draft : { ...draft, ...when },
    );
    return { ...request, drafts };
  };

  const alone = by(language.alone ?? [], text);
  if (alone) return [alone];
  // "Yes, delete them all" is one answer, not two requests.
  const whole = read(text);
  if (whole && wholeOnly.has(whole.kind)) return [whole];
  // So is a list of new tasks on lines of their own.
  if (whole && 'entire' in whole && whole.entire) return [whole];
  if (whole?.kind === 'add' && whole.drafts.length > 1 && text.includes('\n')) return [whole];

  // A break only counts when a request begins after it; otherwise the words belong to the clause before.
  const requests: (Request | undefined)[] = [];
  let from = 0;
  let more = false;
  let barren = 0;
  for (const match of text.matchAll(words.clauseBreak)) {
    const rest = text.slice(match.index + match[0].length);
    const next = rest.split(words.clauseBreak)[0] ?? rest;
    const before = text.slice(from, match.index);
    // A pasted page is one text: taking it to pieces would only cost time.
    if (before.length > longestClause) break;
    // "Right, I need to …" says no yes.
    const opening = words.before.exec(text.slice(from))?.[0] ?? '';
    if (opening.trim().replace(/[\s,!.]+$/, '').length >= before.trim().length) continue;
    const earlier: Request | undefined =
      (more ? by(language.continuations, before) : undefined) ?? read(before);
    if (!earlier) {
      barren += 1;
      if (barren > mostBarren) break;
      // "The car makes a noise, remind me to book a service": what was told before is no request.
      const all = rest.length > longestClause ? undefined : read(rest);
      const found = all ?? read(next);
      // "The plumber never came, put it back": undone is what was told of.
      const asked: Request | undefined =
        found?.kind === 'undo' ? { kind: 'restore', reference: { by: 'mention', many: false } } : found;
      const whole = read(text.slice(from));
      const untold = whole === undefined || (whole.kind === 'add' && whole.unasked);
      if (!asked || !untold) continue;
      const plain =
        asked.kind === 'add' && !asked.unasked && words.explicit.test(next) && !reader.dated(before);
      const command = commands.has(asked.kind);
      if (command && all && isAboutIt(asked)) {
        // "Can't face the laundry, snooze it": the task is in what was told.
        const { orElse: _instead, ...aimed } = { orElse: undefined, ...asked };
        const named = reader.reference(withoutManners(before, language));
        const exact = named?.by === 'number' || named?.by === 'position' || named?.by === 'filter';
        const reference: Reference = exact
          ? named
          : { by: 'words', words: reader.text(before), within: true };
        requests.push({ ...aimed, reference } as Request);
        from = text.length;
        break;
      }
      if (plain || (command && (words.sentenceBreak.test(match[0]) || words.explicit.test(next)))) {
        from = match.index + match[0].length;
      }
      continue;
    }
    const goesOn: boolean = earlier.kind === 'update' || earlier.kind === 'add';
    const continued: Request | undefined = goesOn ? by(language.continuations, next) : undefined;
    const following = (rest.length > longestClause ? undefined : read(rest)) ?? read(next);
    if (!continued && !following) continue;
    // "Make the report and the slides urgent": one command about two tasks, whose first half sounds like a new one.
    if (
      earlier.kind === 'add' &&
      (earlier.unasked || earlier.drafts.every(({ title }) => !/\p{L}/u.test(title))) &&
      saysOneThing(read(text.slice(from)), continued ?? following, before)
    ) {
      continue;
    }
    // "Tomorrow, remind me to call bob": the day of what is to be added, and no list.
    const dateless = earlier.kind === 'list' || isAboutIt(earlier);
    if (dateless && whole?.kind === 'add' && from === 0 && reader.due(before)) continue;
    // "Show me everything, done ones too" is one list.
    if (following?.kind === 'same' && earlier.kind === 'list') continue;
    // "Delete buy milk and call mom" names two tasks; nobody asked to add one.
    if (following?.kind === 'add' && following.unasked && read(text.slice(from))?.kind === earlier.kind)
      continue;
    // "Important!! Call the lawyer": how urgent it is, and no list of what is.
    if (following?.kind === 'add' && reader.priority(withoutManners(before, language))) continue;
    // "…, high priority, tomorrow" is said of the task, not for itself.
    if (earlier.kind === 'add' && (reader.due(next) ?? reader.priority(next))) continue;
    // "Add: review the report and delete old files" is one title, unless the second half clearly speaks to us.
    const speaksToUs =
      words.sentenceBreak.test(match[0]) ||
      words.explicit.test(next) ||
      isAboutIt(read(next)) ||
      continued !== undefined;
    if (takesAnyWords(earlier) && !speaksToUs) continue;
    barren = 0;
    requests.push(earlier);
    from = match.index + match[0].length;
    more = Boolean(continued);
  }
  const last = text.slice(from);
  if (last !== '') requests.push((more ? by(language.continuations, last) : undefined) ?? read(last));

  const understood = requests.filter((request) => request !== undefined);
  // Small talk around a real request ("Hi! Add milk") is manners, not a request of its own.
  const real = understood.filter((request) => request.kind !== 'talk');
  if (real.length > 0) return together(real);
  const [only] = understood;
  const told = only?.kind === 'talk' ? only.draft : undefined;
  if (told && isToCome(told, now) && !words.told.test(text))
    return [{ kind: 'add', drafts: [told], unasked: true }];
  return only && [only];
}
