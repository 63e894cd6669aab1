/** What the rules for seeing tasks have in common. @module */
import type { Rule } from '../../language.ts';
import type { ListFilter, ListOrder } from '../../requests.ts';
import type { ClauseReader } from '../../understanding/clause-reader.ts';

/** The tasks that fit a filter; `pending` when only open ones can be meant, unless the words say otherwise. */
export const listing = (filter: string | undefined, reader: ClauseReader, pending = false) => {
  const read = reader.filter(filter);
  const open = pending && read.status === 'all' && !read.query && !read.tag;
  return {
    kind: 'list' as const,
    filter: open ? { ...read, status: 'pending' as const } : read,
    count: false,
  };
};

/** The same list, in that order. */
export const sorted = (request: ReturnType<typeof listing>, sort: ListOrder) => ({
  ...request,
  filter: { ...request.filter, sort },
});

/** What a word says that a list is to be sorted by. */
export const orderBy = (word = ''): ListOrder => {
  if (/^(?:priority|urgency|importance)$/i.test(word)) return '-priority';
  return /^(?:title|name)$/i.test(word) ? 'title' : 'due';
};

/** The tasks that fit `filter`. */
export const list: Rule['read'] = ({ filter }, reader) => listing(filter, reader);

/** When something was done is not known, only when it was due. */
export const completedOf = ({ due: _due, ...filter }: ListFilter): ListFilter => ({
  ...filter,
  status: 'completed',
});
