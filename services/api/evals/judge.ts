/** Whether a conversation went as its case says. @module */
import type {
  Moment,
  TaskBefore,
  TestConversation,
} from '../src/chat/assistant/testing/conversation-with.ts';
import type { Task } from '../src/tasks/schema.ts';
import type { Case, ExpectedAnswer, ExpectedTask } from './case.ts';

/** What a field must be; a pattern is not case-sensitive. */
type Expected = ExpectedTask[keyof ExpectedTask];

const normal = (text: string) => text.trim().replace(/\.$/, '').toLowerCase();

function fits(name: keyof ExpectedTask, expected: Expected, actual: Task[keyof Task]): boolean {
  if (expected === undefined) return true;
  if (typeof expected === 'object' && expected !== null && 'match' in expected) {
    return new RegExp(expected.match, 'i').test(String(actual ?? ''));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const set = (tags: readonly string[]) => tags.map(normal).sort().join();
    return set(expected) === set(actual);
  }
  if (typeof expected === 'string' && typeof actual === 'string') {
    return name === 'due_at'
      ? Date.parse(expected) === Date.parse(actual)
      : normal(expected) === normal(actual);
  }
  return expected === actual;
}

function wrongWithTasks(expected: Record<string, ExpectedTask>, tasks: readonly Task[]): string[] {
  const wrong: string[] = [];
  for (const [id, fields] of Object.entries(expected)) {
    const task = tasks.find((candidate) => candidate.id === Number(id));
    if (!task) {
      wrong.push(`task ${id} is not there`);
      continue;
    }
    for (const name of Object.keys(fields) as (keyof ExpectedTask)[]) {
      if (fits(name, fields[name], task[name])) continue;
      wrong.push(`task ${id}: ${name} is ${JSON.stringify(task[name])}, not ${JSON.stringify(fields[name])}`);
    }
  }
  for (const { id, title } of tasks) {
    if (!(id in expected)) wrong.push(`task ${id} (${title}) should not be there`);
  }
  return wrong;
}

/** What a reader sees of Markdown: escapes and direction marks are invisible. */
function read(answer: string): string {
  return answer.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll(/[\u2066-\u2069]/g, '');
}

function wrongWithAnswer({ says, never }: ExpectedAnswer, answer: string): string[] {
  const [raw, seen] = [answer.toLowerCase(), read(answer).toLowerCase()];
  const said = (text: ExpectedAnswer['says'][number]) =>
    typeof text === 'string'
      ? raw.includes(text.toLowerCase()) || seen.includes(text.toLowerCase())
      : new RegExp(text.match, 'i').test(seen);
  return [
    ...says
      .filter((text) => !said(text))
      .map((text) => `the answer does not say “${typeof text === 'string' ? text : text.match}”: ${answer}`),
    ...never
      .filter((text) => raw.includes(text.toLowerCase()))
      .map((text) => `the answer says “${text}”: ${answer}`),
  ];
}

/** Everything as it was, for cases that name no tasks after. */
function unchanged(before: readonly TaskBefore[]): Record<string, ExpectedTask> {
  const entries = before.map((task, index) => {
    const fields = typeof task === 'string' ? { title: task } : task;
    return [String(index + 1), { completed: false, ...fields }];
  });
  return Object.fromEntries(entries);
}

/** Plays a case to its end; what is wrong with it, in words. Nothing is right. */
export async function judge(
  { tasks, says, calls, after, answer, answers = [], or, moment }: Case,
  start: (tasks: readonly TaskBefore[], moment?: Moment) => TestConversation,
): Promise<string[]> {
  const before = tasks as readonly TaskBefore[];
  const conversation = start(before, moment);
  const made: string[] = [];
  const heard: string[] = [];
  try {
    for (const message of says) {
      const said = await conversation.say(message);
      made.push(...said.done.filter((tool) => tool !== 'list_tasks'));
      heard.push(said.text);
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const atTheEnd = await conversation.tasks();
  const last = heard.at(-1) ?? '';
  const wrongWith = (reading: Pick<Case, 'after' | 'answer'>) => [
    ...wrongWithTasks(reading.after ?? unchanged(before), atTheEnd),
    ...(reading.answer ? wrongWithAnswer(reading.answer, last) : []),
  ];
  const first = wrongWith({ after, answer });
  return [
    ...(calls && made.join() !== calls.join()
      ? [`called ${made.join(', ') || 'nothing'}, not ${calls.join(', ') || 'anything'}`]
      : []),
    ...(or.some((reading) => wrongWith(reading).length === 0) ? [] : first),
    ...(last.trim() === '' ? ['there is no answer'] : []),
    ...answers.flatMap((expected, index) => (expected ? wrongWithAnswer(expected, heard[index] ?? '') : [])),
  ];
}
