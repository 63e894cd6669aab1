/** @module Everything that the product holds of one person, asked through the web service like any other program. */
import type { StoredConversation, StoredTask } from './audit.ts';
import { textOf } from './chat-client.ts';
import type { Client } from './client.ts';

const PAGE = 500;

interface Answer {
  tasks: StoredTask[];
  conversations: StoredConversation[];
}

/** Reads all tasks and conversations of the client's person; throws when they cannot be read. */
export async function readBack(client: Client): Promise<Answer> {
  const read = async <T>(path: string): Promise<T> => {
    const answer = await client.ask(200, 'GET', path);
    if (answer === undefined)
      throw new Error(`${path} cannot be read: ${client.ledger.failures.at(-1)?.what}`);
    return answer as T;
  };

  const tasks: StoredTask[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: Awaited<ReturnType<Client['open']>> = await client.open(
      `/tasks?sort=id&limit=${PAGE}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      {},
    );
    tasks.push(...((await page.json()) as StoredTask[]));
    const next: string | undefined = /<([^>]+)>;\s*rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    cursor = next ? (new URL(next, 'http://localhost').searchParams.get('cursor') ?? undefined) : undefined;
  }

  const conversations: StoredConversation[] = [];
  for (const { id } of await read<{ id: number }[]>('/conversations')) {
    const { messages } = await read<{
      messages: { role: string; parts: Parameters<typeof textOf>[0]['parts'] }[];
    }>(`/conversations/${id}`);
    conversations.push({
      id,
      messages: messages.map((message) => ({ role: message.role, text: textOf(message) })),
    });
  }
  return { tasks, conversations };
}
