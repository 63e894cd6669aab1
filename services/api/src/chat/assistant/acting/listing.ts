/** Showing: "show me …", "how many …", "when is … due?", and what is in the trash. @module */
import { shownFilter, shownTasks, shownText } from '../answering/showing.ts';
import type { ListFilter, Request } from '../requests.ts';
import { significantWords } from '../resolving/similarity.ts';
import type { Action, Scene } from './action.ts';
import { fetchAll, fetchTasks } from './fetching.ts';
import { point } from './pointing.ts';

type ListRequest = Omit<Extract<Request, { kind: 'list' }>, 'kind'>;

/** What "and the done ones?" is about: as before, but for what is said now. */
function furtherOn({ filter, further }: ListRequest, { filter: before }: Scene['memory']): ListFilter {
  if (!further || !before || filter.query || filter.tag) return { ...filter };
  const { tag, query } = before;
  return { ...(tag ? { tag } : {}), ...(query ? { query } : {}), ...filter };
}

/** Answers a request to see or count tasks. */
export function* list(request: ListRequest, scene: Scene): Action {
  const { phrases, words } = scene.language;
  const filter = furtherOn(request, scene.memory);
  if (filter.query && significantWords(filter.query, words).length === 0) delete filter.query;
  const { tasks, more, failure } = yield* fetchTasks(filter, scene, { firstPage: !request.count });
  if (failure !== undefined) return { text: phrases.failed(shownText(failure, scene)) };
  const asked = shownFilter(filter, scene);
  const text = request.count
    ? phrases.counted(tasks.length, asked, more)
    : phrases.listed(shownTasks(tasks, scene), asked, more);
  return { text, listed: tasks, mentioned: tasks, filter };
}

/** Answers a request to see what was deleted. */
export function* listTrash(scene: Scene): Action {
  const { phrases } = scene.language;
  const { tasks, failure } = yield* fetchAll({ status: 'trashed' });
  if (failure !== undefined) return { text: phrases.failed(shownText(failure, scene)) };
  return { text: phrases.trash(shownTasks(tasks, scene)), listed: tasks, mentioned: [] };
}

/** Answers a question about one task with everything that is known of it. */
export function* show(request: Extract<Request, { kind: 'show' }>, scene: Scene): Action {
  const pointed = yield* point(request.reference, request, scene, { full: true });
  if ('answer' in pointed) return pointed.answer;
  const { phrases } = scene.language;
  const shown = shownTasks(pointed.full ?? pointed.tasks, scene);
  const [only, second] = shown;
  const told = request.whether && only && !second ? `${phrases.doneOrNot(only)}\n` : '';
  return { text: `${told}${phrases.described(shown)}`, mentioned: pointed.tasks };
}
