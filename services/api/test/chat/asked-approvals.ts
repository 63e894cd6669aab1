/** @module A model that asks for an approval, and the ways to answer. */
import type { Person, TestStage } from './replicas.ts';
import { calling, scriptedModel } from './scripted-model.ts';

/** A step that deletes three tasks. */
export const deleteAll = () =>
  calling(['delete_task', { task_id: 1 }], ['delete_task', { task_id: 2 }], ['delete_task', { task_id: 3 }]);

/** Three tasks, and a model that wants to delete them all at once. */
export async function askedFor(stage: TestStage, me: string, ...then: Parameters<typeof scriptedModel>) {
  const script = scriptedModel(deleteAll(), ...then);
  const replica = await stage.replica(script.model);
  const api = await replica.as(me);
  for (const title of ['Milk', 'Eggs', 'Bread']) {
    await api.request('/api/{me}/tasks', { method: 'POST', body: { title } });
  }
  const answer = await api.say('delete everything');
  return {
    ...script,
    replica,
    api,
    answer,
    approval: answer.approval as NonNullable<typeof answer.approval>,
  };
}

type Asked = Awaited<ReturnType<typeof askedFor>>['approval'];

/** The same decision on all calls. */
export const decisions = ({ calls }: Asked, approved: boolean) => ({
  approvals: calls.map(({ id, signature }) => ({ id, signature, approved })),
});

/** Sends a decision. */
export const decide = (api: Person, turn: number, body: unknown, headers: Record<string, string> = {}) =>
  api.request(`/api/{me}/chat/1/turns/${turn}/approval`, { method: 'POST', body, headers });

/** What a person's tasks are called. */
export async function titles(api: Person): Promise<string[]> {
  const tasks = (await (await api.request('/api/{me}/tasks')).json()) as { title: string }[];
  return tasks.map(({ title }) => title);
}
