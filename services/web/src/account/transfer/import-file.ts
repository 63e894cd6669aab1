import { addressOf } from '../../api-client/address.ts';
import type { Answer } from '../../api-client/contract.ts';
import { Problem } from '../../api-client/problem.ts';
import { problemOf } from '../../api-client/problem-of.ts';
import { timeZone } from '../../api-client/time-zone.ts';

export type Imported = Answer<'post', '/api/{user_id}/import'>;

export interface Mistake {
  row?: number;
  path: string;
  message: string;
}

/** A file that the api refused, with all that is wrong in it. */
export class WrongFile extends Error {
  readonly mistakes: readonly Mistake[];
  /** How many there are beside those. */
  readonly more: number;

  constructor(mistakes: readonly Mistake[], more: number) {
    super('wrong file');
    this.name = 'WrongFile';
    this.mistakes = mistakes;
    this.more = more;
  }
}

/** As which kind of file it can be imported, by its name: browsers and systems disagree about the type of CSV. */
export function typeOf({ name }: Pick<File, 'name'>): 'application/json' | 'text/csv' | undefined {
  if (/\.json$/i.test(name)) return 'application/json';
  return /\.(csv|tsv|txt)$/i.test(name) ? 'text/csv' : undefined;
}

interface Options {
  userId: string;
  file: File;
  /** The same for each try with the same file: what was added once is not added again. */
  key: string;
  onSent: (part: number) => void;
  signal: AbortSignal;
}

/** Sends a file and tells how much of it has gone; `fetch` could not. */
export function importFile({ userId, file, key, onSent, signal }: Options): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', addressOf('post', '/api/{user_id}/import', { path: { user_id: userId } }));
    sending.setRequestHeader('Content-Type', typeOf(file) ?? 'text/csv');
    sending.setRequestHeader('Accept', 'application/json');
    sending.setRequestHeader('Idempotency-Key', key);
    sending.setRequestHeader('Time-Zone', timeZone());
    sending.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 1);
    sending.upload.onload = () => onSent(1);
    sending.onerror = () => reject(new Problem(0, ''));
    sending.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    sending.onload = () => {
      const { status, responseText } = sending;
      if (status === 200) resolve(JSON.parse(responseText));
      else refusalOf(sending).then(reject, reject);
    };
    signal.addEventListener('abort', () => sending.abort(), { once: true });
    sending.send(file);
  });
}

async function refusalOf(answered: XMLHttpRequest): Promise<Error> {
  const { status, responseText } = answered;
  const body: unknown = parsed(responseText);
  if (status === 422 && typeof body === 'object' && body !== null && 'errors' in body) {
    const more = 'more' in body ? Number(body.more) : 0;
    if (Array.isArray(body.errors)) return new WrongFile(body.errors.filter(isMistake), more);
  }
  const wait = answered.getResponseHeader('Retry-After');
  return problemOf(new Response(responseText, { status, headers: wait ? { 'Retry-After': wait } : {} }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMistake(error: unknown): error is Mistake {
  return typeof error === 'object' && error !== null && 'path' in error && 'message' in error;
}
