/**
 * Somebody who works on without a pause: each change is sent until it is acknowledged, to whichever address answers, and
 * noted. What is noted must be in the database when all is over, once; what is read meanwhile must be one's own.
 *
 * @module
 */
import type { Person } from '../people/person.ts';

/** A task as its person has been told that it is. */
export interface Told {
  title: string;
  completed: boolean;
  trashed: boolean;
}

export interface Writer {
  person: Person;
  /** By number. */
  told: Map<number, Told>;
  acknowledged: number;
  /** When each change was, by `performance.now()`. */
  acknowledgedAt: number[];
  /** Attempts that were answered with 502 or 503, or not at all. */
  refused: number;
  /** Answers that nobody should have got. */
  wrong: string[];
  /** The longest time from the first attempt to the acknowledgement, in milliseconds. */
  longest: number;
}

const PATIENCE_MILLISECONDS = 30_000;
const PAUSE_MILLISECONDS = 100;

/** Works until the signal; what it had begun by then is brought to its end. */
export async function work(
  apis: readonly string[],
  person: Person,
  signal: AbortSignal,
  begun?: (writer: Writer) => void,
): Promise<Writer> {
  const writer: Writer = {
    person,
    told: new Map(),
    acknowledged: 0,
    acknowledgedAt: [],
    refused: 0,
    wrong: [],
    longest: 0,
  };
  begun?.(writer);
  for (let step = 0; !signal.aborted; step++) await change(writer, apis, step);
  return writer;
}

async function change(writer: Writer, apis: readonly string[], step: number): Promise<void> {
  const { told, person } = writer;
  const live = [...told].filter(([, task]) => !task.trashed);
  const [id, task] = live[Math.floor(Math.random() * live.length)] ?? [];
  const kind = step % 5;
  if (id === undefined || task === undefined || kind === 0) {
    const title = `Step ${step} of ${person.id}`;
    const made = await send<{ id: number }>(writer, apis, 'POST', '', { title }, `step-${step}`);
    if (told.has(made.id)) writer.wrong.push(`task ${made.id} was given out twice`);
    told.set(made.id, { title, completed: false, trashed: false });
  } else if (kind === 1) {
    const completed = !task.completed;
    await send(writer, apis, 'PATCH', `/${id}/complete`, { completed });
    told.set(id, { ...task, completed });
  } else if (kind === 2) {
    const title = `Step ${step} of ${person.id}, again`;
    await send(writer, apis, 'PATCH', `/${id}`, { title });
    told.set(id, { ...task, title });
  } else if (kind === 3) {
    await send(writer, apis, 'DELETE', `/${id}`);
    told.set(id, { ...task, trashed: true });
  } else {
    const seen = await send<{ id: number; title: string }[]>(writer, apis, 'GET', '?limit=100');
    for (const { id, title } of seen) {
      if (told.get(id)?.title !== title) writer.wrong.push(`was shown task ${id}, ${title}`);
    }
  }
}

async function send<T>(
  writer: Writer,
  apis: readonly string[],
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<T> {
  const { id, headers } = writer.person;
  const from = performance.now();
  for (let attempt = 0; ; attempt++) {
    // The next one each time: the one before may be the one that is dead.
    const api = apis[(writer.acknowledgedAt.length + attempt) % apis.length];
    const answer = await fetch(`${api}/api/${id}/tasks${path}`, {
      method,
      headers: key === undefined ? headers : { ...headers, 'idempotency-key': key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    }).catch(() => undefined);
    const text = await answer?.text().catch(() => undefined);
    // A deletion whose answer was lost has been done all the same.
    const isDone = answer?.ok || (answer?.status === 404 && method === 'DELETE' && attempt > 0);
    if (isDone && text !== undefined) {
      if (method !== 'GET') writer.acknowledged++;
      writer.acknowledgedAt.push(performance.now());
      writer.longest = Math.max(writer.longest, performance.now() - from);
      return (answer?.status === 404 || text === '' ? undefined : JSON.parse(text)) as T;
    }
    if (answer && !answer.ok && ![502, 503].includes(answer.status)) {
      writer.wrong.push(`${method} ${path} answered ${answer.status}: ${text}`);
      if (writer.wrong.length > 20) throw new Error(writer.wrong.join('\n'));
    }
    writer.refused++;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}
