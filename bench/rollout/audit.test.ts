import { expect, test } from 'vitest';
import { auditConversations, auditTasks } from './audit.ts';
import type { AcknowledgedTask, Turn } from './ledger.ts';

const nothing = { titles: new Set<string>(), words: new Set<string>() };

function acknowledged(id: number, state: AcknowledgedTask['state'] = 'pending'): AcknowledgedTask {
  return { userId: 'ada', id, title: `busy ${id}`, state, at: 0 };
}

const stored = (id: number, completed = false, title = `busy ${id}`) => ({ id, title, completed });

const turn: Turn = {
  userId: 'ada',
  conversationId: 1,
  said: 'Add a task to sort box bcd',
  word: 'bcd',
  answer: 'Added.',
};

test('what is as it was acknowledged is well', () => {
  const tasks = [acknowledged(1), acknowledged(2, 'completed'), acknowledged(3, 'deleted')];
  const found = [stored(1), stored(2, true), stored(4, false, 'Sort box bcd')];
  expect(auditTasks(tasks, [turn], nothing, found)).toEqual([]);
});

test.each([
  ['lost', [acknowledged(1)], [], 'task "busy 1" is lost'],
  ['doubled', [acknowledged(1)], [stored(1), stored(2, false, 'busy 1')], 'task "busy 1" is there 2 times'],
  ['renumbered', [acknowledged(1)], [stored(2, false, 'busy 1')], 'number 2, but was acknowledged as 1'],
  ['not completed', [acknowledged(1, 'completed')], [stored(1)], 'is not completed'],
  [
    'completed by nobody',
    [acknowledged(1)],
    [stored(1, true)],
    'is completed, but was acknowledged otherwise',
  ],
  ['back from the trash', [acknowledged(1, 'deleted')], [stored(1)], 'is there, though it was deleted'],
  ['of nobody', [], [stored(7)], 'nobody made task "busy 7"'],
])('a task that is %s is told', (_, tasks, found, words) => {
  const [sentence, ...others] = auditTasks(tasks, [], nothing, found);
  expect(sentence).toContain(words);
  expect(others).toEqual([]);
});

test('what was not answered may be there once, or not at all', () => {
  const unsure = { titles: new Set(['busy 9']), words: new Set(['xyz']) };
  const once = [stored(9), stored(10, false, 'Sort box xyz')];
  expect(auditTasks([acknowledged(1, 'unsure')], [], unsure, [])).toEqual([]);
  expect(auditTasks([], [], unsure, once)).toEqual([]);
  expect(auditTasks([], [], unsure, [...once, stored(11, false, 'busy 9')])).toEqual([
    'task "busy 9" is there 2 times',
  ]);
});

test('a message that made no task, or two, is told', () => {
  const made = [stored(1, false, 'Sort box bcd'), stored(2, false, 'Sort box bcd')];
  expect(auditTasks([], [turn], nothing, [])).toEqual([`"${turn.said}" made 0 tasks`]);
  expect(auditTasks([], [turn], nothing, made)).toEqual([`"${turn.said}" made 2 tasks`]);
});

const said = { role: 'user', text: turn.said };
const answered = { role: 'assistant', text: 'Added.' };

test('a conversation that was told as it is stored is well', () => {
  expect(auditConversations([turn], nothing, [{ id: 1, messages: [said, answered] }])).toEqual([]);
});

test.each([
  ['a message that is lost', [], `the message "${turn.said}" is lost`],
  ['a message that is there twice', [said, answered, said, answered], 'is there 2 times'],
  ['an answer that is lost', [said], 'the answer to'],
  ['an answer that is there twice', [said, answered, answered], 'is there twice'],
  ['doubled text', [said, { role: 'assistant', text: 'Added.Added.' }], 'but was told as "Added."'],
  [
    'what nobody said',
    [said, answered, { role: 'user', text: 'Add a task to sort box q' }],
    'nobody said "Add',
  ],
])('%s is told', (_, messages, words) => {
  const sentences = auditConversations([turn], nothing, [{ id: 1, messages }]);
  expect(sentences).toEqual([expect.stringContaining(words)]);
});

test('a message whose answer never came may be there', () => {
  const messages = [{ role: 'user', text: 'Add a task to sort box xyz' }];
  expect(auditConversations([], { ...nothing, words: new Set(['xyz']) }, [{ id: 2, messages }])).toEqual([]);
});
