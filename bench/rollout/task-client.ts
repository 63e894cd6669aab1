/** @module Somebody who makes, reads, changes and deletes tasks. */
import { type Client, think } from './client.ts';
import type { AcknowledgedTask } from './ledger.ts';

interface Task {
  id: number;
  title: string;
  completed: boolean;
}

/** Uses tasks until the signal aborts; between requests it thinks as long as `pauses` say, one after the other. */
export async function useTasks(
  client: Client,
  pauses: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  const { ledger, name, person } = client;
  let thought = 0;
  const rest = () => think(pauses[thought++ % pauses.length] ?? 0, signal);

  for (let number = 1; !signal.aborted; number++) {
    const title = `${name} ${number}`;
    const created = (await client.ask(201, 'POST', '/tasks', { title })) as Task | undefined;
    if (!created) {
      ledger.unsure.add(title);
      continue;
    }
    const task: AcknowledgedTask = {
      userId: person.id,
      id: created.id,
      title,
      state: 'pending',
      at: Date.now(),
    };
    ledger.tasks.push(task);
    await rest();

    const list = (await client.ask(200, 'GET', '/tasks?sort=-id&limit=50')) as Task[] | undefined;
    if (list?.every(({ id }) => id < created.id)) {
      ledger.fail(name, 'GET /tasks', `task ${created.id} is not in the list, though it was acknowledged`);
    }
    await rest();

    if (number % 3 === 0) {
      const deleted = await client.ask(204, 'DELETE', `/tasks/${created.id}`);
      task.state = deleted === undefined ? 'unsure' : 'deleted';
    } else {
      const changed = (await client.ask(200, 'PATCH', `/tasks/${created.id}`, { completed: true })) as
        | Task
        | undefined;
      task.state = changed ? 'completed' : 'unsure';
      const found = (await client.ask(200, 'GET', `/tasks/${created.id}`)) as Task | undefined;
      if (changed && found && !found.completed) {
        ledger.fail(name, `GET /tasks/${created.id}`, 'a change is not there, though it was acknowledged');
      }
    }
    await rest();
    await client.ask(200, 'GET', '//');
    await rest();
  }
}
