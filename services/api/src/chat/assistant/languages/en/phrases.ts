/** What the assistant says in English. @module */

import type { Phrases, ShownFilter, ShownTask } from '../../language.ts';
import { recurrenceWords } from './recurrence.ts';

const shown = 30;
/** More names than that in one sentence nobody reads. */
const mostNames = 10;

const quote = (title: string) => `“${title}”`;
const count = (number: number, noun = 'task') => `${number} ${noun}${number === 1 ? '' : 's'}`;
const name = (task: ShownTask) => (task.title ? quote(task.title) : `task #${task.id}`);
const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });
const and = (parts: readonly string[]) => conjunction.format(parts);
/** All of them by name, or the first ones and how many more there are. */
const names = (tasks: readonly ShownTask[]) =>
  and([
    ...tasks.slice(0, mostNames).map(name),
    ...(tasks.length > mostNames ? [`${tasks.length - mostNames} more`] : []),
  ]);
const many = (tasks: readonly ShownTask[]) =>
  tasks.length > 3 ? `${count(tasks.length)}: ${names(tasks)}` : names(tasks);

function details(task: ShownTask): string {
  const parts = [
    ...(task.priority && task.priority !== 'medium' ? [`${task.priority} priority`] : []),
    ...(task.due ? [`due ${task.due}`] : []),
    ...(task.recurs ? [task.recurs] : []),
    ...(task.tags ?? []).map((tag) => `#${tag}`),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function line(task: ShownTask): string {
  return `- #${task.id} ${task.title}${details(task)}${task.completed ? ' ✓' : ''}`;
}

function lines(tasks: readonly ShownTask[]): string {
  const rows = tasks.slice(0, shown).map(line);
  if (tasks.length > shown) rows.push(`- … and ${tasks.length - shown} more`);
  return rows.join('\n');
}

function due(filter: ShownFilter): string {
  switch (filter.due?.name) {
    case undefined:
      return '';
    case 'today':
      return ' due today';
    case 'tomorrow':
      return ' due tomorrow';
    case 'this-week':
      return ' due this week';
    case 'next-week':
      return ' due next week';
    case 'none':
      return ' without a due date';
    case 'overdue':
      return ' overdue';
    case 'on':
      return ` due ${filter.due.day ?? 'then'}`;
    case 'by':
      return ` due by ${filter.due.day ?? 'then'}`;
    case 'within': {
      const { from, day } = filter.due;
      if (!from || !day) return from ? ` due from ${from} on` : ` due by ${day ?? 'then'}`;
      return ` due between ${from} and ${day}`;
    }
  }
}

/** "pending", "high priority", "tagged #home" around the word task, as in "3 pending tasks due today". */
function described(filter: ShownFilter, number: number): string {
  const status = filter.status === 'all' || filter.due ? '' : `${filter.status} `;
  const priority = filter.priority ? `${filter.priority}-priority ` : '';
  const tag = filter.tag ? ` tagged #${filter.tag}` : '';
  const query = filter.query ? ` matching ${quote(filter.query)}` : '';
  return `${status}${priority}task${number === 1 ? '' : 's'}${tag}${query}${due(filter)}`;
}

function nothing(filter: ShownFilter): string {
  const narrow = filter.priority ?? filter.tag ?? filter.query ?? filter.due;
  if (narrow) return `You have no ${described(filter, 0)}.`;
  if (filter.status === 'pending') return 'You have no pending tasks. All clear! 🎉';
  if (filter.status === 'completed') return "You haven't completed any tasks yet.";
  return 'Your list is empty. Tell me what you need to do, for example “Add a task to buy groceries”.';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const dayAndMonth = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
});
const withYear = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
});
const near: Record<number, string> = { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' };

export const phrases: Phrases = {
  added: (tasks) => {
    const [only, second] = tasks;
    if (only && !second) return `Added ${quote(only.title)} as task #${only.id}${details(only)}.`;
    return `Added ${count(tasks.length)}:\n${tasks.map(line).join('\n')}`;
  },
  addedUnasked: (task) =>
    `I've put ${quote(task.title)} on your list as task #${task.id}${details(task)}. If that's not what you meant, say “no”.`,
  askTitle: () => 'Sure, what should the task be called?',
  askNewTitle: (task) => `What should ${name(task)} be called now?`,
  askNewDue: (task) => `When is ${name(task)} due now?`,
  listed: (tasks, filter, more) => {
    if (tasks.length === 0) return nothing(filter);
    return `You have ${more ? 'more than ' : ''}${tasks.length} ${described(filter, tasks.length)}:\n${lines(tasks)}`;
  },
  counted: (number, filter, more) =>
    number === 0
      ? nothing(filter)
      : `You have ${more ? 'more than ' : ''}${number} ${described(filter, number)}.`,
  considered: (task) =>
    `I've changed nothing. This is what I know of it:\n${line(task)}${task.description ? `\n  ${task.description}` : ''}\n\nTell me when I should complete, change or delete it.`,
  doneOrNot: (task) =>
    task.completed ? `Yes, ${name(task)} is done.` : `No, ${name(task)} is not done yet.`,
  described: (tasks) =>
    tasks.map((task) => `${line(task)}${task.description ? `\n  ${task.description}` : ''}`).join('\n'),
  completed: (tasks, completed) => {
    if (completed) {
      const [only, second] = tasks;
      return only && !second
        ? `Nice work! ${capital(name(only))} is done. ✓`
        : `Nice work! ${tasks.length > 3 ? `Marked ${count(tasks.length)} as done: ${names(tasks)}` : `Marked ${names(tasks)} as done`}. ✓ Say “undo” if that was too much.`;
    }
    return `${capital(many(tasks))} ${tasks.length === 1 ? 'is' : 'are'} back on your list.`;
  },
  already: (tasks, completed) => {
    const are = tasks.length === 1 ? 'is' : 'are';
    return completed
      ? `${capital(many(tasks))} ${are} already done. ✓`
      : `${capital(many(tasks))} ${are} still on your list as pending.`;
  },
  deleted: (tasks) =>
    `Deleted ${many(tasks)}. Say “undo” to bring ${tasks.length === 1 ? 'it' : 'them'} back.`,
  restored: (tasks) => `${capital(many(tasks))} ${tasks.length === 1 ? 'is' : 'are'} back.`,
  updated: (tasks, { title, what }) => {
    const [only, second] = tasks;
    const others = what.length > 0 ? ` ${and(what)}` : '';
    if (!only || second) return `Updated ${many(tasks)}${others ? `:${others}` : ''}.`;
    const known = only.title ? `${quote(only.title)} (#${only.id})` : `task #${only.id}`;
    if (title !== undefined)
      return `Done, ${known} is now called ${quote(title)}${others ? `, ${others.trim()}` : ''}.`;
    return others ? `Updated ${known}:${others}.` : `Updated ${known}.`;
  },
  change: {
    description: (text) => (text ? `note ${quote(text)}` : 'no note'),
    priority: (priority) => `${priority} priority`,
    due: (when) => (when ? `due ${when}` : 'no due date'),
    recurrence: (words) => (words ? `now ${words}` : 'no longer repeating'),
    tags: ({ added, removed }) =>
      [
        ...(added.length > 0 ? [`tagged ${added.map((tag) => `#${tag}`).join(', ')}`] : []),
        ...(removed === 'all'
          ? ['no tags']
          : removed.length > 0
            ? [`no longer tagged ${removed.map((tag) => `#${tag}`).join(', ')}`]
            : []),
      ].join(', '),
  },
  which: (candidates) =>
    `Which one do you mean?\n${lines(candidates)}\n\nAnswer with its number, or part of its title.`,
  whichAgain: (candidates) =>
    `Sorry, I still can't tell which one you mean:\n${lines(candidates)}\n\nAnswer with its number, or say “never mind”.`,
  didYouMean: (words, task) =>
    `I couldn't find a task matching ${quote(words)}. Did you mean ${quote(task.title)} (#${task.id})?`,
  notFound: (words, nearest) => {
    const start = words ? `I couldn't find a task matching ${quote(words)}.` : "I couldn't find that task.";
    if (nearest.length === 0) return `${start} Say “show my tasks” to see what is on your list.`;
    return `${start} The nearest are:\n${lines(nearest)}\n\nWhich one do you mean?`;
  },
  inTrash: (id) => `Task #${id} is in the trash. Say “restore task ${id}” to bring it back.`,
  noNumber: (id) => `I couldn't find task #${id}. Say “show my tasks” to see the numbers.`,
  nothingThere: nothing,
  noMention: () => "I'm not sure which task you mean. Tell me its number or part of its title.",
  trash: (tasks) =>
    tasks.length === 0
      ? 'The trash is empty.'
      : `In the trash ${tasks.length === 1 ? 'is' : 'are'} ${count(tasks.length)}:\n${lines(tasks)}\n\nSay “restore” and its number to bring one back.`,
  confirmDelete: (tasks, more) =>
    `This would delete ${more ? 'the first ' : ''}${tasks.length === 1 ? 'this task' : `these ${count(tasks.length)}`}:\n${lines(tasks)}\n\nShall I go ahead? Answer “yes” or “no”.`,
  kept: () => "All right, I've left everything as it is.",
  undone: ({ removed, restored, completed, reopened, asBefore }) => {
    const few = (tasks: readonly ShownTask[]) => (tasks.length > 3 ? count(tasks.length) : names(tasks));
    const parts = [
      ...(removed.length > 0 ? [`removed ${few(removed)} again`] : []),
      ...(restored.length > 0 ? [`brought back ${few(restored)}`] : []),
      ...(reopened.length > 0 ? [`marked ${few(reopened)} as not done`] : []),
      ...(completed.length > 0 ? [`marked ${few(completed)} as done again`] : []),
      ...(asBefore.length > 0 ? [`changed ${few(asBefore)} back`] : []),
    ];
    return parts.length > 0 ? `Undone: I've ${and(parts)}.` : '';
  },
  nothingToUndo: () => 'There is nothing to undo in this conversation yet.',
  failed: (sentence) => (sentence ? `That didn't work: ${sentence}` : "That didn't work. Please try again."),
  offerToAdd: (title) => `I'm not sure what to do with ${quote(title)}. Shall I add it as a task?`,
  nothingToConfirm: () => "There is nothing waiting for a yes. Tell me what you'd like to do, or say “help”.",
  recurrence: recurrenceWords,
  talk: {
    greeting: () => 'Hello! Tell me what you need to do, or ask “What’s pending?” to see your tasks.',
    thanks: () => "You're welcome!",
    goodbye: () => 'See you! Your tasks are safe here.',
    okay: () => 'All right! Just tell me when there is something to add, change or tick off.',
    help: () =>
      'I look after your todo list. For example:\n- “Add a task to buy groceries tomorrow #home”\n- “Show me all my tasks” or “What’s pending?”\n- “Mark task 3 as complete” or “I called mom”\n- “Change task 1 to ‘Call mom tonight’”\n- “Make task 2 high priority” or “Move task 2 to Friday 5pm”\n- “Delete the meeting task”, then “undo” if you change your mind',
    unknown: () =>
      'I can only help with your todo list. Try “Add a task to buy groceries”, “What’s pending?” or “help”.',
  },
  due: ({ date, time, today }) => {
    const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
    const thisYear = date.slice(0, 4) === today.slice(0, 4);
    const written = near[days] ?? (thisYear ? dayAndMonth : withYear).format(new Date(date));
    return `${written}${time ? ` at ${time}` : ''}`;
  },
};
