import { post, signUp } from './person.ts';
import { startApi } from './programs.ts';
import type { Figure } from './run.ts';
import { percentile } from './statistics.ts';

const said = [
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
const people = 12;

/** From the request to the full answer of the built-in assistant, one turn after the other, then 20 at once. */
export async function assistantTurn(databaseUrl: string): Promise<Figure[]> {
  const api = await startApi(databaseUrl);
  try {
    await talk(api.url); // warm
    const alone: number[] = [];
    for (let person = 0; person < people; person++) alone.push(...(await talk(api.url)));
    const together = (await Promise.all(Array.from({ length: 20 }, () => talk(api.url)))).flat();
    return [
      { name: 'built-in assistant, full answer, median', value: percentile(alone, 0.5), unit: 'ms' },
      {
        name: 'built-in assistant, full answer, p95',
        value: percentile(alone, 0.95),
        unit: 'ms',
        goal: 'below 60',
      },
      { name: 'the same with 20 people at once, p95', value: percentile(together, 0.95), unit: 'ms' },
    ];
  } finally {
    await api.stop();
  }
}

/** One person's conversation; milliseconds of each turn. */
async function talk(api: string): Promise<number[]> {
  const person = await signUp(api);
  const times: number[] = [];
  let conversation: { conversation_id: number } | undefined;
  for (const message of said) {
    const from = performance.now();
    conversation = await post<{ conversation_id: number }>(person, `${api}/api/${person.id}/chat`, {
      message,
      ...(conversation && { conversation_id: conversation.conversation_id }),
    });
    times.push(performance.now() - from);
  }
  return times;
}
