/** What the assistant says in English. @module */
import type { Phrases } from '../../language.ts';
import type { ListFilter, Priority, TaskSummary } from '../../requests.ts';

const shown = 30;

const quote = (title: string) => `“${title}”`;
const count = (number: number, noun = 'task') => `${number} ${noun}${number === 1 ? '' : 's'}`;
const name = (task: { id: number; title: string }) => (task.title ? quote(task.title) : `task #${task.id}`);
const names = (tasks: readonly { id: number; title: string }[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(tasks.map(name));

function line(task: TaskSummary, due?: string): string {
  const details = [
    ...(task.priority && task.priority !== 'medium' ? [`${task.priority} priority`] : []),
    ...(due ? [`due ${due}`] : []),
    ...(task.tags ?? []).map((tag) => `#${tag}`),
  ];
  return `- #${task.id} ${task.title}${details.length > 0 ? ` (${details.join(', ')})` : ''}${task.completed ? ' ✓' : ''}`;
}

function lines(tasks: readonly TaskSummary[], due?: (task: TaskSummary) => string | undefined): string {
  const rows = tasks.slice(0, shown).map((task) => line(task, due?.(task)));
  if (tasks.length > shown) rows.push(`- … and ${tasks.length - shown} more`);
  return rows.join('\n');
}

const ranges: Record<string, string> = {
  today: 'due today',
  tomorrow: 'due tomorrow',
  'this-week': 'due this week',
  'next-week': 'due next week',
  overdue: 'overdue',
};

/** "pending", "high priority", "tagged #home" around the word task, as in "3 pending tasks due today". */
function described(filter: ListFilter, number: number): string {
  const status = filter.status === 'all' || filter.due ? '' : `${filter.status} `;
  const priority = filter.priority ? `${filter.priority}-priority ` : '';
  const tag = filter.tag ? ` tagged #${filter.tag}` : '';
  const query = filter.query ? ` matching ${quote(filter.query)}` : '';
  const due = filter.due ? ` ${ranges[filter.due.name] ?? ''}` : '';
  return `${status}${priority}task${number === 1 ? '' : 's'}${tag}${query}${due}`;
}

function nothing(filter: ListFilter): string {
  const narrow = filter.priority ?? filter.tag ?? filter.query ?? filter.due;
  if (narrow) return `You have no ${described(filter, 0)}.`;
  if (filter.status === 'pending') return 'You have no pending tasks. All clear! 🎉';
  if (filter.status === 'completed') return "You haven't completed any tasks yet.";
  return 'Your list is empty. Tell me what you need to do, for example “Add a task to buy groceries”.';
}

const priorityWords: Record<Priority, string> = { high: 'high', medium: 'medium', low: 'low' };

export const phrases: Phrases = {
  added: (tasks) => {
    const details = (task: (typeof tasks)[number]) => {
      const parts = [
        ...(task.priority ? [`${priorityWords[task.priority]} priority`] : []),
        ...(task.due ? [`due ${task.due}`] : []),
        ...(task.tags ?? []).map((tag) => `#${tag}`),
      ];
      return parts.length > 0 ? ` (${parts.join(', ')})` : '';
    };
    const [only, second] = tasks;
    if (only && !second) return `Added ${quote(only.title)} as task #${only.id}${details(only)}.`;
    return `Added ${count(tasks.length)}:\n${tasks.map((task) => `- #${task.id} ${task.title}${details(task)}`).join('\n')}`;
  },
  askTitle: () => 'Sure, what should the task be called?',
  askNewTitle: (task) => `What should ${task} be called now?`,
  listed: (tasks, filter, more, due) => {
    if (tasks.length === 0) return nothing(filter);
    return `You have ${more ? 'more than ' : ''}${tasks.length} ${described(filter, tasks.length)}:\n${lines(tasks, due)}`;
  },
  counted: (number, filter, more) =>
    number === 0
      ? nothing(filter)
      : `You have ${more ? 'more than ' : ''}${number} ${described(filter, number)}.`,
  completed: (tasks, completed) => {
    const [only, second] = tasks;
    if (completed)
      return only && !second
        ? `Nice work! ${capital(name(only))} is done. ✓`
        : `Nice work! Marked ${names(tasks)} as done. ✓`;
    return only && !second
      ? `${capital(name(only))} is back on your list.`
      : `${capital(names(tasks))} are back on your list.`;
  },
  already: (task, completed) =>
    completed
      ? `${quote(task.title)} is already done. ✓`
      : `${quote(task.title)} is still on your list as pending.`,
  deleted: (tasks) =>
    `Deleted ${tasks.length > 3 ? `${count(tasks.length)}: ${names(tasks)}` : names(tasks)}. Say “undo” to bring ${tasks.length === 1 ? 'it' : 'them'} back.`,
  restored: (tasks) => `${capital(names(tasks))} ${tasks.length === 1 ? 'is' : 'are'} back.`,
  updated: (task, { title, what }) => {
    const known = task.title ? `${quote(task.title)} (#${task.id})` : `task #${task.id}`;
    const others = what.length > 0 ? ` ${new Intl.ListFormat('en').format(what)}` : '';
    if (title !== undefined)
      return `Done, ${known} is now called ${quote(title)}${others ? `, ${others.trim()}` : ''}.`;
    return others ? `Updated ${known}:${others}.` : `Updated ${known}.`;
  },
  change: {
    title: () => 'new title',
    description: () => 'new description',
    priority: (priority) => `${priorityWords[priority]} priority`,
    due: (due) => (due ? `due ${due}` : 'no due date'),
    tags: () => 'new tags',
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
  noNumber: (id) => `I couldn't find task #${id}. Say “show my tasks” to see the numbers.`,
  nothingThere: nothing,
  noMention: () => "I'm not sure which task you mean. Tell me its number or part of its title.",
  confirmDelete: (tasks, more) =>
    `This would delete ${more ? 'the first ' : ''}${tasks.length === 1 ? 'this task' : `these ${count(tasks.length)}`}:\n${lines(tasks)}\n\nShall I go ahead? Answer “yes” or “no”.`,
  kept: () => "All right, I've left everything as it is.",
  asBefore: (task) => `${capital(name(task))} is as it was before.`,
  undone: (sentences) => `Undone. ${sentences.join(' ')}`.trim(),
  nothingToUndo: () => 'There is nothing to undo in this conversation yet.',
  failed: (sentence) => (sentence ? `That didn't work: ${sentence}` : "That didn't work. Please try again."),
  offerToAdd: (title) => `I'm not sure what to do with ${quote(title)}. Shall I add it as a task?`,
  nothingToConfirm: () => "There is nothing waiting for a yes. Tell me what you'd like to do, or say “help”.",
  talk: {
    greeting: () => 'Hello! Tell me what you need to do, or ask “What’s pending?”.',
    thanks: () => "You're welcome!",
    goodbye: () => 'See you! Your tasks are safe here.',
    help: () =>
      'I look after your todo list. For example:\n- “Add a task to buy groceries tomorrow #home”\n- “Show me all my tasks” or “What’s pending?”\n- “Mark task 3 as complete” or “I called mom”\n- “Change task 1 to ‘Call mom tonight’”\n- “Make task 2 high priority” or “Move task 2 to Friday 5pm”\n- “Delete the meeting task”, then “undo” if you change your mind',
    unknown: () =>
      'I can only help with your todo list. Try “Add a task to buy groceries”, “What’s pending?” or “help”.',
  },
  due: ({ date, time, today }) => {
    const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
    const near: Record<number, string> = { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' };
    const thisYear = date.slice(0, 4) === today.slice(0, 4);
    const written = new Intl.DateTimeFormat('en-US', {
      timeZone: 'UTC',
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      ...(thisYear ? {} : { year: 'numeric' }),
    }).format(new Date(date));
    return `${near[days] ?? written}${time ? ` at ${time}` : ''}`;
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
