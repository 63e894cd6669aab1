/** @module Whether the product holds exactly what it acknowledged: nothing lost, nothing doubled. */
import type { AcknowledgedTask, Turn } from './ledger.ts';

/** A task as the api returns it at the end. */
export interface StoredTask {
  id: number;
  title: string;
  completed: boolean;
}

/** A conversation as the api returns it at the end: who said what, in order. */
export interface StoredConversation {
  id: number;
  messages: { role: string; text: string }[];
}

/** What nobody was told: it may be there once, or not at all. */
export interface Unsure {
  titles: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

/** The tasks of one person, made by hand and by the assistant. Gives one sentence for each thing that is wrong. */
export function auditTasks(
  acknowledged: readonly AcknowledgedTask[],
  turns: readonly Turn[],
  unsure: Unsure,
  stored: readonly StoredTask[],
): string[] {
  const wrong: string[] = [];
  const found = Map.groupBy(stored, ({ title }) => title);
  for (const { id, title, state } of acknowledged) {
    const tasks = found.get(title) ?? [];
    found.delete(title);
    const [task] = tasks;
    if (tasks.length > 1) wrong.push(`task "${title}" is there ${tasks.length} times`);
    else if (!task) {
      if (state !== 'deleted' && state !== 'unsure') wrong.push(`task "${title}" is lost`);
    } else if (state === 'deleted') wrong.push(`task "${title}" is there, though it was deleted`);
    else if (task.id !== id)
      wrong.push(`task "${title}" is number ${task.id}, but was acknowledged as ${id}`);
    else if (state !== 'unsure' && task.completed !== (state === 'completed')) {
      wrong.push(
        `task "${title}" is ${task.completed ? '' : 'not '}completed, but was acknowledged otherwise`,
      );
    }
  }

  // What is left was made by the assistant; its words for a title are its own, but the one word is in it.
  const rest = [...found].flatMap(([, tasks]) => tasks);
  const mentioned = Map.groupBy(rest, ({ title }) => title.split(' ').at(-1) ?? '');
  for (const { word, said } of turns) {
    const tasks = mentioned.get(word) ?? [];
    mentioned.delete(word);
    if (tasks.length !== 1) wrong.push(`"${said}" made ${tasks.length} tasks`);
  }
  for (const [word, tasks] of mentioned) {
    const title = tasks[0]?.title ?? '';
    if (!unsure.words.has(word) && !unsure.titles.has(title)) wrong.push(`nobody made task "${title}"`);
    else if (tasks.length > 1) wrong.push(`task "${title}" is there ${tasks.length} times`);
  }
  return wrong;
}

/** The conversations of one person. Gives one sentence for each thing that is wrong. */
export function auditConversations(
  turns: readonly Turn[],
  unsure: Unsure,
  stored: readonly StoredConversation[],
): string[] {
  const wrong: string[] = [];
  const conversations = new Map(stored.map((conversation) => [conversation.id, conversation]));
  const known = new Set(turns.map(({ said }) => said));
  for (const { conversationId, said, answer } of turns) {
    const messages = conversations.get(conversationId)?.messages ?? [];
    const places = messages.flatMap(({ role, text }, index) =>
      role === 'user' && text === said ? [index] : [],
    );
    const [place] = places;
    if (place === undefined) wrong.push(`the message "${said}" is lost`);
    else if (places.length > 1) wrong.push(`the message "${said}" is there ${places.length} times`);
    else {
      const next = messages[place + 1];
      if (next?.role !== 'assistant') wrong.push(`the answer to "${said}" is lost`);
      else if (next.text !== answer) {
        wrong.push(`the answer to "${said}" is stored as "${next.text}", but was told as "${answer}"`);
      }
      if (messages[place + 2]?.role === 'assistant') wrong.push(`the answer to "${said}" is there twice`);
    }
  }
  for (const { messages } of stored) {
    for (const { role, text } of messages) {
      if (role !== 'user' || known.has(text)) continue;
      if (!unsure.words.has(text.split(' ').at(-1) ?? '')) wrong.push(`nobody said "${text}"`);
    }
  }
  return wrong;
}
