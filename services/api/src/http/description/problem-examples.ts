/** @module What each kind of problem looks like, as the code itself would say it. */
import { databaseAway } from '../errors.ts';
import { invalidInput, Problem, TaskNotFound, unauthorized } from '../problem.ts';

const EXAMPLES: Record<number, Problem> = {
  401: unauthorized('The token has expired; ask for a new one.', 'invalid_token'),
  403: new Problem(403, { kind: 'not-yours', detail: 'The path names another user than the one who calls.' }),
  404: new TaskNotFound(77),
  422: invalidInput([{ path: 'title', message: 'must not be empty' }]),
  503: databaseAway(),
};

/** A problem document of this status; `detail` is for statuses without one of their own. */
export function problemExample(status: number, detail: string): Record<string, unknown> {
  return (EXAMPLES[status] ?? new Problem(status, { detail: `${detail}.` })).toJSON();
}
