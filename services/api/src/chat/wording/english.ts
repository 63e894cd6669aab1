/** @module The chat's own words in English. */
import { plainText } from '../assistant/answering/plain-text.ts';
import type { Deed, Planned, Trouble, Words } from './words.ts';

const list = new Intl.ListFormat('en');
/** So many tasks are named one by one; a longer list is not read. */
const MOST_NAMED = 10;

const deeds: Record<Deed['status'], string> = {
  created: 'added',
  completed: 'completed',
  pending: 'reopened',
  deleted: 'deleted',
  updated: 'changed',
  restored: 'restored',
};

const reasons: Record<Trouble, string> = {
  failed: "Sorry, I couldn't finish that: the model behind this chat did not answer properly.",
  slow: "Sorry, I couldn't finish that: the model behind this chat took too long.",
  refused: 'The model behind this chat declined to answer that.',
  limit: 'That was more than I can do in one go.',
  cut: 'My answer became too long and was cut off here.',
};

const plans: Record<string, string> = {
  delete_task: 'delete',
  complete_task: 'complete or reopen',
  update_task: 'change',
  restore_task: 'restore',
  add_task: 'add',
};

const nameOf = ({ title, id }: Pick<Planned, 'title' | 'id'>) =>
  [title && `“${plainText(title, 'ltr')}”`, id !== undefined && `(#${id})`].filter(Boolean).join(' ');

function named(calls: readonly Planned[]): string {
  const shown = calls.slice(0, MOST_NAMED).map(nameOf);
  const more = calls.length - shown.length;
  return list.format(more > 0 ? [...shown, `${more} more`] : shown);
}

export const english: Words = {
  languageName: 'English',
  takenOver: 'The model behind this chat did not answer, so the built-in assistant does:',
  apology(trouble, done, failed) {
    const names = done.map((deed) => `${deeds[deed.status]} ${nameOf(deed)}`);
    const outcome =
      names.length > 0
        ? `This much is done: I ${list.format(names)}. Nothing else was changed.`
        : 'Nothing was changed.';
    const vain =
      failed === 0 ? [] : [failed === 1 ? 'One step did not work.' : `${failed} steps did not work.`];
    return [reasons[trouble], outcome, ...vain, 'Please try again, or ask for the rest.'].join(' ');
  },
  askApproval(calls) {
    const kinds = [...Map.groupBy(calls, ({ toolName }) => toolName)].map(([toolName, own]) => {
      const verb = plans[toolName] ?? `run ${toolName} on`;
      return `${verb} ${own.length === 1 ? 'one task' : `${own.length} tasks`}: ${named(own)}`;
    });
    return `I would ${kinds.join('; and ')}. Shall I? Please answer yes or no.`;
  },
};
