/** Chooses the action for a request. @module */
import { shownTask, shownText } from '../answering/showing.ts';
import type { Reference, Request } from '../requests.ts';
import type { Action, Scene } from './action.ts';
import { add } from './adding.ts';
import { complete, remove, restore } from './changing.ts';
import { fetchTasks } from './fetching.ts';
import { list, listTrash, show } from './listing.ts';
import { point } from './pointing.ts';
import { deletedLast, undo } from './undoing.ts';
import { update } from './updating.ts';
import { wonder } from './wondering.ts';

const longestOffer = 10;

/** The action that carries out a request. */
export function* act(request: Request, scene: Scene): Action {
  const byPlace = scene.places || ('reference' in request && request.reference.by === 'position');
  if (!byPlace || scene.memory.listed.length > 0) return yield* actOn(request, scene);
  // "The first is done and delete the second": both are places in the list as it was before.
  const { tasks } = yield* fetchTasks({ status: 'pending' }, scene);
  const answer = yield* actOn(request, {
    ...scene,
    places: false,
    memory: { ...scene.memory, listed: tasks },
  });
  return { ...answer, counted: tasks };
}

function* actOn(request: Request, scene: Scene): Action {
  const answer = yield* carryOut(request, scene);
  // "Take out the bins" deletes a task, or is one.
  const other = 'orElse' in request ? request.orElse : undefined;
  return answer.missing && other ? yield* act(other, scene) : answer;
}

