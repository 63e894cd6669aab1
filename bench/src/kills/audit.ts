/** @module What must be true of every turn when all is over. */
import type { UIMessage } from 'ai';
import type { Person } from '../people/person.ts';
import { titlesOf, wordsOf } from '../programs/scripted-model.ts';
import type { Followed } from './resuming-client.ts';

/** What a turn must leave behind. */
export interface Expected {
  message: string;
  titles: string[];
  /** The words that it must end with; none where only their number matters: once. */
  words: string | undefined;
}

interface Audited {
  expected: Expected;
  person: Person;
  followed: Followed;
}

/** What to say in a turn of this name, and what must come of it. */
export function expectation(kind: 'scripted' | 'built-in', name: string, words: number): Expected {
  if (kind === 'scripted') {
    return { message: `run ${name}`, titles: titlesOf(name), words: wordsOf(name, words) };
  }
  const titles = ['bread', 'milk', 'tea'].map((what) => `${what} for ${name}`);
  return { message: `add three tasks: ${titles.join(', ')}`, titles: titles.map(capital), words: undefined };
}

/** A sentence for each turn that is not as it must be. */
export async function flawsOf(api: string, turns: readonly Audited[]): Promise<string[]> {
  const flaws: string[] = [];
  for (const { expected, person, followed } of turns) {
    const read = async <T>(path: string): Promise<T> => {
      const answer = await fetch(`${api}/api/${person.id}${path}`, { headers: person.headers });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return (await answer.json()) as T;
    };
    const say = (what: string) => flaws.push(`${expected.message}: ${what}`);
    const query = encodeURIComponent(expected.titles[0]?.split(' ').at(expected.words ? 0 : -1) ?? '');
    const tasks = await read<{ title: string }[]>(`/tasks?limit=500&q=${query}`);
    const titles = tasks.map(({ title }) => title).filter((title) => expected.titles.includes(title));
    const { messages } = await read<{ messages: UIMessage[] }>(`/conversations/${followed.conversation}`);
    const [asked, answer, ...more] = messages;
    if (titles.toSorted().join() !== expected.titles.toSorted().join())
      say(`tasks ${JSON.stringify(titles)}`);
    else if (textOf(asked) !== expected.message || !answer || more.length > 0)
      say('not one message and one answer');
    else if (statusOf(answer) !== 'completed') say(`ended as ${statusOf(answer)}`);
    else if (callsOf(answer) !== expected.titles.length) say(`${callsOf(answer)} calls`);
    else if (!textIsWhole(textOf(answer), expected)) say(`text ${JSON.stringify(textOf(answer))}`);
    else if (followed.message && textOf(followed.message) !== textOf(answer)) {
      say(`the client saw ${JSON.stringify(textOf(followed.message))}`);
    }
  }
  return flaws;
}

function textIsWhole(text: string, { words, titles }: Expected): boolean {
  if (words !== undefined) return text.trim() === words;
  return titles.every((title) => text.split(title).length === 2);
}

function textOf(message: UIMessage | undefined): string {
  return (message?.parts ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
}

function statusOf(message: UIMessage): unknown {
  return (message.metadata as { status?: unknown } | undefined)?.status;
}

function callsOf(message: UIMessage): number {
  return message.parts.filter((part) => part.type === 'dynamic-tool' && part.state === 'output-available')
    .length;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
