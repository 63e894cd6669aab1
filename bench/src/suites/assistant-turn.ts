import { setTimeout as delay } from 'node:timers/promises';
import { type Person, post, signUpMany } from '../people/person.ts';
import { startApi } from '../programs/program.ts';
import type { Figure } from '../report/figure.ts';
import { percentile } from '../report/statistics.ts';

const SAID = [
  'Add a task to buy groceries',
  'I need to remember to pay bills',
  'Show me all my tasks',
  "What's pending?",
  'Mark task 1 as complete',
  "Change task 2 to 'Call mom tonight'",
  'What have I completed?',
  'Delete task 1',
  'undo',
  'Delete task 1',
];
const ALONE = 12;
const TOGETHER = 20;
/** People read, think and type: a chat in which nobody does is a queue. */
const PAUSE_MILLISECONDS = 1000;

/** From the request to the full answer of the built-in assistant: alone, with 20 chats at once, and without a pause. */
export async function assistantTurn(databaseUrl: string): Promise<Figure[]> {
  const api = await startApi(databaseUrl);
  try {
    const crowd = await signUpMany(api.url, TOGETHER);
    const [first] = crowd as [Person];
    await talk(api.url, first); // warm
    const alone: number[] = [];
    for (const person of crowd.slice(0, ALONE)) alone.push(...(await talk(api.url, person)));
    const firstWords: number[] = [];
    for (let turn = 0; turn < 50; turn++) firstWords.push(await untilFirstWord(api.url, first));
    const chats = crowd.map(async (person, index) => {
      await delay((index * PAUSE_MILLISECONDS) / TOGETHER);
      return talk(api.url, person, PAUSE_MILLISECONDS);
    });
    const paced = (await Promise.all(chats)).flat();
    const crowded = (await Promise.all(crowd.map((person) => talk(api.url, person)))).flat();
    return [
      { name: 'built-in assistant, full answer, median', value: percentile(alone, 0.5), unit: 'ms' },
      {
        name: 'built-in assistant, full answer, p95',
        value: percentile(alone, 0.95),
        unit: 'ms',
        goal: 'below 60',
      },
      {
        name: 'built-in assistant, first streamed word, median',
        value: percentile(firstWords, 0.5),
        unit: 'ms',
        goal: 'below 30',
      },
      {
        name: '20 chats at once, a second between a message and the next, p95',
        value: percentile(paced, 0.95),
        unit: 'ms',
        goal: 'below 60',
      },
      { name: '20 chats at once without a pause, p95', value: percentile(crowded, 0.95), unit: 'ms' },
    ];
  } finally {
    await api.stop();
  }
}

/** One person's conversation; milliseconds of each turn. */
async function talk(api: string, person: Person, pause = 0): Promise<number[]> {
  const times: number[] = [];
  let conversation: { conversation_id: number } | undefined;
  for (const message of SAID) {
    const from = performance.now();
    conversation = await post<{ conversation_id: number }>(person, `${api}/api/${person.id}/chat`, {
      message,
      ...(conversation && { conversation_id: conversation.conversation_id }),
    });
    times.push(performance.now() - from);
    if (pause > 0) await delay(pause);
  }
  return times;
}

/** Milliseconds until the first word of an answer that changes something has come. */
async function untilFirstWord(api: string, person: Person): Promise<number> {
  const from = performance.now();
  const answer = await fetch(`${api}/api/${person.id}/chat`, {
    method: 'POST',
    headers: { ...person.headers, accept: 'text/event-stream' },
    body: JSON.stringify({ message: 'Add a task to buy groceries' }),
  });
  if (!answer.ok || !answer.body) throw new Error(`chat answered ${answer.status}`);
  const text = new TextDecoder();
  let first: number | undefined;
  for await (const bytes of answer.body) {
    if (text.decode(bytes, { stream: true }).includes('"text-delta"')) first ??= performance.now() - from;
  }
  if (first === undefined) throw new Error('an answer without a word');
  return first;
}