function* carryOut(request: Request, scene: Scene): Action {
  const { phrases } = scene.language;
  switch (request.kind) {
    case 'add': {
      const { under } = request;
      if (!under) return { ...(yield* add(request.drafts, scene, request)), repeatable: request };
      const pointed = yield* point(under, request, scene);
      if ('answer' in pointed) return pointed.answer;
      const [parent] = pointed.tasks;
      const drafts = request.drafts.map((draft) => (parent ? { ...draft, parent_id: parent.id } : draft));
      return { ...(yield* add(drafts, scene, request)), repeatable: request };
    }
    case 'add-unnamed':
      return {
        text: phrases.askTitle(),
        pending: { ask: 'title', ...(request.fields ? { fields: request.fields } : {}) },
      };
    case 'list':
      return yield* list(request, scene);
    case 'list-trash':
      return yield* listTrash(scene);
    case 'show':
      return yield* show(request, scene);
    case 'complete':
      return { ...(yield* complete(request, scene)), repeatable: request };
    case 'delete':
      return { ...(yield* remove(request, scene)), repeatable: request };
    case 'update': {
      const unmentioned = request.reference.by === 'mention' && scene.memory.mentioned.length !== 1;
      const late = request.afterwards && !addedJustNow(scene, Boolean(request.changes.clock));
      if (request.orElse && (unmentioned || late)) return yield* act(request.orElse, scene);
      return { ...(yield* update(request, scene)), repeatable: request };
    }
    case 'rename-unnamed':
    case 'due-unnamed': {
      const pointed = yield* point(request.reference, request, scene);
      if ('answer' in pointed) return pointed.answer;
      const [task] = pointed.tasks;
      if (!task) return { text: phrases.noMention() };
      const shown = shownTask(task, scene);
      const question =
        request.kind === 'due-unnamed'
          ? { text: phrases.askNewDue(shown), pending: { ask: 'new-due' as const, task } }
          : { text: phrases.askNewTitle(shown), pending: { ask: 'new-title' as const, task } };
      return { ...question, mentioned: [task] };
    }
    case 'restore':
      return yield* restore(request, scene);
    case 'same':
      // "Add tea", then "and coffee": the same is adding.
      if (scene.memory.repeatable?.kind === 'add' && request.draft) {
        return yield* act({ kind: 'add', drafts: [request.draft] }, scene);
      }
      return yield* again(request.reference, scene);
    case 'correct': {
      const { memory } = scene;
      const last = memory.repeatable;
      const titled =
        request.reference.by !== 'other' &&
        (last === undefined ||
          last.kind === 'add' ||
          (last.kind === 'update' && last.changes.title !== undefined));
      const [named] = memory.mentioned;
      const it = { by: 'mention', many: false } as const;
      const { title: said, reference } = request;
      // A title begins large; what was typed may be a name.
      const small = reference.by === 'words' && /^\p{Ll}/u.test(reference.words);
      const meant = said && small ? `${said.charAt(0).toLowerCase()}${said.slice(1)}` : said;
      const only = memory.undo.length > 0 && memory.mentioned.length === 1;
      const retitled = scene.language.retitled ?? ((_title: string, meant: string) => meant);
      if (titled && only && meant) {
        const title = capital(retitled(named?.title ?? '', meant));
        return yield* act({ kind: 'update', reference: it, changes: { title } }, scene);
      }
      const noted = last?.kind === 'update' ? last.changes.description : undefined;
      const description = noted && only && meant ? retitled(noted, meant) : undefined;
      // "Size 42", "no sorry, 43": where one takes the other's place, it is the note that was wrong.
      if (noted && description && description !== meant) {
        return yield* act({ kind: 'update', reference: it, changes: { description } }, scene);
      }
      if (!last) return { text: phrases.talk.unknown() };
      // What was not found has changed nothing, and what was changed before it stays.
      if (!memory.changed) return yield* again(request.reference, scene);
      const { text: _taken } = yield* undo(scene);
      return yield* again(request.reference, scene);
    }
    case 'remind-again': {
      const { memory } = scene;
      const [task, other] = memory.mentioned;
      if (!task || other || task.title === '') {
        return { text: phrases.askTitle(), pending: { ask: 'title', fields: request.fields } };
      }
      const done = memory.repeatable?.kind === 'complete' && memory.repeatable.completed;
      return done
        ? yield* act({ kind: 'add', drafts: [{ ...request.fields, title: task.title }] }, scene)
        : yield* act(
            { kind: 'update', reference: { by: 'mention', many: false }, changes: request.fields },
            scene,
          );
    }
    case 'undo':
      if (request.orElse && !deletedLast(scene, request.count ?? 1)) return yield* act(request.orElse, scene);
      return yield* undo(scene, request.count);
    case 'wonder':
      return yield* wonder(request, scene);
    case 'yes':
      return { text: phrases.nothingToConfirm() };
    case 'no':
      if (request.takesBack && scene.memory.repeatable && scene.memory.undo.length > 0) {
        return yield* undo(scene);
      }
      return { text: phrases.kept() };
    case 'talk': {
      const { draft } = request;
      const size = draft?.title.split(/\s+/).length ?? 0;
      if (draft && /\p{L}/u.test(draft.title) && size > 1 && size <= longestOffer) {
        if (!scene.language.words.question.test(request.text.trim())) {
          return { text: phrases.offerToAdd(shownText(draft.title, scene)), pending: { ask: 'add', draft } };
        }
      }
      return { text: phrases.talk[request.topic]() };
    }
  }
}

/** Whether the last message added one task and said nothing about its day, or, where that is `dated`, about its time. */
function addedJustNow({ memory }: Scene, dated: boolean): boolean {
  const last = memory.changed && !memory.pending ? memory.repeatable : undefined;
  const [draft, another] = last?.kind === 'add' ? last.drafts : [];
  if (!draft || another || draft.due_at || draft.recurrence) return false;
  return dated === Boolean(draft.due_date);
}

function capital(title: string): string {
  return title.charAt(0).toLocaleUpperCase() + title.slice(1);
}

/** The last request, for another task. */
function* again(reference: Reference, scene: Scene): Action {
  const last = scene.memory.repeatable;
  if (!last || !('reference' in last)) return { text: scene.language.phrases.talk.unknown() };
  return yield* act({ ...last, reference }, scene);
}
